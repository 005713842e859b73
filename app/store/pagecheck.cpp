#include "store/pagecheck.h"

#include "store/database.h"
#include "store/schema.h"

namespace pushbrake {

PageCheck::PageCheck(QObject* parent)
    : QObject(parent)
{
}

PageCheck::~PageCheck()
{
    m_thread.waitForDone();
}

void PageCheck::start(const QString& path)
{
    m_thread.start([this, path] {
        bool isDamaged = false;
        { // closed before anybody is told
            const auto database = Database::openBeside(path);
            const auto sound = database ? checkPages((*database)->connection()) : std::unexpected { database.error() };
            isDamaged = !sound && sound.error() == DatabaseFault::Damaged;
        }
        if (isDamaged)
            QMetaObject::invokeMethod(this, &PageCheck::foundDamage, Qt::QueuedConnection);
        QMetaObject::invokeMethod(this, &PageCheck::ended, Qt::QueuedConnection);
    });
}

} // namespace pushbrake
