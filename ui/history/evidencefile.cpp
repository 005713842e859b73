#include "ui/history/evidencefile.h"

#include "store/savewhole.h"

#include <QSaveFile>

#include <utility>

namespace pushbrake {

namespace {
constexpr int partSize = 100; // pushes in a turn: a few milliseconds

bool save(const QByteArray& bytes, const QString& path)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && commitWhole(file);
}
} // namespace

EvidenceFile::EvidenceFile(const History& history, Wish wish, QObject* parent)
    : QObject(parent)
    , m_history(history)
    , m_wish(std::move(wish))
{
    m_thread.setMaxThreadCount(1);
    connect(&m_step, &QTimer::timeout, this, &EvidenceFile::step);
}

EvidenceFile::~EvidenceFile()
{
    m_thread.waitForDone();
}

void EvidenceFile::start()
{
    const auto ahead = m_history.serviceClockAhead(m_wish.run.id);
    if (!ahead) {
        fail(Failure::NotRead);
        return;
    }
    m_wish.about.clockDifference = *ahead;
    m_writer = std::make_unique<EvidenceWriter>(m_wish.run, m_wish.about);
    m_step.start(0);
}

void EvidenceFile::step()
{
    HistoryFilter filter;
    filter.run = m_wish.run.id;
    const auto part = m_history.pushes(filter, m_mark, partSize);
    if (!part) {
        fail(Failure::NotRead);
        return;
    }
    for (const HistoryPush& push : part->rows) {
        const auto story = m_history.story(m_wish.run.id, push.row.taskId);
        if (!story) {
            fail(Failure::NotRead);
            return;
        }
        m_writer->add(push, *story);
    }
    m_mark = part->next;
    if (part->isEnd)
        packAndSave();
}

void EvidenceFile::packAndSave()
{
    m_step.stop();
    m_thread.start([this] {
        const auto evidence = m_writer->finished(m_wish.readMe);
        const bool isSaved = evidence && save(evidence->file, m_wish.path);
        QMetaObject::invokeMethod(
            this,
            [this, isSaved] {
                if (isSaved)
                    Q_EMIT saved();
                else
                    Q_EMIT failed(Failure::NotWritten);
            },
            Qt::QueuedConnection);
    });
}

void EvidenceFile::fail(Failure why)
{
    m_step.stop();
    Q_EMIT failed(why);
}

} // namespace pushbrake
