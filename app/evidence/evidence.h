// The evidence of one run as a file that shows whether anything in it was changed since: a zip file with
//   rows.jsonl   what is known, a JSON object a line (RFC 8259): the run, then each push and what was asked about it
//   rows.csv     the same pushes as a table
//   READ-ME.txt  what this is, in words that the window gives
//   hashes.txt   of each line of rows.jsonl, then of the other two: its name, the SHA-256 (FIPS 180-4) of its bytes,
//   and
//                the SHA-256 of the chained hash before it followed by this one; the first follows 64 zeros
// The last chained hash, the seal, stands for the whole. Whoever makes a file anew gives it another seal, so a seal
// that was noted elsewhere proves more than the file alone. Pure but for the temporary file of the packing.
#pragma once

#include "domain/clock.h"
#include "store/history.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace pushbrake {

inline constexpr qint64 mostEvidenceBytes = 256 * 1024 * 1024; ///< unpacked

/// Where and when it was taken; the run itself is History's.
struct EvidenceAbout
{
    QString programVersion;
    QString machineName;
    QString takenBy; ///< who is signed in at the computer
    QDateTime takenAt; ///< UTC
    /// What the service's clock was ahead of the computer's during the run; nothing when no request left.
    std::optional<Milliseconds> clockDifference;
};

struct Evidence
{
    QByteArray file;
    QByteArray seal; ///< 64 hexadecimal digits
};

class EvidenceWriter
{
public:
    EvidenceWriter(const HistoryRun& run, const EvidenceAbout& about);

    /// `story`: every request about it, in the order asked.
    void add(const HistoryPush& push, const QList<RunEvent>& story);
    /// Nothing when it could not be packed. Call once.
    [[nodiscard]] std::optional<Evidence> finished(const QByteArray& readMe);

private:
    void addLine(const QByteArray& line);
    void chain(const QByteArray& name, const QByteArray& hash);

    QByteArray m_lines;
    QByteArray m_table;
    QByteArray m_hashes;
    QByteArray m_seal;
    int m_count = 0;
};

} // namespace pushbrake
