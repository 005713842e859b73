#include "ui/parts/button.h"

#include "ui/look/theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QPushButton>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {

// QWidget's own following of an action is for tool buttons; the words of a push button take more room and have a
// mnemonic.
void follow(QPushButton& button, const QAction& action)
{
    setButtonText(button, action.text());
    if (!button.property("dangerous").toBool()) // which has its own, in white
        button.setIcon(action.icon());
    button.setToolTip(action.toolTip());
    button.setAccessibleDescription(action.toolTip());
    button.setEnabled(action.isEnabled());
}

} // namespace

QPushButton* makeButton(const char* name, const QString& text, QWidget* parent, const QString& icon)
{
    auto* button = new QPushButton(parent);
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
    button.setText(text);
    button.setAccessibleName(QString(text).remove(u'&'));
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

QPushButton* makeActionButton(QAction& action, QWidget* parent)
{
    QString name = action.objectName();
    name.replace("Action"_L1, "Button"_L1);
    QPushButton* button = makeButton(name.toLatin1().constData(), {}, parent);
    follow(*button, action);
    QObject::connect(button, &QPushButton::clicked, &action, &QAction::trigger);
    QObject::connect(&action, &QAction::changed, button, [button, &action] { follow(*button, action); });
    return button;
}

} // namespace pushbrake
