// What can be done about the rows of a check that are selected: show their pushes in the list, or ask whether to cancel
// them. Two actions, for a row of buttons and a menu. Only asks: the room of checks changes nothing at the service.
// Owned by CheckPage.
#pragma once

#include <QWidget>

namespace pushbrake {

class CommandAction;

class CheckDeeds : public QWidget
{
    Q_OBJECT
public:
    explicit CheckDeeds(QWidget* parent);

    struct Chosen
    {
        int pushes = 0;
        int scheduled = 0; ///< of them, by what the check read
    };
    void setChosen(const Chosen& chosen);
    /// While it goes on, rows still come and move.
    void setRunning(bool running);
    void setPractice(bool practice);
    /// Why nothing can be cancelled in the opened app; empty when it can.
    void setUnavailable(const QString& whyNot);
    QList<QAction*> actions() const;

Q_SIGNALS:
    void showRequested();
    void cancelRequested();

private:
    void renew();
    QString whyNotCancel() const;

    CommandAction* m_show;
    CommandAction* m_cancel;
    Chosen m_chosen;
    bool m_isRunning = false;
    bool m_isPractice = false;
    QString m_unavailable;
};

} // namespace pushbrake
