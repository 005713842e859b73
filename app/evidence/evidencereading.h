// Reads and checks a file of evidence on a thread of its own, so that the window stays alive. Made for one file by
// whoever shows what was found. Answers once.
#pragma once

#include "evidence/evidencecheck.h"

#include <QObject>
#include <QThreadPool>

namespace pushbrake {

class EvidenceReading : public QObject
{
    Q_OBJECT
public:
    using Found = std::expected<EvidenceWord, EvidenceFault>;

    explicit EvidenceReading(QObject* parent = nullptr);
    ~EvidenceReading() override; ///< waits for the thread

    void start(const QString& path);

Q_SIGNALS:
    void read(const pushbrake::EvidenceReading::Found& found);

private:
    QThreadPool m_thread;
};

} // namespace pushbrake
