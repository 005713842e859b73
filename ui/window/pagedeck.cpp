#include "ui/window/pagedeck.h"

#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/parts/scrolledform.h"
#include "ui/window/commandaction.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pushbrake {

PageDeck::PageDeck(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_head(new QWidget(this))
    , m_back(makeButton("backButton", tr("Back to the list"), m_head))
    , m_title(theme::plainLabel({}, m_head))
    , m_openers(new QActionGroup(this))
{
    setObjectName(u"pageDeck"_s);
    m_head->setObjectName(u"pageHead"_s);
    m_title->setObjectName(u"pageTitle"_s);
    m_title->setWordWrap(false);
    m_title->setFont(theme::titleFont(m_title->font()));
    m_back->setToolTip(tr("Shows the list again (Esc)"));
    auto* head = new QHBoxLayout(m_head);
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(theme::bandGap);
    head->addWidget(m_back);
    head->addWidget(m_title, 1);
    m_head->hide();
    auto* middle = new ScrolledForm(this);
    middle->setObjectName(u"middle"_s);
    middle->column().addWidget(m_pages = new QStackedWidget(middle), 1);
    m_pages->setObjectName(u"pages"_s);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->addWidget(m_head);
    m_column->addWidget(middle, 1);
    connect(m_back, &QPushButton::clicked, this, &PageDeck::goBack);
}

QAction* PageDeck::makeOpener(const Page& page, int number)
{
    auto* opener = new CommandAction("", page.title, {}, this);
    opener->setObjectName(page.widget->objectName() + u"Action"_s);
    opener->setKeys(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + number)));
    return opener;
}

QAction* PageDeck::add(const Page& page)
{
    const int number = m_pages->addWidget(page.widget);
    m_keyboards.append(page.keyboard);
    QAction* shows = page.opener ? page.opener : makeOpener(page, number);
    shows->setCheckable(true);
    shows->setChecked(number == 0);
    m_openers->addAction(shows);
    connect(shows, &QAction::triggered, this, [this, number, isTool = page.opener != nullptr] {
        // The button of a page that is shown leads back to where one came from.
        if (isTool && m_pages->currentIndex() == number)
            goBack();
        else
            show(number);
    });
    // One page needs no choice.
    for (QAction* action : m_openers->actions())
        action->setVisible(m_pages->count() > 1);
    return shows;
}

void PageDeck::addOfPage(const QList<QAction*>& actions, QWidget* page)
{
    for (QAction* action : actions)
        m_ofPage.append({ page ? m_pages->indexOf(page) : 0, action });
    setInPlace();
}

bool PageDeck::isFirstShown() const
{
    return m_pages->currentIndex() <= 0;
}

void PageDeck::goBack()
{
    if (!m_openers->actions().isEmpty())
        m_openers->actions().constFirst()->trigger();
}

void PageDeck::show(int page)
{
    m_pages->setCurrentIndex(page);
    presentHead();
    setInPlace();
    takeKeyboard();
}

void PageDeck::presentHead()
{
    const QString title = m_openers->actions().at(m_pages->currentIndex())->text().remove(u'&');
    m_title->setText(title);
    m_head->setVisible(!isFirstShown());
}

void PageDeck::setInPlace()
{
    for (const auto& [page, action] : std::as_const(m_ofPage)) {
        const bool isInPlace = page == std::max(0, m_pages->currentIndex());
        if (auto* command = qobject_cast<CommandAction*>(action))
            command->setElsewhere(isInPlace ? QString() : tr("This is about the list: go back to it first (Esc)."));
        else
            action->setEnabled(isInPlace);
    }
}

void PageDeck::takeKeyboard()
{
    if (KeyboardPlace* place = m_keyboards.value(m_pages->currentIndex()))
        place->takeKeyboard();
    else if (QWidget* page = m_pages->currentWidget())
        page->setFocus();
}

void PageDeck::setGap(int gap)
{
    m_column->setSpacing(gap);
}

} // namespace pushbrake
