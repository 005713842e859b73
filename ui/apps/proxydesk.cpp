#include "ui/apps/proxydesk.h"

#include "secrets/proxyloginstore.h"
#include "ui/apps/proxylogindialog.h"
#include "ui/parts/notices.h"
#include "ui/words/problems.h"

namespace pushbrake {

ProxyDesk::ProxyDesk(QWidget& window, Notices& notices, ProxyLoginStore& store, Use use, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_notices(notices)
    , m_store(store)
    , m_use(std::move(use))
{
}

void ProxyDesk::find(const QString& proxy, bool refused)
{
    if (m_dialog || m_isLooking)
        return; // several requests may have met the same proxy
    if (refused || m_lookedFor.contains(proxy)) {
        ask(proxy, refused);
        return;
    }
    m_lookedFor.insert(proxy);
    m_isLooking = true;
    m_store.load(proxy, this, [this, proxy](std::expected<ProxyLogin, StoreFault> login) {
        m_isLooking = false;
        if (!login) {
            ask(proxy, false);
            return;
        }
        m_use(proxy, std::move(login).value());
        Q_EMIT ready();
    });
}

void ProxyDesk::ask(const QString& proxy, bool refused)
{
    auto* dialog = new ProxyLoginDialog(proxy, refused, &m_window);
    m_dialog = dialog;
    connect(dialog, &ProxyLoginDialog::given, this, [this, dialog, proxy] { take(proxy, dialog->login()); });
    dialog->open();
}

void ProxyDesk::take(const QString& proxy, ProxyLogin login)
{
    m_use(proxy, { login.user, login.password.duplicate() });
    m_store.save(proxy, std::move(login), this, [this](std::expected<void, StoreFault> saved) {
        if (!saved)
            m_notices.tell(NoticeKind::Warning, tr("The login of the proxy is kept for this session only."),
                sentences::storeProblem(saved.error()));
    });
    m_dialog = nullptr;
    Q_EMIT ready();
}

} // namespace pushbrake
