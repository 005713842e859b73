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
        const auto database = Database::openBeside(path);
        const auto sound = database ? checkPages((*database)->connection()) : std::unexpected { database.error() };
        if (!sound && sound.error() == DatabaseFault::Damaged)
            QMetaObject::invokeMethod(this, &PageCheck::foundDamage, Qt::QueuedConnection);
    });
}

} // namespace pushbrake
