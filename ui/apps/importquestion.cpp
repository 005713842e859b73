#include "ui/apps/importquestion.h"

#include "exchange/profilefile.h"
#include "ui/look/profilemark.h"
#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/parts/growtofit.h"
#include "ui/parts/scrolledform.h"
#include "ui/words/appwords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {

// The host stands on a line of its own, and whole: its end says whose it is.
QString linesOf(const Profile& profile)
{
    return u"%1 · %2 · %3 · %4\n%5"_s.arg(sentences::nameWithMark(profile.name, profile.realUsers),
        sentences::regionName(profile.region), theme::leftToRight(QString::number(profile.sdkAppId)),
        theme::leftToRight(profile.identifier), theme::leftToRight(theme::breakable(profile.host())));
}

bool isTaken(const Profile& profile, const QStringList& names)
{
    return std::any_of(names.begin(), names.end(), [&](const QString& name) { return looksAlike(name, profile.name); });
}

QListWidget* listOf(
    const QStringList& texts, const QList<Profile>& profiles, const QString& name, const QString& said, QWidget* parent)
{
    auto* list = new QListWidget(parent);
    list->setObjectName(name);
    list->setAccessibleName(said);
    list->setSelectionMode(QAbstractItemView::NoSelection);
    list->setWordWrap(true);
    for (qsizetype i = 0; i < profiles.size(); ++i)
        new QListWidgetItem(profilemark::icon(profiles.at(i).colour), texts.at(i), list);
    return list;
}

} // namespace

QStringList ImportQuestion::described(const QList<Profile>& added, const QStringList& taken)
{
    QStringList texts;
    QStringList names = taken;
    for (const Profile& profile : added) {
        QString text = linesOf(profile);
        if (profile.region == Region::OtherHost && !isServiceHost(profile.otherHost))
            text += u'\n' + tr("This is none of the service's seven hosts. Add it only if you know whose it is.");
        if (isTaken(profile, names))
            text += u'\n' + tr("Another app has this name or one that looks like it.");
        texts.append(text);
        names.append(profile.name);
    }
    return texts;
}

ImportQuestion::ImportQuestion(
    const QList<Profile>& added, const QList<Profile>& here, const QStringList& taken, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"importQuestion"_s);
    setWindowTitle(tr("Import apps?"));
    setAccessibleName(tr("Import apps?"));
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(theme::windowMargin, theme::windowMargin, theme::windowMargin, theme::windowMargin);
    page->setSpacing(theme::bandGap);
    QLabel* title = theme::selectableLabel(
        added.isEmpty() ? tr("Every app in this file is already listed.") : tr("These apps will be added:"), this);
    title->setFont(theme::strongFont(title->font()));
    auto* form = new ScrolledForm(this);
    page->addWidget(form, 1);
    form->column().addWidget(title);
    if (!added.isEmpty()) {
        form->column().addWidget(listOf(described(added, taken), added, u"importAdded"_s, title->text(), this));
        form->column().addWidget(
            theme::selectableLabel(tr("The file has no secrets. Each app asks for its own when you open it."), this));
    }
    if (!here.isEmpty()) {
        const QString said = tr("These are already listed and stay as they are:");
        form->column().addWidget(theme::selectableLabel(said, this));
        QStringList texts;
        std::transform(here.begin(), here.end(), std::back_inserter(texts), linesOf);
        form->column().addWidget(listOf(texts, here, u"importHere"_s, said, this));
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
    resize(theme::withinScreen(*this, QSize(theme::unit * 150, 0)));
    new GrowToFit(*this);
}

} // namespace pushbrake
