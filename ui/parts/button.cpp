#include "ui/parts/button.h"

#include "ui/look/theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QStyleOptionButton>
#include <QTimer>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {

constexpr auto longestWords = "longestWords"; ///< of a button and of an action
constexpr auto wordsProperty = "words";
constexpr auto wordlessProperty = "wordless";
constexpr auto opensMenu = "opensMenu";
constexpr int arrowSpace = 4 * theme::unit;

// Enter presses the button that has the keyboard. Qt does so only with buttons that want to become a dialog's default
// on their way, and in a window without a default not at all.
class EnterButton final : public QPushButton
{
public:
    using QPushButton::QPushButton;

    // As wide as its longest words, whichever stand on it now.
    QSize sizeHint() const override
    {
        const QString longest = property(longestWords).toString();
        const auto width
            = [this](const QString& words) { return fontMetrics().size(Qt::TextShowMnemonic, words).width(); };
        QSize size = QPushButton::sizeHint();
        if (!longest.isEmpty())
            size.rwidth() += std::max(0, width(longest) - width(text()));
        if (hasArrow())
            size.rwidth() += arrowSpace;
        return size;
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void initStyleOption(QStyleOptionButton* option) const override
    {
        QPushButton::initStyleOption(option);
        if (hasArrow())
            option->features |= QStyleOptionButton::HasMenu;
    }

    void keyPressEvent(QKeyEvent* event) override
    {
        if (!isEnter(*event))
            QPushButton::keyPressEvent(event);
        else if (!event->isAutoRepeat())
            click();
    }

private:
    bool hasArrow() const { return property(opensMenu).toBool() && !property(wordlessProperty).toBool(); }
};

// QWidget's own following of an action is for tool buttons; the words of a push button take more room and have a
// mnemonic.
void follow(QPushButton& button, const QAction& action, ActionButton form)
{
    const bool isWhole = form == ActionButton::Whole;
    button.setProperty(longestWords, action.property(longestWords));
    setButtonText(button, isWhole ? action.text() : action.text().remove(u'&'));
    if (isWhole && !button.property("dangerous").toBool()) // which has its own, in white
        button.setIcon(action.icon());
    button.setToolTip(action.toolTip());
    button.setAccessibleDescription(action.toolTip());
    button.setEnabled(action.isEnabled());
}

// A button with a menu of its own waits inside the press until the menu is closed.
void openBelow(QPushButton& button, QMenu& menu)
{
    button.setProperty(opensMenu, true);
    QObject::connect(&button, &QPushButton::clicked, &menu, [&button, &menu] {
        const bool isMirrored = button.layoutDirection() == Qt::RightToLeft;
        const QPoint corner = isMirrored ? button.rect().bottomRight() - QPoint(menu.sizeHint().width() - 1, 0)
                                         : button.rect().bottomLeft();
        menu.popup(button.mapToGlobal(corner));
    });
}

} // namespace

bool isEnter(const QKeyEvent& key)
{
    return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
}

QPushButton* makeButton(const char* name, const QString& text, QWidget* parent, const QString& icon)
{
    QPushButton* button = new EnterButton(parent);
    button->setObjectName(QLatin1StringView(name));
    setButtonText(*button, text);
    if (!icon.isEmpty())
        button->setIcon(theme::icon(icon));
    button->setMinimumHeight(theme::controlHeight);
    button->setAutoDefault(false);
    return button;
}

void setButtonText(QPushButton& button, const QString& text)
{
    button.setProperty(wordsProperty, text);
    button.setText(button.property(wordlessProperty).toBool() ? QString() : text);
    button.setAccessibleName(QString(text).remove(u'&'));
}

void setWordless(QPushButton& button, bool wordless)
{
    button.setProperty(wordlessProperty, wordless);
    setButtonText(button, button.property(wordsProperty).toString());
}

void sayCopied(QPushButton& button)
{
    constexpr auto readable = std::chrono::seconds(2);
    constexpr auto saysSo = "copied";
    if (button.property(saysSo).toBool())
        return;
    const QString usual = button.text();
    const int least = button.minimumWidth();
    button.setProperty(saysSo, true);
    button.setMinimumWidth(button.width());
    setButtonText(button, QCoreApplication::translate("Button", "Copied"));
    QTimer::singleShot(readable, &button, [&button, usual, least] {
        setButtonText(button, usual);
        button.setMinimumWidth(least);
        button.setProperty(saysSo, false);
    });
}

void setLongestWords(QAction& action, const QString& words)
{
    action.setProperty(longestWords, words);
}

QPushButton* makeActionButton(QAction& action, QWidget* parent, ActionButton form)
{
    QString name = action.objectName();
    name.replace("Action"_L1, "Button"_L1);
    QPushButton* button = makeButton(name.toLatin1().constData(), {}, parent);
    follow(*button, action, form);
    if (QMenu* menu = action.menu())
        openBelow(*button, *menu);
    else
        QObject::connect(button, &QPushButton::clicked, &action, &QAction::trigger);
    QObject::connect(&action, &QAction::changed, button, [button, &action, form] { follow(*button, action, form); });
    return button;
}

} // namespace pushbrake
