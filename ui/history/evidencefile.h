// Gathers the evidence of one run and saves it: reads a part in each turn of the event loop, packs it on a thread of
// its own, and puts it in its place only when it is whole. Made by EvidenceDesk, which deletes it when this is done or
// failed. Borrows the history.
#pragma once

#include "evidence/evidence.h"
#include "store/history.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>

namespace pushbrake {

class EvidenceFile : public QObject
{
    Q_OBJECT
public:
    enum class Failure { NotRead, NotWritten };

    struct Wish
    {
        HistoryRun run;
        EvidenceAbout about; ///< without the difference of the clocks, which is read with the rest
        QByteArray readMe;
        QString path;
    };
    EvidenceFile(const History& history, Wish wish, QObject* parent);
    ~EvidenceFile() override; ///< waits for the thread

    void start();

Q_SIGNALS:
    void saved();
    void failed(pushbrake::EvidenceFile::Failure why);

private:
    void step();
    void packAndSave();
    void fail(Failure why);

    const History& m_history;
    Wish m_wish;
    QTimer m_step;
    HistoryMark m_mark;
    std::unique_ptr<EvidenceWriter> m_writer; ///< the thread's from packAndSave() on
    QThreadPool m_thread;
};

} // namespace pushbrake
