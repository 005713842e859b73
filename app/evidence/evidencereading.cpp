#include "evidence/evidencereading.h"

#include "exchange/tablereader.h"

namespace pushbrake {

namespace {

constexpr qint64 mostPackedBytes = 128 * 1024 * 1024;

EvidenceReading::Found foundIn(const QString& path)
{
    const auto bytes = readTableFile(path, mostPackedBytes);
    if (!bytes)
        return std::unexpected { EvidenceFault { bytes.error().kind == TableFault::Kind::TooLarge
                ? EvidenceFault::Kind::TooLarge
                : EvidenceFault::Kind::Unreadable } };
    return checkEvidence(*bytes);
}

} // namespace

EvidenceReading::EvidenceReading(QObject* parent)
    : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
}

EvidenceReading::~EvidenceReading()
{
    m_thread.waitForDone();
}

void EvidenceReading::start(const QString& path)
{
    m_thread.start([this, path] {
        QMetaObject::invokeMethod(
            this, [this, found = foundIn(path)] { Q_EMIT read(found); }, Qt::QueuedConnection);
    });
}

} // namespace pushbrake
