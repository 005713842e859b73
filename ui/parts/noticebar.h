// One line at the foot of the page that says what went wrong or what was done, with details to unfold: the weightiest
// of what nobody has closed. Under a warning stands what was done since, lest a person do it again. Owned by Shell.
#pragma once

#include "ui/parts/noticequeue.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;
class QToolButton;

namespace pushbrake {

class IconLabel;

class NoticeBar : public QFrame, public Notices
{
    Q_OBJECT
public:
    /// Its parts are called `name`Bar, `name`Text and so on.
    explicit NoticeBar(QWidget* parent = nullptr, const QString& name = QStringLiteral("notice"));

    int tell(NoticeKind kind, const QString& text, const QString& details = {}) override;
    void takeBack(int notice) override;
    void clear() override;

private:
    void present();
    void letPass(const NoticeText* passing);
    void presentFirst(const NoticeText& notice);
    void dress(NoticeKind kind);

    NoticeQueue m_queue;
    IconLabel* m_icon;
    QLabel* m_text;
    QLabel* m_details;
    QLabel* m_since; ///< what was told since, and weighs less
    QPushButton* m_unfold;
    QToolButton* m_close;
    QTimer* m_passing;
    int m_passes = 0; ///< the number of the notice that goes when it is over; 0: none
    int m_shown = 0; ///< the number of the notice that is shown; 0: none
};

} // namespace pushbrake
