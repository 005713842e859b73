#include "ui/apps/profiledialog.h"

#include "api/accountcheck.h"
#include "api/usersig.h"
#include "domain/appkey.h"
#include "secrets/accountentry.h"
#include "ui/apps/accountinputs.h"
#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/parts/discardquestion.h"
#include "ui/parts/formfield.h"
#include "ui/parts/growtofit.h"
#include "ui/parts/scrolledform.h"
#include "ui/parts/secretedit.h"
#include "ui/parts/twopartrow.h"
#include "ui/words/fieldsentences.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <chrono>

namespace pushbrake {

namespace {

constexpr std::chrono::seconds untilSlow { 3 };
} // namespace

ProfileDialog::ProfileDialog(const Clock& clock, QWidget* parent)
    : QDialog(parent)
    , m_clock(clock)
{
    setObjectName(QStringLiteral("profileDialog"));
    setWindowTitle(tr("New app"));
    setAccessibleName(tr("Account of an app"));
    buildWidgets();
    buildButtons();
    buildLayout();
    wire();
    m_given.id = newProfileId();
    new GrowToFit(*this);
    validate();
    m_dirty = false;
}

void ProfileDialog::buildWidgets()
{
    m_name = accountinputs::lineEdit(QStringLiteral("nameEdit"), this);
    m_region = accountinputs::regionCombo(this);
    m_host = accountinputs::lineEdit(QStringLiteral("hostEdit"), this);
    m_sdkAppId = accountinputs::lineEdit(QStringLiteral("sdkAppIdEdit"), this);
    m_identifier = accountinputs::lineEdit(QStringLiteral("identifierEdit"), this);
    m_identifier->setText(QStringLiteral("administrator"));
    m_byKey = new QRadioButton(tr("Secret &key: Pushbrake makes the UserSig"), this);
    m_byKey->setObjectName(QStringLiteral("secretKeyRadio"));
    m_byKey->setChecked(true);
    m_bySig = new QRadioButton(tr("&UserSig: use one you were given"), this);
    m_bySig->setObjectName(QStringLiteral("userSigRadio"));
    m_secret = new SecretEdit(this);
    m_secret->setObjectName(QStringLiteral("secretEdit"));
    m_secret->setMinimumHeight(theme::controlHeight);
    m_secret->setMaxLength(accountinputs::widest);
    m_secret->setAccessibleName(tr("Secret key or UserSig"));
    m_realUsers = new QCheckBox(tr("This app has &real users"), this);
    m_realUsers->setObjectName(QStringLiteral("realUsersBox"));
    m_realUsers->setChecked(true);
    m_colour = accountinputs::colourCombo(this);
    m_message = theme::selectableLabel({}, this);
    m_message->setObjectName(QStringLiteral("profileMessage"));
    m_message->hide();
}

void ProfileDialog::buildButtons()
{
    m_test = makeButton("testButton", tr("&Test connection"), this);
    m_sessionOnly = makeButton("sessionOnlyButton", tr("Use for this se&ssion only"), this);
    m_sessionOnly->hide();
    m_close = makeButton("closeButton", tr("C&lose"), this);
    m_save = makeButton("saveButton", tr("Sa&ve"), this);
    m_save->setDefault(true);
}

void ProfileDialog::buildLayout()
{
    m_nameField = new FormField(tr("&Name"), m_name, this);
    auto* regionField = new FormField(tr("Re&gion"), m_region, this);
    m_hostField = new FormField(tr("&Host"), m_host, this);
    m_hostField->hide();
    m_sdkAppIdField = new FormField(tr("SDK&AppID"), m_sdkAppId, this);
    m_identifierField = new FormField(tr("Ad&ministrator account"), m_identifier, this);
    m_secretField = new FormField(tr("Se&cret"), m_secret, this);
    auto* colourField = new FormField(tr("Marker c&olour"), m_colour, this);
    auto* form = new ScrolledForm(this);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(theme::windowMargin, theme::windowMargin, theme::windowMargin, theme::windowMargin);
    page->setSpacing(theme::bandGap);
    for (QWidget* field :
        { static_cast<QWidget*>(m_nameField), static_cast<QWidget*>(regionField), static_cast<QWidget*>(m_hostField),
            static_cast<QWidget*>(m_sdkAppIdField), static_cast<QWidget*>(m_identifierField),
            static_cast<QWidget*>(m_byKey), static_cast<QWidget*>(m_bySig), static_cast<QWidget*>(m_secretField),
            static_cast<QWidget*>(colourField), static_cast<QWidget*>(m_realUsers) })
        form->column().addWidget(field);
    form->column().addStretch();
    page->addWidget(form, 1);
    page->addWidget(m_message);
    auto* buttons = new TwoPartRow(this);
    buttons->beginning().addWidget(m_test);
    buttons->beginning().addStretch();
    for (QPushButton* button : { m_sessionOnly, m_close, m_save })
        buttons->end().addWidget(button);
    page->addWidget(buttons);
    setMinimumWidth(theme::unit * 120);
}

void ProfileDialog::wire()
{
    for (QLineEdit* edit : { m_name, m_host, m_sdkAppId, m_identifier, m_secret })
        connect(edit, &QLineEdit::textChanged, this, [this, edit] { onEdited(edit); });
    connect(m_region, &QComboBox::currentIndexChanged, this, [this] {
        m_hostField->setVisible(region() == Region::OtherHost);
        onEdited(m_region);
    });
    connect(m_byKey, &QRadioButton::toggled, this, [this] { onEdited(m_byKey); });
    connect(m_realUsers, &QCheckBox::toggled, this, [this] { onEdited(m_realUsers); });
    connect(m_colour, &QComboBox::currentIndexChanged, this, [this] { onEdited(m_colour); });
    connect(m_test, &QPushButton::clicked, this, [this] {
        m_testing = true;
        tell(tr("Asking the service…"), {}, true);
        Q_EMIT testRequested();
    });
    connect(m_save, &QPushButton::clicked, this, &ProfileDialog::saveRequested);
    connect(m_sessionOnly, &QPushButton::clicked, this, &ProfileDialog::sessionOnlyRequested);
    connect(m_close, &QPushButton::clicked, this, &ProfileDialog::reject);
    m_slowKeychain.setSingleShot(true);
    m_slowKeychain.setInterval(untilSlow);
    connect(&m_slowKeychain, &QTimer::timeout, this, [this] {
        tell(tr("The computer's keychain has not answered yet. If the system asks you for a password, enter it: "
                "Pushbrake waits."),
            {}, true);
        for (QPushButton* button : { m_test, m_sessionOnly, m_save })
            button->setEnabled(false);
        m_close->parentWidget()->setEnabled(true);
    });
}

void ProfileDialog::setAccount(const Profile& profile, SavedSecret saved)
{
    m_given = profile;
    if (m_given.id.isEmpty())
        m_given.id = newProfileId();
    m_reuse = { m_given, saved };
    setWindowTitle(tr("Edit the app"));
    m_name->setText(profile.name);
    // An app whose account could not be read has no known region. None is chosen for it, lest a wrong one be saved.
    const bool isUnknown = !profile.id.isEmpty() && profile.sdkAppId == 0;
    m_region->setPlaceholderText(tr("Choose the region"));
    m_region->setCurrentIndex(isUnknown ? -1 : m_region->findData(int(profile.region)));
    m_host->setText(profile.otherHost);
    m_sdkAppId->setText(profile.sdkAppId == 0 ? QString() : QString::number(profile.sdkAppId));
    m_identifier->setText(profile.identifier.isEmpty() ? QStringLiteral("administrator") : profile.identifier);
    (profile.kind == CredentialKind::SecretKey ? m_byKey : m_bySig)->setChecked(true);
    m_realUsers->setChecked(profile.realUsers);
    m_colour->setCurrentIndex(std::max(0, m_colour->findData(int(profile.colour))));
    m_touched.clear();
    m_dirty = false;
    validate();
}

void ProfileDialog::setColour(ProfileColour colour)
{
    const bool wasDirty = m_dirty;
    m_colour->setCurrentIndex(std::max(0, m_colour->findData(int(colour))));
    m_touched.remove(m_colour);
    m_dirty = wasDirty;
}

bool ProfileDialog::isAnotherApp() const
{
    const Profile now = typed();
    const bool isWhole = m_region->currentIndex() >= 0 && now.sdkAppId != 0
        && (now.region != Region::OtherHost || !checkHost(now.otherHost));
    return m_given.sdkAppId != 0 && isWhole && AppKey::of(now) != AppKey::of(m_given);
}

void ProfileDialog::makeNewApp(ProfileColour colour)
{
    if (ProfileColour(m_colour->currentData().toInt()) == m_given.colour)
        setColour(colour);
    m_given = {};
    m_given.id = newProfileId();
    m_reuse = {};
    setWindowTitle(tr("New app"));
    validate();
}

void ProfileDialog::setSessionOnly()
{
    m_sessionOnlyMode = true;
    m_reuse.forgetSaved();
    setWindowTitle(tr("Use an app for this session only"));
    m_save->hide();
    m_sessionOnly->show();
    m_sessionOnly->setDefault(true);
    validate();
}

CredentialKind ProfileDialog::kind() const
{
    return m_byKey->isChecked() ? CredentialKind::SecretKey : CredentialKind::UserSig;
}

Region ProfileDialog::region() const
{
    return Region(m_region->currentData().toInt());
}

QByteArray ProfileDialog::secretBytes() const
{
    return tidyPastedSecret(m_secret->text().toUtf8());
}

Profile ProfileDialog::typed() const
{
    Profile profile = m_given;
    profile.name = tidyName(m_name->text());
    profile.region = region();
    profile.otherHost = region() == Region::OtherHost ? m_host->text().trimmed() : QString();
    profile.sdkAppId = readSdkAppId(m_sdkAppId->text()).value_or(0);
    profile.identifier = m_identifier->text().trimmed();
    profile.kind = kind();
    profile.realUsers = m_realUsers->isChecked();
    profile.colour = ProfileColour(m_colour->currentData().toInt());
    return profile;
}

Account ProfileDialog::account() const
{
    return { typed(), Secret(secretBytes()) };
}

// --- while one types ---

void ProfileDialog::onEdited(QObject* field)
{
    m_touched.insert(field);
    askAgainForSecret(field);
    m_dirty = true;
    m_testing = false;
    m_message->hide();
    m_sessionOnly->setVisible(m_sessionOnlyMode);
    validate();
}

void ProfileDialog::validate()
{
    const bool whole = showFaults();
    m_save->setEnabled(whole);
    m_sessionOnly->setEnabled(whole);
    m_test->setEnabled(whole && !m_secret->text().isEmpty());
    m_test->setToolTip(m_secret->text().isEmpty() ? tr("Enter the secret to test it.") : QString());
}

bool ProfileDialog::showFaults()
{
    bool whole = true;
    whole &= m_region->currentIndex() >= 0;
    const auto tell = [&](FormField* field, QObject* input, std::optional<FieldFault> fault, auto sentence) {
        whole &= !fault;
        field->showFault(fault && m_touched.contains(input) ? sentence(*fault) : QString());
        return !fault;
    };
    tell(m_nameField, m_name, checkName(m_name->text()), fieldsentences::name);
    if (region() == Region::OtherHost)
        tell(m_hostField, m_host, checkHost(m_host->text().trimmed()), fieldsentences::host);
    if (tell(m_sdkAppIdField, m_sdkAppId, checkSdkAppId(m_sdkAppId->text()), fieldsentences::sdkAppId))
        m_sdkAppIdField->showHint(fieldsentences::sdkAppIdHint(m_sdkAppId->text()));
    tell(m_identifierField, m_identifier, checkIdentifier(m_identifier->text().trimmed()), fieldsentences::identifier);
    QByteArray secret = secretBytes();
    const bool bySig = kind() == CredentialKind::UserSig;
    if (secret.isEmpty() && m_reuse.isSavedOfAnother(typed()))
        m_touched.insert(m_secret);
    m_secret->setPlaceholderText(m_reuse.savedFits(typed()) ? tr("Leave empty to keep the saved one") : QString());
    const bool sound = tell(
        m_secretField, m_secret, secretFault(secret), [&](FieldFault fault) { return secretSentence(fault, secret); });
    if (sound && bySig)
        m_secretField->showHint(fieldsentences::userSigHint(secret, m_clock.utcNow()));
    wipe(secret);
    return whole;
}

void ProfileDialog::askAgainForSecret(QObject* edited)
{
    if (m_secret->text().isEmpty())
        return;
    if (edited == m_secret)
        m_reuse.typedFor(typed());
    else if (m_reuse.isOfAnother(typed()))
        m_secret->clear();
}

QString ProfileDialog::secretSentence(FieldFault fault, const QByteArray& secret) const
{
    if (const QString why = secret.isEmpty() ? m_reuse.whyAgain(typed()) : QString(); !why.isEmpty())
        return why;
    return kind() == CredentialKind::UserSig ? fieldsentences::userSig(fault, secret)
                                             : fieldsentences::secretKey(fault, secret);
}

std::optional<FieldFault> ProfileDialog::secretFault(const QByteArray& secret) const
{
    if (secret.isEmpty() && m_reuse.savedFits(typed()))
        return std::nullopt;
    if (!fitsIntoEntry(account()))
        return FieldFault::TooLong;
    if (kind() == CredentialKind::UserSig)
        return checkUserSig(
            secret, readSdkAppId(m_sdkAppId->text()).value_or(0), m_identifier->text().trimmed(), m_clock.utcNow());
    // A signature in the field of the key would be taken for a key, and every call would be refused.
    return readUserSig(secret) ? FieldFault::KeyUnreadable : checkSecretKey(secret);
}

// --- what the desk reports ---

void ProfileDialog::setSaving(bool saving)
{
    m_saving = saving;
    m_slowKeychain.stop();
    if (saving) {
        m_slowKeychain.start();
        m_pressed = focusWidget();
    }
    for (QWidget* part : findChildren<QWidget*>(Qt::FindDirectChildrenOnly))
        part->setEnabled(!saving || part == m_message);
    if (saving) {
        tell(tr("Saving in the computer's keychain…"), {}, true);
        return;
    }
    validate();
    // Where the keyboard was: the same key tries again.
    if (m_pressed)
        m_pressed->setFocus();
}

void ProfileDialog::showProblem(const QString& text)
{
    tell(text, {}, false);
}

void ProfileDialog::testEnded(const QString& text, const QString& advice, bool good)
{
    if (std::exchange(m_testing, false))
        tell(text, advice, good);
}

void ProfileDialog::tell(const QString& text, const QString& advice, bool good)
{
    theme::setTone(*m_message, good ? theme::Tone::Blue : theme::Tone::Red);
    m_message->setText(advice.isEmpty() ? text : text + QLatin1Char('\n') + advice);
    m_message->setAccessibleName(m_message->text());
    m_message->show();
}

void ProfileDialog::offerSessionOnly(const QString& text)
{
    showProblem(text);
    m_sessionOnly->show();
}

void ProfileDialog::finish()
{
    m_secret->clear();
    m_dirty = false;
    accept();
}

void ProfileDialog::reject()
{
    if (m_saving && m_slowKeychain.isActive())
        return;
    if (m_saving || !m_dirty) {
        m_secret->clear();
        QDialog::reject();
        return;
    }
    askToDiscard(*this, [this] {
        m_secret->clear();
        QDialog::reject();
    });
}

} // namespace pushbrake
