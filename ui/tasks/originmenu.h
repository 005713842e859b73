// The part of the menu of filters that is about where pushes came from. The files are those of the opened app, the one
// used last first: a dozen of them, the others in a window of their own. Owned by FilterMenu.
#pragma once

#include "ui/tasks/originchoice.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <utility>

class QAction;
class QActionGroup;
class QMenu;
class QWidget;

namespace pushbrake {

class ImportedFileDialog;
class TaskFilter;

class OriginMenu : public QObject
{
    Q_OBJECT
public:
    /// Fills `menu`, and its files each time it is opened. Borrows all of them; a window is opened over `window`.
    OriginMenu(const TaskFilter& filter, QMenu& menu, QWidget& window);

    /// What is chosen now.
    void show(const OriginChoice& choice);

Q_SIGNALS:
    void chosen(const pushbrake::OriginChoice& choice);

private:
    void fill();
    void add(const OriginChoice& choice);
    void addFiles();
    void askForFile();

    const TaskFilter& m_filter;
    QMenu& m_menu;
    QWidget& m_window;
    QActionGroup* m_group;
    OriginChoice m_choice;
    QList<std::pair<QAction*, OriginChoice>> m_choices;
    QPointer<ImportedFileDialog> m_files;
};

} // namespace pushbrake
