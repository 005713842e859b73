// Writes pushes of the history into a file, as CSV part by part or as a workbook on a thread of its own, so that the
// window answers. A file that could not be written whole is not there, and what stood in its place stays. Owned by
// HistoryDesk, which deletes it when it is written or failed.
#pragma once

#include "ui/history/historycells.h"
#include "ui/history/historytake.h"

#include <QSaveFile>
#include <QStringList>
#include <QThreadPool>

namespace pushbrake {

class HistoryFile : public QObject
{
    Q_OBJECT
public:
    enum class Failure { NotRead, NotWritten, TooMany };

    static constexpr int mostInWorkbook = 50'000; ///< rows: more takes minutes to open

    struct Plan
    {
        HistoryFilter filter;
        HistoryTake::Of of = HistoryTake::Of::Pushes;
        QString path; ///< its ending says which kind
        QList<QStringList> facts; ///< for the sheet of counts
    };
    /// Borrows the history.
    HistoryFile(const History& history, Plan plan, QObject* parent);
    ~HistoryFile() override;
    void start();

Q_SIGNALS:
    void written(int pushes);
    void failed(pushbrake::HistoryFile::Failure why);

private:
    void onRead(const QList<HistoryPush>& pushes);
    void onDone();
    void end(bool isWritten);
    void fail(Failure why);
    void makeWorkbook();

    const Plan m_plan;
    const bool m_isWorkbook;
    HistoryTake m_take;
    QSaveFile m_file;
    QList<QStringList> m_rows; ///< of a workbook, until it is made
    historycells::Counts m_counts;
    int m_count = 0;
    QThreadPool m_thread;
};

} // namespace pushbrake
