// The pages of the window, one of which is shown. On every page but the first a line above it says where one is and
// leads back; commands that speak of one page are off while another is shown. Owned by Shell, and owns the pages.
#pragma once

#include "ui/window/room.h"

#include <QList>
#include <QWidget>

#include <utility>

class QActionGroup;
class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace pushbrake {

class PageDeck : public QWidget
{
    Q_OBJECT
public:
    explicit PageDeck(QWidget* parent);

    /// The action that shows it, for the menus. Once more on a page with an opener of its own, it leads back.
    QAction* add(const Page& page);
    /// Commands that speak of that page; null: of the first.
    void addOfPage(const QList<QAction*>& actions, QWidget* page);
    bool isFirstShown() const;
    void goBack(); ///< to the first page
    void takeKeyboard(); ///< of the page that is shown
    void setGap(int gap); ///< between the line and the page

private:
    QAction* makeOpener(const Page& page, int number);
    void show(int page);
    void presentHead();
    void setInPlace();

    QVBoxLayout* m_column;
    QWidget* m_head;
    QPushButton* m_back;
    QLabel* m_title;
    QStackedWidget* m_pages;
    QActionGroup* m_openers;
    QList<KeyboardPlace*> m_keyboards; ///< page by page; borrowed
    QList<std::pair<int, QAction*>> m_ofPage; ///< borrowed
};

} // namespace pushbrake
