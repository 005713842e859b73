#include "ui/tasks/taskcommands.h"

#include "ui/look/theme.h"
#include "ui/tasks/taskmodel.h"
#include "ui/tasks/taskpage.h"

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {
constexpr qsizetype mostAtOnce = 100'000; ///< of a list of a million: what is done with each would take minutes
} // namespace

TaskCommands::TaskCommands(QObject* parent)
    : QObject(parent)
    , refresh(new CommandAction("refreshAction", tr("&Refresh"), u"refresh-cw"_s, this))
    , add(new CommandAction("addAction", tr("A&dd…"), u"plus"_s, this))
    , paste(new CommandAction("pasteAction", tr("Paste &IDs…"), u"clipboard-paste"_s, this))
    , import(new CommandAction("importAction", tr("Import a &table…"), u"file-down"_s, this))
    , exportList(new CommandAction("exportAction", tr("&Export the list…"), u"file-up"_s, this))
    , edit(new CommandAction("editAction", tr("&Edit…"), u"pencil"_s, this))
    , checkNow(new CommandAction("checkNowAction", tr("C&heck the selected pushes now"), u"search"_s, this))
    , copyRows(new CommandAction("copyRowsAction", tr("Cop&y the rows"), u"copy"_s, this))
    , copyIds(new CommandAction("copyIdsAction", tr("C&opy the task IDs"), u"copy"_s, this))
    , remove(new CommandAction("removeAction", tr("Remove from the &list…"), u"list-x"_s, this))
    , selectAll(new CommandAction("selectAllAction", tr("Select &all that are shown"), u"list-checks"_s, this))
    , find(new CommandAction("findAction", tr("&Find"), u"search"_s, this))
    , compact(new CommandAction("compactAction", tr("C&ompact rows"), {}, this))
{
    showReading(false);
    add->setTip(tr("Add one push by its task ID"));
    add->setKeys(QKeySequence(Qt::CTRL | Qt::Key_N));
    paste->setTip(tr("Add many task IDs at once"));
    paste->setKeys(QKeySequence::Paste);
    import->setTip(tr("Adds the pushes of a CSV file, a workbook or a text, once you have seen them"));
    import->setKeys(QKeySequence::Open);
    exportList->setTip(tr("Writes the pushes that are shown into a table for spreadsheets"));
    exportList->setKeys(QKeySequence(Qt::CTRL | Qt::Key_S)); // not E, which fields take for themselves
    edit->setTip(tr("Change what is known of this push"));
    edit->setKeys(QKeySequence(Qt::Key_F2));
    checkNow->setTip(tr("Looks up the selected pushes at the service, one by one"));
    checkNow->setKeys(QKeySequence(Qt::SHIFT | Qt::Key_F5));
    copyIds->setTip(tr("Copies the task IDs of the selected pushes, one per line"));
    copyIds->setKeys(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    copyRows->setTip(tr("Copies the selected rows, as text and as a table"));
    copyRows->setKeys(QKeySequence::Copy);
    remove->setTip(tr("Takes the selected pushes off this list; cancels nothing"));
    remove->setKeys(QKeySequence(Qt::SHIFT | Qt::Key_Delete));
    selectAll->setTip(tr("Selects every push that is shown"));
    selectAll->setKeys(QKeySequence::SelectAll);
    find->setTip(tr("Moves the keyboard to the search"));
    find->setKeys(QKeySequence::Find);
    compact->setTip(tr("One line per push, so that more are shown at once"));
    compact->setCheckable(true);
}

// The one button begins and stops, so that what goes on is ended where it was begun. Not by F5, which is pressed twice
// without a thought.
void TaskCommands::showReading(bool isReading)
{
    m_isReading = isReading;
    refresh->setText(isReading ? tr("Stop &reading") : tr("&Refresh"));
    refresh->setIcon(theme::icon(isReading ? u"square"_s : u"refresh-cw"_s));
    refresh->setTip(isReading ? tr("Stops reading; what was read so far stays in the list")
                              : tr("Reads the scheduled pushes from the service"));
    refresh->setKeys(isReading ? QKeySequence(Qt::SHIFT | Qt::Key_Escape) : QKeySequence(Qt::Key_F5));
}

void TaskCommands::update(const TaskPage& page, bool canAsk, bool isReading)
{
    const qsizetype selected = page.selectedCount();
    const QString selectFirst = tr("Select a push first.");
    const QString tooMany
        = selected > mostAtOnce ? tr("Select at most %L1 pushes for this.").arg(mostAtOnce) : QString();
    const QString noAccount = tr("The account cannot be used now.");
    if (isReading != m_isReading)
        showReading(isReading);
    refresh->setWhyNot(isReading || canAsk ? QString() : noAccount);
    import->setWhyNot(canAsk ? QString() : noAccount);
    edit->setWhyNot(selected == 1 ? QString() : selected == 0 ? selectFirst : tr("Select only one push."));
    checkNow->setWhyNot(selected == 0 ? selectFirst : canAsk ? tooMany : noAccount);
    copyIds->setText(selected == 0 ? tr("C&opy the task IDs") : tr("C&opy %n task ID(s)", nullptr, int(selected)));
    copyRows->setWhyNot(selected == 0 ? selectFirst : tooMany);
    copyIds->setWhyNot(selected == 0 ? selectFirst : tooMany);
    remove->setWhyNot(selected == 0 ? selectFirst : tooMany);
    const QString empty = page.model().rowCount() == 0 ? tr("There is no push in the list.") : QString();
    selectAll->setWhyNot(empty);
    exportList->setWhyNot(empty);
    compact->setChecked(page.isCompact());
}

} // namespace pushbrake
