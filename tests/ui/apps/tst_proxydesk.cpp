// What a person meets when the proxy of the network asks for a name and a password.
#include "net/proxylogins.h"
#include "secrets/proxyloginstore.h"
#include "ui/apps/proxydesk.h"
#include "ui/apps/proxylogindialog.h"
#include "ui/window/shell.h"

#include <QAuthenticator>
#include <QLabel>
#include <QLineEdit>
#include <QNetworkProxy>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace pushbrake;

namespace {

class StoreInMemory final : public ProxyLoginStore
{
public:
    void load(const QString& proxy, QObject*, Loaded done) override
    {
        const auto found = kept.find(proxy);
        if (found == kept.end())
            done(std::unexpected { StoreFault::Missing });
        else
            done(ProxyLogin { found->second.user, found->second.password.duplicate() });
    }
    void save(const QString& proxy, ProxyLogin login, QObject*, AccountStore::Finished done) override
    {
        if (fault) {
            done(std::unexpected { *fault });
            return;
        }
        kept.insert_or_assign(proxy, std::move(login));
        done({});
    }

    std::map<QString, ProxyLogin> kept;
    std::optional<StoreFault> fault;
};

} // namespace

class ProxyDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        m_window = std::make_unique<Shell>(*m_settings);
        m_window->show();
        m_logins = std::make_unique<ProxyLogins>();
        m_store = std::make_unique<StoreInMemory>();
        m_desk = std::make_unique<ProxyDesk>(*m_window, m_window->notices(), *m_store,
            [this](const QString& proxy, ProxyLogin login) { m_logins->put(proxy, std::move(login)); });
        connect(m_logins.get(), &ProxyLogins::wanted, m_desk.get(), &ProxyDesk::find, Qt::QueuedConnection);
        m_ready = 0;
        connect(m_desk.get(), &ProxyDesk::ready, this, [this] { ++m_ready; });
    }
    void cleanup()
    {
        m_desk.reset();
        m_window.reset();
    }

    void asksOnceKeepsItAndGoesOn()
    {
        for (int request = 0; request < 3; ++request)
            meetTheProxy();
        QTRY_COMPARE(m_window->findChildren<ProxyLoginDialog*>().size(), 1);
        QVERIFY(find<QLabel>("proxyWords")->text().contains(QStringLiteral("proxy.example:3128")));
        QVERIFY(!find<QPushButton>("proxyLogInButton")->isEnabled());
        logIn();
        QCOMPARE(m_ready, 1);
        QCOMPARE(m_store->kept.at(m_name).user, QStringLiteral("anna"));
        const QAuthenticator question = meetTheProxy();
        QCOMPARE(question.user(), QStringLiteral("anna"));
        QCOMPARE(question.password(), QStringLiteral("hush"));
        QTest::qWait(20);
        QVERIFY(m_window->findChildren<ProxyLoginDialog*>().isEmpty());
    }

    void looksInTheKeychainBeforeItAsks()
    {
        m_store->kept.insert_or_assign(m_name, ProxyLogin { QStringLiteral("anna"), Secret(QByteArray("hush")) });
        meetTheProxy();
        QTRY_COMPARE(m_ready, 1);
        QVERIFY(m_window->findChildren<ProxyLoginDialog*>().isEmpty());
        QCOMPARE(meetTheProxy().user(), QStringLiteral("anna"));
    }

    void saysThatTheProxyDidNotTakeIt()
    {
        m_store->kept.insert_or_assign(m_name, ProxyLogin { QStringLiteral("anna"), Secret(QByteArray("old")) });
        meetTheProxy();
        QTRY_COMPARE(m_ready, 1);
        for (int request = 0; request < 3; ++request)
            meetTheProxy();
        QTRY_VERIFY(find<QLabel>("proxyWords"));
        QVERIFY(find<QLabel>("proxyWords")->text().contains(QStringLiteral("refused this name and password")));
    }

    void saysWhenTheKeychainDoesNotKeepIt()
    {
        m_store->fault = StoreFault::Locked;
        meetTheProxy();
        QTRY_VERIFY(find<QLabel>("proxyWords"));
        logIn();
        QCOMPARE(m_ready, 1);
        QVERIFY(find<QLabel>("noticeText")->text().contains(QStringLiteral("this session only")));
        QCOMPARE(meetTheProxy().user(), QStringLiteral("anna"));
    }

    void notNowSendsNothingAndAsksAgainTheNextTime()
    {
        meetTheProxy();
        QTRY_VERIFY(find<QPushButton>("proxyLaterButton"));
        find<QPushButton>("proxyLaterButton")->click();
        QTRY_VERIFY(!find<QLabel>("proxyWords"));
        QCOMPARE(m_ready, 0);
        meetTheProxy();
        QTRY_VERIFY(find<QLabel>("proxyWords"));
    }

private:
    template<typename Widget> Widget* find(const char* name) const
    {
        return m_window->findChild<Widget*>(QString::fromLatin1(name));
    }

    QAuthenticator meetTheProxy()
    {
        QAuthenticator question;
        m_logins->answer(QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("proxy.example"), 3128), question);
        return question;
    }

    void logIn()
    {
        find<QLineEdit>("proxyUserEdit")->setText(QStringLiteral(" anna "));
        find<QLineEdit>("proxyPasswordEdit")->setText(QStringLiteral("hush"));
        find<QPushButton>("proxyLogInButton")->click();
    }

    const QString m_name = QStringLiteral("proxy.example:3128");
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Shell> m_window;
    std::unique_ptr<ProxyLogins> m_logins;
    std::unique_ptr<StoreInMemory> m_store;
    std::unique_ptr<ProxyDesk> m_desk;
    int m_ready = 0;
};

QTEST_MAIN(ProxyDeskTest)
#include "tst_proxydesk.moc"
