#include "ui/tasks/originmenu.h"

#include "ui/look/theme.h"
#include "ui/tasks/importedfiledialog.h"
#include "ui/tasks/taskfilter.h"
#include "ui/tasks/taskmodel.h"
#include "ui/tasks/tasksource.h"

#include <QActionGroup>
#include <QMenu>

namespace pushbrake {

namespace {
constexpr int mostFiles = 12; ///< that stand in the menu itself
} // namespace

OriginMenu::OriginMenu(const TaskFilter& filter, QMenu& menu, QWidget& window)
    : QObject(&menu)
    , m_filter(filter)
    , m_menu(menu)
    , m_window(window)
    , m_group(new QActionGroup(this))
{
    fill();
    connect(&m_menu, &QMenu::aboutToShow, this, &OriginMenu::fill);
}

void OriginMenu::show(const OriginChoice& choice)
{
    m_choice = choice;
    for (const auto& [action, its] : std::as_const(m_choices))
        action->setChecked(its == choice);
}

void OriginMenu::add(const OriginChoice& choice)
{
    QAction* action = m_menu.addAction(theme::inMenu(originWords(choice)));
    action->setCheckable(true);
    action->setChecked(choice == m_choice);
    m_group->addAction(action);
    m_choices.append({ action, choice });
    connect(action, &QAction::triggered, this, [this, choice] {
        show(m_choice); // until the owner says that it is chosen
        Q_EMIT chosen(choice);
    });
}

void OriginMenu::fill()
{
    using Kind = OriginChoice::Kind;
    m_choices.clear();
    m_menu.clear();
    add({ Kind::Any, {} });
    m_menu.addSeparator();
    add({ Kind::Typed, {} });
    add({ Kind::Service, {} });
    add({ Kind::AnyFile, {} });
    m_menu.addSeparator();
    addFiles();
    add({ Kind::NotKnown, {} });
}

// One that is chosen stands there even if no push came from it here: a saved view may name it.
void OriginMenu::addFiles()
{
    TaskSource* source = m_filter.model().source();
    QStringList files = source ? source->importedFiles(mostFiles + 1) : QStringList();
    const bool isMore = files.size() > mostFiles;
    files = files.mid(0, mostFiles);
    if (m_choice.kind == OriginChoice::Kind::File && !files.contains(m_choice.file))
        files.prepend(m_choice.file);
    for (const QString& file : std::as_const(files))
        add({ OriginChoice::Kind::File, file });
    if (isMore) {
        QAction* other = m_menu.addAction(tr("Another file…"));
        other->setObjectName(QStringLiteral("anotherFileAction"));
        connect(other, &QAction::triggered, this, &OriginMenu::askForFile);
    }
    if (!files.isEmpty())
        m_menu.addSeparator();
}

void OriginMenu::askForFile()
{
    if (!m_files) {
        m_files = new ImportedFileDialog(m_filter.model().source()->importedFiles(-1), &m_window);
        m_files->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_files, &ImportedFileDialog::chosen, this, [this](const QString& file) {
            Q_EMIT chosen({ OriginChoice::Kind::File, file });
        });
    }
    m_files->open();
}

} // namespace pushbrake
