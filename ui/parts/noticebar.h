// One line above the list that says what went wrong or what was done, with details to unfold and one action.
// Stays until it is closed or replaced. Owned by MainWindow.
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace pushbrake {

class IconLabel;

class NoticeBar : public QFrame
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget* parent = nullptr);
    void showNotice(const QString& text, const QString& details, const QString& action);

Q_SIGNALS:
    void actionClicked();

private:
    IconLabel* m_icon;
    QLabel* m_text;
    QLabel* m_details;
    QPushButton* m_unfold;
    QPushButton* m_action;
    QToolButton* m_close;
};

} // namespace pushbrake
