#include "ui/checks/savedmenu.h"

#include "ui/checks/checknamedialog.h"
#include "ui/look/theme.h"
#include "ui/parts/notices.h"
#include "ui/parts/safequestion.h"
#include "ui/words/checkwords.h"
#include "ui/words/problems.h"

#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {

constexpr int mostShown = 60; ///< characters of a name

QString shown(const SavedCheck& check)
{
    return theme::brief(check.name, mostShown);
}

} // namespace

SavedMenu::SavedMenu(Needs needs, QObject* parent)
    : QObject(parent)
    , m_needs(needs)
    , m_menu(std::make_unique<QMenu>())
{
    m_menu->setObjectName(u"savedChecksMenu"_s);
    connect(m_menu.get(), &QMenu::aboutToShow, this, &SavedMenu::fill);
}

SavedMenu::~SavedMenu() = default;

void SavedMenu::tell(DatabaseFault fault)
{
    m_needs.notices.tell(NoticeKind::Severe, sentences::databaseProblem(fault));
}

QString SavedMenu::words(const SavedCheck& check) const
{
    const QString pushes = tr("%n push(es)", nullptr, check.pushes);
    if (!check.readAt.isValid())
        return tr("%1 · %2 · not checked yet", "name, pushes").arg(shown(check), pushes);
    return tr("%1 · %2 · %3: %4", "name, pushes, time, counts")
        .arg(shown(check), pushes, sentences::exactTime(check.readAt, m_needs.clock.utcNow()),
            sentences::checkCounts(check.counts));
}

// Read anew each time: another check may have been saved since.
void SavedMenu::fill()
{
    m_menu->clear();
    const auto checks = m_needs.checks.of(m_app);
    if (!checks || checks->isEmpty()) {
        QAction* none = m_menu->addAction(checks ? tr("No check of this app is saved yet")
                                                 : theme::inMenu(sentences::databaseProblem(checks.error())));
        none->setEnabled(false);
        return;
    }
    for (const SavedCheck& check : *checks) {
        QAction* entry = m_menu->addAction(theme::icon(u"shield-check"_s), theme::inMenu(words(check)));
        connect(entry, &QAction::triggered, this, [this, check] { choose(check); });
    }
    m_menu->addSeparator();
    QMenu* rename = m_menu->addMenu(theme::icon(u"pencil"_s), tr("Give another &name"));
    rename->setObjectName(u"renameCheckMenu"_s);
    addEntries(*rename, *checks, &SavedMenu::askForName);
    QMenu* remove = m_menu->addMenu(theme::icon(u"trash-2"_s), tr("&Remove"));
    remove->setObjectName(u"removeCheckMenu"_s);
    addEntries(*remove, *checks, &SavedMenu::askToRemove);
}

void SavedMenu::addEntries(QMenu& menu, const QList<SavedCheck>& checks, void (SavedMenu::*deed)(const SavedCheck&))
{
    for (const SavedCheck& check : checks)
        connect(menu.addAction(theme::inMenu(tr("%1…", "name of a check, and a question follows").arg(shown(check)))),
            &QAction::triggered, this, [this, check, deed] { (this->*deed)(check); });
}

void SavedMenu::choose(const SavedCheck& check)
{
    const auto expected = m_needs.checks.expectations(check.id);
    if (expected)
        Q_EMIT chosen(check, *expected);
    else
        tell(expected.error());
}

void SavedMenu::askForName(const SavedCheck& check)
{
    auto* dialog = new CheckNameDialog(tr("Another name for the check"), tr("&Rename"), check.name, &m_needs.window);
    connect(dialog, &CheckNameDialog::named, this,
        [this, app = m_app, check](const QString& name) { rename(app, check, name); });
    dialog->open();
}

void SavedMenu::rename(const AppKey& app, const SavedCheck& check, const QString& name)
{
    const auto isRenamed = m_needs.checks.rename(check.id, name);
    if (!isRenamed)
        tell(isRenamed.error());
    else if (*isRenamed)
        Q_EMIT renamed(check.id, name);
    else
        tellWhyNotRenamed(app, check, name);
}

// Another window of the program may have removed it meanwhile.
void SavedMenu::tellWhyNotRenamed(const AppKey& app, const SavedCheck& check, const QString& name)
{
    const auto known = m_needs.checks.of(app);
    if (!known)
        return tell(known.error());
    const bool isThere
        = std::any_of(known->begin(), known->end(), [&check](const SavedCheck& other) { return other.id == check.id; });
    m_needs.notices.tell(NoticeKind::Warning,
        isThere
            ? tr("Another check is called %1 already, so the name stays as it was.").arg(theme::isolated(name))
            : tr("The check %1 is no longer saved, so it was given no other name.").arg(theme::isolated(check.name)));
}

void SavedMenu::askToRemove(const SavedCheck& check)
{
    askSafely({ "removeCheckQuestion", tr("Remove the saved check?"),
                  tr("Remove the check %1?").arg(theme::isolated(check.name)),
                  tr("Only what was saved under this name goes. Pushes, list and history stay as they are."),
                  { "keepCheckButton", tr("&Keep it"), {} },
                  { { "removeCheckButton", tr("&Remove it"),
                      [this, check] {
                          if (const auto removed = m_needs.checks.remove(check.id); removed)
                              Q_EMIT this->removed(check.id);
                          else
                              tell(removed.error());
                      } } } },
        m_needs.window);
}

// For the app that was opened when the person asked, whatever is opened when they answer.
void SavedMenu::save(const QString& proposal, bool looksForOthers, const QList<Expectation>& expected)
{
    auto* dialog = new CheckNameDialog(tr("Save the check"), tr("&Save"), proposal, &m_needs.window);
    connect(dialog, &CheckNameDialog::named, this, [this, app = m_app, looksForOthers, expected](const QString& name) {
        const SavedCheck check { name, looksForOthers };
        const auto known = m_needs.checks.of(app);
        if (!known)
            tell(known.error());
        else if (std::any_of(
                     known->begin(), known->end(), [&name](const SavedCheck& other) { return other.name == name; }))
            askToReplace(app, check, expected);
        else
            write(app, check, expected);
    });
    dialog->open();
}

void SavedMenu::askToReplace(const AppKey& app, const SavedCheck& check, const QList<Expectation>& expected)
{
    askSafely({ "replaceCheckQuestion", tr("Replace the saved check?"),
                  tr("A check is saved as %1 already. Replace it?").arg(theme::isolated(check.name)),
                  tr("What is expected now takes the place of what was saved under this name."),
                  { "keepFormerCheckButton", tr("&Keep the former one"), {} },
                  { { "replaceCheckButton", tr("&Replace it"),
                      [this, app, check, expected] { write(app, check, expected); } } } },
        m_needs.window);
}

void SavedMenu::write(const AppKey& app, const SavedCheck& check, const QList<Expectation>& expected)
{
    const auto id = m_needs.checks.save(app, check, expected);
    if (!id)
        tell(id.error());
    else if (app == m_app)
        Q_EMIT saved(*id, check.name);
}

} // namespace pushbrake
