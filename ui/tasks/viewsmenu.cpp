#include "ui/tasks/viewsmenu.h"

#include "ui/look/theme.h"
#include "ui/parts/safequestion.h"
#include "ui/tasks/taskfilter.h"
#include "ui/tasks/viewnamedialog.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace pushbrake {

ViewsMenu::ViewsMenu(QSettings& settings, const TaskFilter& filter, QWidget& window)
    : QObject(&window)
    , m_filter(filter)
    , m_window(window)
    , m_views(settings)
    , m_menu(new QMenu(&window))
    , m_renaming(new QMenu(tr("&Rename a view"), m_menu))
    , m_removing(new QMenu(tr("Re&move a view"), m_menu))
{
    m_menu->setObjectName(u"viewsMenu"_s);
    m_menu->setAccessibleName(tr("Saved views"));
    m_renaming->setObjectName(u"renameViewMenu"_s);
    m_removing->setObjectName(u"removeViewMenu"_s);
    connect(m_menu, &QMenu::aboutToShow, this, &ViewsMenu::fill);
    fill();
}

void ViewsMenu::open(const AppKey& app)
{
    m_views.open(app);
    fill();
}

void ViewsMenu::fill()
{
    for (QMenu* menu : { m_menu, m_renaming, m_removing })
        menu->clear();
    addViews();
    QAction* save = m_menu->addAction(tr("&Save this view…"));
    save->setObjectName(u"saveViewAction"_s);
    connect(save, &QAction::triggered, this, [this] { askForName({}); });
    if (m_views.all().isEmpty())
        return;
    m_menu->addMenu(m_renaming);
    m_menu->addMenu(m_removing);
}

// The one that is shown now is checked.
void ViewsMenu::addViews()
{
    for (const SavedView& view : m_views.all()) {
        const QString shown = theme::inMenu(theme::visible(view.name));
        QAction* action = m_menu->addAction(shown);
        action->setCheckable(true);
        action->setChecked(
            view.by == m_filter.narrowing() && view.order == m_filter.sortKeys() && !m_filter.showsOnlyPasted());
        connect(action, &QAction::triggered, this, [this, view] { Q_EMIT opened(view); });
        connect(
            m_renaming->addAction(shown), &QAction::triggered, this, [this, name = view.name] { askForName(name); });
        connect(
            m_removing->addAction(shown), &QAction::triggered, this, [this, name = view.name] { askToRemove(name); });
    }
    if (!m_views.all().isEmpty())
        m_menu->addSeparator();
}

void ViewsMenu::askForName(const QString& given)
{
    auto* dialog = new ViewNameDialog(given, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ViewNameDialog::named, this,
        [this, dialog, given](const QString& name) { take(*dialog, given, name); });
    dialog->open();
}

void ViewsMenu::take(ViewNameDialog& dialog, const QString& given, const QString& name)
{
    const auto keepIt = [this, &dialog, given, name] {
        keep(given, name);
        dialog.accept();
    };
    const bool isOwn = !given.isEmpty() && given.compare(name, Qt::CaseInsensitive) == 0;
    if (isOwn || !m_views.contains(name))
        return keepIt();
    askSafely({ "replaceViewQuestion", tr("Replace the view of that name?"),
                  tr("There is a saved view called %1.").arg(theme::brief(name)), {},
                  { "keepViewButton", tr("&Keep it"), {} }, { { "replaceViewButton", tr("&Replace it"), keepIt } } },
        dialog);
}

void ViewsMenu::keep(const QString& given, const QString& name)
{
    if (given.isEmpty())
        m_views.save({ name, m_filter.narrowing(), m_filter.sortKeys() });
    else
        m_views.rename(given, name);
    fill();
}

void ViewsMenu::askToRemove(const QString& name)
{
    askSafely({ "removeViewQuestion", tr("Remove this view?"),
                  tr("The saved view %1 is removed. No push is touched.").arg(theme::brief(name)), {},
                  { "keepViewButton", tr("&Keep it"), {} },
                  { { "removeViewButton", tr("&Remove it"),
                      [this, name] {
                          m_views.remove(name);
                          fill();
                      } } } },
        m_window);
}

} // namespace pushbrake
