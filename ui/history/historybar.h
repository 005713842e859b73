// What of the history is shown: words, app, days, results, and whether as pushes or as runs. Every day and result is
// one click. Owned by HistoryPage; tells of each change by changed().
#pragma once

#include "domain/clock.h"
#include "store/history.h"

#include <QTimer>
#include <QWidget>

#include <utility>

class QButtonGroup;
class QComboBox;
class QDateEdit;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace pushbrake {

class HistoryBar : public QWidget
{
    Q_OBJECT
public:
    /// Borrows the clock.
    HistoryBar(const Clock& clock, QWidget* parent);

    /// As chosen, with the days worked out by the clock of now; of no single run. Of days of one's own that make no
    /// sense those that did before.
    HistoryFilter filter() const;
    bool showsRuns() const;
    void showPushes();
    /// The apps that can be chosen from; the choice stays where it can.
    void setApps(const QList<HistoryRun>& apps);
    /// The app that is opened: chosen when there is anything of it.
    void chooseApp(const AppKey& app);
    void clear(); ///< everything of every app
    void focusSearch();
    QString chosenApp() const; ///< its name; empty for all
    /// What is done with everything that is shown, beside the choices. The button becomes a child.
    void addButton(QPushButton& button);

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Days { Any, Today, Yesterday, Week, Own };
    enum class Results { Any, Cancelled, TooLate, NotCancelled, NotKnown };

    QPushButton* addChoice(QButtonGroup& group, QHBoxLayout& row, const char* name, const QString& text, int id);
    void buildSearch(QHBoxLayout& row);
    void buildDays(QHBoxLayout& row);
    void buildResults(QHBoxLayout& row);
    void proposeOwnDays();
    void showOwnDays();
    QDateEdit* makeDay(const char* name, const QString& spoken);
    void takeOwnDays();
    QString faultOfOwnDays() const;
    QDate today() const;
    std::pair<QDate, QDate> days() const; ///< the first, and the one after the last

    const Clock& m_clock;
    QLineEdit* m_search = nullptr;
    QComboBox* m_app = nullptr;
    QButtonGroup* m_shown = nullptr;
    QButtonGroup* m_days = nullptr;
    QButtonGroup* m_results = nullptr;
    QDateEdit* m_from = nullptr;
    QLabel* m_until = nullptr;
    QDateEdit* m_to = nullptr;
    QLabel* m_fault = nullptr; ///< what is wrong with them
    QHBoxLayout* m_first = nullptr; ///< the row of the search
    std::pair<QDate, QDate> m_own; ///< the first and the last, as they made sense
    bool m_areDaysSet = false; ///< by a person
    QTimer m_typing; ///< what is typed is looked for when a moment has passed
};

} // namespace pushbrake
