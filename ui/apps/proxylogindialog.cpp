#include "ui/apps/proxylogindialog.h"

#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/parts/formfield.h"
#include "ui/parts/growtofit.h"
#include "ui/parts/scrolledform.h"
#include "ui/parts/secretedit.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace pushbrake {

namespace {
constexpr int longestInput = 250; // RFC 7617 sets no limit; both have to fit into one entry of the keychain
}

ProxyLoginDialog::ProxyLoginDialog(const QString& proxy, bool refused, QWidget* parent)
    : QDialog(parent)
    , m_user(new QLineEdit(this))
    , m_password(new SecretEdit(this))
    , m_later(makeButton("proxyLaterButton", tr("&Not now"), this))
    , m_use(makeButton("proxyLogInButton", tr("&Log in"), this))
{
    setObjectName(QStringLiteral("proxyLoginDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Log in to the proxy"));
    m_user->setObjectName(QStringLiteral("proxyUserEdit"));
    m_password->setObjectName(QStringLiteral("proxyPasswordEdit"));
    m_user->setMaxLength(longestInput);
    m_password->setMaxLength(longestInput);
    m_use->setDefault(true);
    m_use->setEnabled(false);
    const QString name = theme::leftToRight(proxy);
    buildLayout(refused
            ? tr("The proxy %1 refused this name and password. The service was not asked.").arg(name)
            : tr("The proxy %1 of your network asks for a name and a password. The service was not asked.").arg(name));
    connect(m_user, &QLineEdit::textChanged, this,
        [this](const QString& text) { m_use->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_later, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_use, &QPushButton::clicked, this, &ProxyLoginDialog::give);
}

void ProxyLoginDialog::buildLayout(const QString& said)
{
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(theme::windowMargin, theme::windowMargin, theme::windowMargin, theme::windowMargin);
    page->setSpacing(theme::bandGap);
    auto* words = theme::selectableLabel(said, this);
    words->setObjectName(QStringLiteral("proxyWords"));
    words->setMinimumWidth(380);
    auto* form = new ScrolledForm(this);
    form->column().addWidget(words);
    form->column().addWidget(new FormField(tr("Na&me"), m_user, this));
    form->column().addWidget(new FormField(tr("&Password"), m_password, this));
    auto* kept = theme::plainLabel(tr("Both are kept in this computer's keychain."), this);
    kept->setObjectName(QStringLiteral("proxyKept"));
    theme::setTone(*kept, theme::Tone::Dim);
    form->column().addWidget(kept);
    page->addWidget(form, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    buttons->addStretch();
    buttons->addWidget(m_later);
    buttons->addWidget(m_use);
    page->addLayout(buttons);
    new GrowToFit(*this);
}

ProxyLogin ProxyLoginDialog::login() const
{
    return { m_user->text().trimmed(), Secret(m_password->text().toUtf8()) };
}

void ProxyLoginDialog::give()
{
    Q_EMIT given();
    m_password->clear();
    close();
}

} // namespace pushbrake
