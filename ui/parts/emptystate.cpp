#include "ui/parts/emptystate.h"

#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/parts/iconlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace pushbrake {

EmptyState::EmptyState(QWidget* parent, const QString& name)
    : QWidget(parent)
    , m_name(name)
    , m_icon(new IconLabel(48, this))
    , m_title(theme::plainLabel({}, this))
    , m_sentence(theme::plainLabel({}, this))
    , m_buttons(new QHBoxLayout)
{
    setObjectName(m_name + u"State"_s);
    m_icon->setObjectName(m_name + u"Icon"_s);
    m_title->setObjectName(m_name + u"Title"_s);
    m_sentence->setObjectName(m_name + u"Sentence"_s);
    m_sentence->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel* label : { m_title, m_sentence })
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::windowMargin, theme::windowMargin, theme::windowMargin, theme::windowMargin);
    column->setSpacing(theme::bandGap);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    m_buttons->setSpacing(theme::buttonGap);
    column->addLayout(m_buttons);
    column->addStretch(3);
}

void EmptyState::present(const Content& content)
{
    m_icon->setIcon(content.icon, theme::Tone::Dim);
    m_title->setFont(theme::titleFont(font())); // not before: each font that is measured is looked for on the disk
    m_title->setText(content.title);
    m_sentence->setText(content.sentence);
    setAccessibleName(content.title);
    setAccessibleDescription(content.sentence);
    while (QLayoutItem* item = m_buttons->takeAt(0)) {
        if (QWidget* old = item->widget()) {
            old->hide();
            old->setObjectName({});
            old->deleteLater(); // it may be the sender of the click that leads here
        }
        delete item;
    }
    m_shown.clear();
    m_buttons->addStretch();
    for (QAction* action : content.actions) {
        QPushButton* button = makeActionButton(*action, this, ActionButton::Words);
        button->setObjectName(m_name + u"Button%1"_s.arg(content.actions.indexOf(action)));
        m_buttons->addWidget(button);
        button->show(); // the layout would do so later, too late for the keyboard
        m_shown.append(button);
    }
    m_buttons->addStretch();
}

void EmptyState::say(const QString& sentence)
{
    m_sentence->setText(sentence);
    setAccessibleDescription(sentence);
}

void EmptyState::takeKeyboard()
{
    const auto usable
        = std::find_if(m_shown.begin(), m_shown.end(), [](const QPushButton* button) { return button->isEnabled(); });
    if (usable == m_shown.end())
        setFocus();
    else
        (*usable)->setFocus();
}

void EmptyState::tabAfter(QWidget& before)
{
    QWidget* last = &before;
    for (QPushButton* button : std::as_const(m_shown)) {
        setTabOrder(last, button);
        last = button;
    }
}

} // namespace pushbrake
