// Whether a file of evidence is as Pushbrake wrote it, and if not, where it was changed. Believes nothing of the file.
// Pure.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <expected>

namespace pushbrake {

/// What an unchanged file says of itself.
struct EvidenceWord
{
    QByteArray seal; ///< as in Evidence
    QString appName;
    QString person;
    QString machine;
    QDateTime startedAt; ///< UTC
    QDateTime takenAt; ///< UTC
    qint64 pushes = 0;
    bool practice = false;

    bool operator==(const EvidenceWord&) const = default;
};

struct EvidenceFault
{
    enum class Kind {
        Unreadable, ///< it could not be opened, or is no file
        NotEvidence, ///< another file, or one that is cut or damaged
        TooLarge,
        Newer, ///< of a later version of the program
        RowChanged, ///< with its line
        RowMissing, ///< with the line before which it is missing, as it was counted
        RowAdded, ///< with its line
        RowsReordered, ///< with the first line that is not in its place
        TableChanged, ///< rows.csv
        ReadMeChanged,
        HashesChanged, ///< with the line of hashes.txt
        FileAdded ///< one that does not belong there
    };
    Kind kind = Kind::NotEvidence;
    int line = 0; ///< 1-based; 0 when there is none

    bool operator==(const EvidenceFault&) const = default;
};

[[nodiscard]] std::expected<EvidenceWord, EvidenceFault> checkEvidence(const QByteArray& file);

/// How a seal that somebody noted, with blanks and in whatever case, stands to that of a file.
enum class SealMatch {
    Beginning, ///< the same as far as it goes, also when it is empty
    Same,
    Other
};
SealMatch compareSeals(const QString& noted, const QByteArray& seal);

} // namespace pushbrake
