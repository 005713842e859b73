// What a check has come to, above its rows: the counts with the worst first, what was checked and when it was read,
// what stood in the way, and while it goes on how far it is. Owned by CheckPage.
#pragma once

#include "domain/checkcounts.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace pushbrake {

class IconLabel;

class CheckHead : public QWidget
{
    Q_OBJECT
public:
    struct Words
    {
        QString about; ///< what was checked, in which app
        QString read; ///< when, and what else was looked for
        QString problem {}; ///< why not all was read; empty where all was
        QString advice {};
        QString age {}; ///< what has happened since; empty for nothing
    };

    explicit CheckHead(QWidget* parent);

    void showRunning(const QString& about, const CheckCounts& counts, int done, int total);
    void showEnded(const Words& words, const CheckCounts& counts);
    QPushButton& stopButton() const { return *m_stop; }

Q_SIGNALS:
    void stopRequested();
    void againRequested();

private:
    void showCounts(const CheckCounts& counts);
    QWidget* makeLine(QLabel& words, QPushButton& button, const QString& icon);

    IconLabel* m_icon;
    QLabel* m_counts;
    QLabel* m_about;
    QLabel* m_read;
    QWidget* m_going; ///< progress and stop
    QLabel* m_done;
    QProgressBar* m_bar;
    QPushButton* m_stop;
    QLabel* m_problem;
    QPushButton* m_again;
    QWidget* m_trouble;
    QLabel* m_age;
    QPushButton* m_renew;
    QWidget* m_aged; ///< what stands here is older than a deed
};

} // namespace pushbrake
