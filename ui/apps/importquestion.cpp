#include "ui/apps/importquestion.h"

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

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {

QString lineOf(const Profile& profile)
{
    return u"%1 · %2 · %3 · %4"_s.arg(sentences::nameWithMark(profile.name, profile.realUsers),
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
        added.isEmpty() ? tr("Every app in this file is already listed.") : tr("These apps will be added:"), this);
    title->setFont(theme::strongFont(title->font()));
    auto* form = new ScrolledForm(this);
    page->addWidget(form, 1);
    form->column().addWidget(title);
    if (!added.isEmpty()) {
        form->column().addWidget(listOf(added, u"importAdded"_s, title->text(), this));
        form->column().addWidget(
            theme::selectableLabel(tr("The file has no secrets. Each app asks for its own when you open it."), this));
    }
    if (!here.isEmpty()) {
        const QString said = tr("These are already listed and stay as they are:");
        form->column().addWidget(theme::selectableLabel(said, this));
        form->column().addWidget(listOf(here, u"importHere"_s, said, this));
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
