#include "start/upgrade.h"

#include "store/database.h"
#include "store/schema.h"
#include "ui/words/problems.h"

#include <QFile>
#include <QProgressDialog>
#include <QtEndian>

namespace pushbrake {

namespace {

constexpr qint64 isSoonDone = 4 * 1024 * 1024; ///< bytes that are copied and rewritten within a blink

/// `user_version` as it stands in the file's first page (sqlite.org/fileformat2.html, 1.3); 0 when there is none.
int versionOf(const QString& path)
{
    constexpr qint64 at = 60;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(at))
        return 0;
    const QByteArray bytes = file.read(sizeof(qint32));
    return bytes.size() == sizeof(qint32) ? qFromBigEndian<qint32>(bytes.constData()) : 0;
}

} // namespace

Upgrade::Upgrade(QString path, std::chrono::milliseconds patience)
    : m_path(std::move(path))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &Upgrade::show);
}

Upgrade::~Upgrade()
{
    m_thread.waitForDone();
}

bool Upgrade::isNeeded(const QString& path)
{
    const int version = versionOf(path);
    return version > 0 && version < schemaVersion && QFile(path).size() > isSoonDone;
}

void Upgrade::start()
{
    m_patience.start();
    m_thread.start([this] {
        { // Opening it is what brings it up to date; it is closed before anybody is told.
            const auto opened = Database::open(m_path);
        }
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_patience.stop();
                m_window.reset();
                Q_EMIT ended();
            },
            Qt::QueuedConnection);
    });
}

// Without a way to stop: the file would be as it was, and the same would begin again.
void Upgrade::show()
{
    m_window = std::make_unique<QProgressDialog>(sentences::listIsBroughtUpToDate(), QString(), 0, 0);
    m_window->setObjectName(QStringLiteral("upgradeWindow"));
    m_window->setAccessibleName(sentences::listIsBroughtUpToDate());
    m_window->setMinimumDuration(0);
    // Escape rejects it, and closing it cancels it: either hides the only sign that something goes on. Queued, since it
    // may be hidden only after it has said so; what is still queued when the work is over goes with the window.
    connect(m_window.get(), &QDialog::rejected, m_window.get(), &QWidget::show, Qt::QueuedConnection);
    connect(m_window.get(), &QProgressDialog::canceled, m_window.get(), &QWidget::show, Qt::QueuedConnection);
    m_window->show();
}

} // namespace pushbrake
