#include "ui/parts/chiprow.h"

#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/parts/flowlayout.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QStyleOptionButton>
#include <QStylePainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {

constexpr int widestChip = 420;
constexpr int crossSize = 14;
constexpr int padding = 2 * theme::unit;

int heightOf(const QWidget& one)
{
    return one.fontMetrics().height() + 2 * theme::unit + 2;
}

} // namespace

// Its words, and after them a cross: the whole of it is pressed, which is easier to hit than the cross alone.
class ChipRow::Button final : public QPushButton
{
public:
    Button(int key, QWidget* parent)
        : QPushButton(parent)
        , m_key(key)
    {
        setObjectName(u"chip%1"_s.arg(key));
        setAutoDefault(false);
    }

    int key() const { return m_key; }

    void say(const QString& words)
    {
        setText(words);
        setAccessibleName(ChipRow::tr("Remove: %1").arg(words));
        setToolTip(theme::plainTip(accessibleName()));
    }

    QSize sizeHint() const override
    {
        ensurePolished(); // its font is not known before
        const int words = fontMetrics().horizontalAdvance(text());
        return { std::min(words + theme::unit + crossSize + 2 * padding, widestChip), heightOf(*this) };
    }
    QSize minimumSizeHint() const override { return { 20 * theme::unit, sizeHint().height() }; }

protected:
    // Delete is a shortcut of the window too, and would come first: here it takes back a choice, and asks for no more.
    bool event(QEvent* event) override
    {
        if (event->type() != QEvent::ShortcutOverride)
            return QPushButton::event(event);
        const auto* pressed = static_cast<QKeyEvent*>(event);
        const bool isPlain = !(pressed->modifiers() & ~Qt::KeypadModifier);
        if (!isPlain || (pressed->key() != Qt::Key_Delete && pressed->key() != Qt::Key_Backspace))
            return QPushButton::event(event);
        event->accept();
        return true;
    }

    void paintEvent(QPaintEvent*) override
    {
        QStylePainter painter(this);
        QStyleOptionButton option;
        initStyleOption(&option);
        option.text.clear();
        painter.drawControl(QStyle::CE_PushButton, option);
        const QRect inside = rect().adjusted(padding, 0, -padding, 0);
        const auto place = [&](QRect part) { return QStyle::visualRect(layoutDirection(), inside, part); };
        QRect words = inside;
        words.setWidth(inside.width() - crossSize - theme::unit);
        painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText));
        painter.drawText(place(words),
            int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading) | Qt::AlignAbsolute | Qt::AlignVCenter
                | Qt::TextSingleLine),
            fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
        const QRect cross(inside.right() + 1 - crossSize, (height() - crossSize) / 2, crossSize, crossSize);
        theme::icon(u"x"_s, theme::Tone::Dim).paint(&painter, place(cross));
    }

    void keyPressEvent(QKeyEvent* event) override
    {
        switch (event->key()) {
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (!event->isAutoRepeat()) // one press takes back one choice
                click();
            return;
        default: QPushButton::keyPressEvent(event);
        }
    }

private:
    const int m_key;
};

ChipRow::ChipRow(const QString& clearing, QWidget& before, QWidget* parent)
    : QWidget(parent)
    , m_flow(new FlowLayout(this))
    , m_before(before)
    , m_clear(makeButton("clearChipsButton", clearing, this))
{
    setObjectName(u"chipRow"_s);
    m_flow->setSpacing(theme::unit + 2);
    m_flow->addWidget(m_clear);
    m_clear->hide();
    hide();
    connect(m_clear, &QPushButton::clicked, this, &ChipRow::clearRequested);
}

ChipRow::Button* ChipRow::chipOf(int key) const
{
    const auto found
        = std::find_if(m_chips.begin(), m_chips.end(), [key](const Button* one) { return one->key() == key; });
    return found == m_chips.end() ? nullptr : *found;
}

void ChipRow::show(const QList<Chip>& chips, bool offersClearing)
{
    const auto isWanted = [&chips](const Button* one) {
        return std::any_of(chips.begin(), chips.end(), [one](const Chip& chip) { return chip.key == one->key(); });
    };
    for (Button* one : QList(m_chips)) {
        if (!isWanted(one))
            remove(*one);
    }
    for (qsizetype place = 0; place < chips.size(); ++place) {
        Button* one = chipOf(chips.at(place).key);
        if (!one) {
            one = new Button(chips.at(place).key, this);
            m_chips.insert(place, one);
            m_flow->insertWidget(place, *one);
            connect(one, &QPushButton::clicked, this, [this, key = one->key()] { Q_EMIT removeRequested(key); });
            one->show();
        }
        one->say(chips.at(place).words);
        one->updateGeometry();
    }
    if (window()->focusWidget() == m_clear && !offersClearing) {
        if (m_chips.isEmpty())
            Q_EMIT keyboardLeft();
        else
            m_chips.last()->setFocus();
    }
    m_clear->setVisible(offersClearing);
    m_clear->setFixedHeight(heightOf(*m_clear));
    setVisible(!chips.isEmpty());
    order();
}

// It may be the sender of what made it go.
void ChipRow::remove(Button& chip)
{
    const qsizetype place = m_chips.indexOf(&chip);
    m_chips.removeAt(place);
    m_flow->removeWidget(&chip);
    if (window()->focusWidget() == &chip) { // whether or not the window is the active one
        if (m_chips.isEmpty())
            Q_EMIT keyboardLeft();
        else
            m_chips.at(std::min(place, m_chips.size() - 1))->setFocus();
    }
    chip.hide();
    chip.deleteLater();
}

void ChipRow::order()
{
    QWidget* before = &m_before;
    for (Button* chip : m_chips) {
        setTabOrder(before, chip);
        before = chip;
    }
    setTabOrder(before, m_clear);
}

} // namespace pushbrake
