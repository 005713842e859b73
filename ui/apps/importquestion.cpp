#include "ui/apps/importquestion.h"

#include "ui/look/profilemark.h"
#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/words/sentences.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("ImportQuestion", text);
}

QString entryProblem(ProfileFileFault::Kind kind)
{
    using Kind = ProfileFileFault::Kind;
    switch (kind) {
    case Kind::Fields: return tr("Entry %1 has a field too many or too few. Such a file never has secrets in it.");
    case Kind::Name: return tr("Entry %1 has a name that is empty, too long or has invisible characters.");
    case Kind::Region: return tr("Entry %1 names a region that Pushbrake does not know.");
    case Kind::Host: return tr("Entry %1 has a host that is no host name.");
    case Kind::SdkAppId: return tr("Entry %1 has an SDKAppID that is no number from 1 to 4294967295.");
    case Kind::Identifier: return tr("Entry %1 has an administrator account that the service would not take.");
    case Kind::Credential: return tr("Entry %1 does not say whether it needs a secret key or a UserSig.");
    case Kind::Mark: return tr("Entry %1 does not say whether the app has real users.");
    case Kind::Colour: return tr("Entry %1 has a colour that Pushbrake does not know.");
    default: return tr("Entry %1 is the same app and account as one before it.");
    }
}

QString lineOf(const Profile& profile)
{
    return u"%1 · %2 · %3 · %4"_s.arg(profilemark::nameWithMark(profile.name, profile.realUsers),
        sentences::place(profile), theme::leftToRight(QString::number(profile.sdkAppId)),
        theme::leftToRight(profile.identifier));
}

QListWidget* listOf(const QList<Profile>& profiles, const QString& name, const QString& said, QWidget* parent)
{
    auto* list = new QListWidget(parent);
    list->setObjectName(name);
    list->setAccessibleName(said);
    list->setSelectionMode(QAbstractItemView::NoSelection);
    for (const Profile& profile : profiles)
        new QListWidgetItem(profilemark::icon(profile.colour), lineOf(profile), list);
    return list;
}

} // namespace

QString profileFileProblem(const ProfileFileFault& fault)
{
    using Kind = ProfileFileFault::Kind;
    switch (fault.kind) {
    case Kind::TooLarge: return tr("Nothing was imported: this file is far too large for a list of apps.");
    case Kind::NotJson: return tr("Nothing was imported: this file is damaged or no list of apps.");
    case Kind::NotProfiles: return tr("Nothing was imported: this file is no list of apps from Pushbrake.");
    case Kind::Newer: return tr("Nothing was imported: this file was written by a newer Pushbrake.");
    case Kind::Empty: return tr("Nothing was imported: there is no app in this file.");
    default: return tr("Nothing was imported. %1").arg(entryProblem(fault.kind).arg(fault.entry));
    }
}

ImportQuestion::ImportQuestion(const QList<Profile>& added, const QList<Profile>& here, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"importQuestion"_s);
    setWindowTitle(tr("Import apps?"));
    setAccessibleName(tr("Import apps?"));
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(theme::windowMargin, theme::windowMargin, theme::windowMargin, theme::windowMargin);
    page->setSpacing(theme::bandGap);
    QLabel* title = theme::selectableLabel(
        added.isEmpty() ? tr("Every app in this file stands in your list already.") : tr("These apps will be added:"),
        this);
    title->setFont(theme::strongFont(title->font()));
    page->addWidget(title);
    if (!added.isEmpty()) {
        page->addWidget(listOf(added, u"importAdded"_s, title->text(), this));
        page->addWidget(
            theme::selectableLabel(tr("The file has no secrets. Each app asks for its own when you open it."), this));
    }
    if (!here.isEmpty()) {
        const QString said = tr("These are in your list already and stay as they are:");
        page->addWidget(theme::selectableLabel(said, this));
        page->addWidget(listOf(here, u"importHere"_s, said, this));
    }
    QPushButton* leave = makeButton("importNothingButton", added.isEmpty() ? tr("&Close") : tr("&Add nothing"), this);
    QPushButton* add = makeButton("importAddButton", tr("A&dd these apps"), this);
    add->setVisible(!added.isEmpty());
    leave->setDefault(true);
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    connect(add, &QPushButton::clicked, this, [this] {
        Q_EMIT confirmed();
        accept();
    });
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    buttons->addStretch();
    buttons->addWidget(leave);
    buttons->addWidget(add);
    page->addLayout(buttons);
    setMinimumWidth(theme::unit * 150);
}

} // namespace pushbrake
