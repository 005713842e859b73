// Compares three tellings of one cancellation: what the service really did, what the journal holds, what the person
// saw. Pure: whoever uses it reads the files. Whatever does not fit is a disagreement, told in one sentence.
#pragma once

#include <QHash>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace pushbrake {

class Agreement
{
public:
    /// One deletion that the service received. Task 0: it was broken off before the service looked which one is meant.
    struct Deletion
    {
        qint64 task = 0;
        bool applied = false;
    };
    /// One row of the journal, in the journal's own words.
    struct Row
    {
        qint64 run = 0;
        qint64 task = 0;
        QString state; ///< "planned", "sending", "settled"
        QString outcome; ///< "cancelled", "too_late", "rejected", "unknown", "not_sent", "withdrawn"
        int attempts = 0;
    };

    /// After a crash, rows may be unfinished and results untold.
    explicit Agreement(bool afterCrash = false)
        : m_afterCrash(afterCrash)
    {
    }

    void serviceReceived(const Deletion& deletion);
    void journalHolds(const Row& row);
    void personSaw(qint64 task, const QString& outcome);
    /// A look at the task afterwards: "gone", "pending", "too_late" or "not_read" when the look failed.
    void personRead(qint64 task, const QString& now);
    /// So many different tasks must have been reported.
    void expectReports(int tasks) { m_expectedReports = tasks; }

    /// Empty when all agree.
    QStringList disagreements() const;
    /// Counts in one line.
    QString summary() const;

private:
    struct Told
    {
        int received = 0;
        int applied = 0;
        QList<Row> rows;
        QStringList seen;
        QStringList read;
    };
    void compareService(qint64 task, const Told& told, QStringList& found) const;
    void compareRow(const Row& row, const Told& told, QStringList& found) const;
    void compareSeen(qint64 task, const Told& told, QStringList& found) const;
    void compareRead(qint64 task, const Told& told, QStringList& found) const;
    int countRows(const QString& outcome) const;

    bool m_afterCrash;
    int m_expectedReports = 0;
    int m_receivedUnnamed = 0;
    QMap<qint64, Told> m_tasks;
};

} // namespace pushbrake
