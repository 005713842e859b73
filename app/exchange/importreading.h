// Reads what is imported on a thread of its own, first the table, then what would become of its rows, so that the
// window stays alive. Owned by the window that shows it; what it is asked ends what it was asked before. Each question
// that is not overtaken is answered once, by one of the signals.
#pragma once

#include "exchange/importreader.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <stop_token>

namespace pushbrake {

class ImportReading : public QObject
{
    Q_OBJECT
public:
    explicit ImportReading(QObject* parent = nullptr);
    /// Waits for the thread, which stops between two rows.
    ~ImportReading() override;

    void readFile(const QString& path);
    void readPasted(const QString& text);
    /// The same once more, with another encoding, separator or sheet.
    void readAgain(const TableHints& hints);
    /// Of a table that was read.
    void preview(std::shared_ptr<const ReadTable> table, const ColumnPlan& plan, const ImportContext& context);
    /// Nothing is answered any more.
    void stop();
    bool isBusy() const { return m_watch != nullptr; }

Q_SIGNALS:
    /// About ten times a second while it works.
    void progressed(int rows);
    void tableRead(std::shared_ptr<const pushbrake::ReadTable> table, pushbrake::ColumnPlan guess);
    void previewed(std::shared_ptr<const pushbrake::ImportPreview> preview);
    void failed(pushbrake::TableFault fault);

private:
    struct Source
    {
        bool isPasted = false;
        QString path;
        QByteArray bytes; ///< of the file, once it was opened; null before
        QString text; ///< that was pasted
    };

    /// Runs `work(watch)` on the thread and then what that returns on this one, unless it was overtaken.
    template<typename Work> void begin(Work work);
    void read();

    QThreadPool m_thread;
    QTimer m_tick;
    std::stop_source m_stop;
    std::shared_ptr<const ReadingWatch> m_watch; ///< of what is under way
    Source m_source;
    TableHints m_hints;
};

} // namespace pushbrake
