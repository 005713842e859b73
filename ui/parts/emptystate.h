// What stands in place of a list when there is nothing to list: a title, a sentence, what to do. Owned by its page.
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace pushbrake {

class IconLabel;

class EmptyState : public QWidget
{
    Q_OBJECT
public:
    struct Content
    {
        QString icon; ///< one of :/icons
        QString title;
        QString sentence;
        QList<QAction*> actions; ///< borrowed; a button for each, the first gets the keyboard
    };

    /// `name`: what the names of its parts begin with; a window may have several.
    explicit EmptyState(QWidget* parent = nullptr, const QString& name = QStringLiteral("empty"));
    void present(const Content& content);
    /// Another sentence under the same title; its buttons stay as they are.
    void say(const QString& sentence);
    void takeKeyboard(); ///< the first of its buttons that can be pressed
    /// Tab comes to its buttons after `before`.
    void tabAfter(QWidget& before);

private:
    QString m_name;
    IconLabel* m_icon;
    QLabel* m_title;
    QLabel* m_sentence;
    QHBoxLayout* m_buttons;
    QList<QPushButton*> m_shown;
};

} // namespace pushbrake
