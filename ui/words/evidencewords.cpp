#include "ui/words/evidencewords.h"

#include "ui/look/theme.h"
#include "ui/words/historywords.h"

#include <QCoreApplication>
#include <QStringList>

namespace pushbrake::sentences {

namespace {

struct EvidenceWords
{
    Q_DECLARE_TR_FUNCTIONS(EvidenceWords)
};

QString named(const QString& foreign)
{
    return foreign.isEmpty() ? EvidenceWords::tr("not recorded") : theme::brief(foreign, 80);
}

} // namespace

QString evidenceReadMe(const HistoryRun& run)
{
    const QStringList parts {
        EvidenceWords::tr("Evidence of a cancellation, written by Pushbrake"),
        run.isPractice() ? EvidenceWords::tr("PRACTICE: nothing in it reached real users.") : QString(),
        EvidenceWords::tr("rows.jsonl holds what is known, one JSON object a line: first the cancellation, then each "
                          "push, and under each push every request about it with the service's exact words. Times are "
                          "UTC. rows.csv holds the same pushes as a table for spreadsheets."),
        EvidenceWords::tr("hashes.txt shows whether anything was changed. Each of its lines has a name, the SHA-256 of "
                          "that line of rows.jsonl (without its line feed) or of that file, and the chained hash: the "
                          "SHA-256 of the chained hash before it, written as 64 hexadecimal digits, followed by the "
                          "hash of this line. The first one follows 64 zeros."),
        EvidenceWords::tr("The last chained hash is the seal. It stands for the whole file: compare it with the one "
                          "that was noted when the file was written. \"Verify evidence\" in Pushbrake does all of "
                          "this, and names the line that was changed."),
    };
    QString text;
    for (const QString& part : parts) {
        if (!part.isEmpty())
            text += theme::unmarked(part) + QStringLiteral("\n\n");
    }
    return text;
}

QString evidenceVerdict(const std::expected<EvidenceWord, EvidenceFault>& found)
{
    if (found)
        return EvidenceWords::tr("Nothing in this file was changed since it was made");
    switch (found.error().kind) {
    case EvidenceFault::Kind::Unreadable:
    case EvidenceFault::Kind::NotEvidence:
    case EvidenceFault::Kind::TooLarge:
    case EvidenceFault::Kind::Newer: return EvidenceWords::tr("This file cannot be checked");
    default: return EvidenceWords::tr("This file was changed");
    }
}

QString evidenceAdvice(const EvidenceFault& fault)
{
    switch (fault.kind) {
    case EvidenceFault::Kind::Unreadable: return EvidenceWords::tr("Choose a file that you may read.");
    case EvidenceFault::Kind::NotEvidence:
    case EvidenceFault::Kind::TooLarge: return EvidenceWords::tr("Ask for the file again.");
    case EvidenceFault::Kind::Newer: return EvidenceWords::tr("Check it with that version.");
    default: return EvidenceWords::tr("Do not rely on it. Ask for the file as it was when it was saved.");
    }
}

QString evidenceProblem(const EvidenceFault& fault)
{
    const int line = fault.line;
    switch (fault.kind) {
    case EvidenceFault::Kind::Unreadable: return EvidenceWords::tr("It could not be opened.");
    case EvidenceFault::Kind::NotEvidence:
        return EvidenceWords::tr("It is no evidence of Pushbrake, or it is cut or damaged.");
    case EvidenceFault::Kind::TooLarge: return EvidenceWords::tr("It holds more than any evidence of Pushbrake does.");
    case EvidenceFault::Kind::Newer: return EvidenceWords::tr("A later version of Pushbrake wrote it.");
    case EvidenceFault::Kind::RowChanged: return EvidenceWords::tr("Line %1 of rows.jsonl was edited.").arg(line);
    case EvidenceFault::Kind::RowMissing: return EvidenceWords::tr("Line %1 of rows.jsonl was taken out.").arg(line);
    case EvidenceFault::Kind::RowAdded: return EvidenceWords::tr("Line %1 of rows.jsonl was put in.").arg(line);
    case EvidenceFault::Kind::RowsReordered:
        return EvidenceWords::tr("The lines of rows.jsonl are in another order, from line %1 on.").arg(line);
    case EvidenceFault::Kind::TableChanged: return EvidenceWords::tr("The table, rows.csv, was edited.");
    case EvidenceFault::Kind::ReadMeChanged: return EvidenceWords::tr("The explanation, READ-ME.txt, was edited.");
    case EvidenceFault::Kind::HashesChanged:
        return EvidenceWords::tr("The hashes were edited: line %1 of hashes.txt does not follow from the one before.")
            .arg(line);
    case EvidenceFault::Kind::FileAdded:
        return EvidenceWords::tr("A file was put in that does not belong there. What Pushbrake wrote is unchanged.");
    }
    Q_UNREACHABLE();
}

QString evidenceOf(const EvidenceWord& word)
{
    QStringList lines;
    if (word.practice)
        lines.append(EvidenceWords::tr("PRACTICE: nothing in it reached real users."));
    lines.append(EvidenceWords::tr("%n push(es) of the app %1", nullptr, int(word.pushes)).arg(named(word.appName)));
    lines.append(EvidenceWords::tr("Cancelled by %1, %2").arg(named(word.person), momentInBothZones(word.startedAt)));
    lines.append(
        EvidenceWords::tr("Taken at the computer %1, %2").arg(named(word.machine), momentInBothZones(word.takenAt)));
    return lines.join(QLatin1Char('\n'));
}

QString sealInGroups(const QByteArray& seal)
{
    constexpr qsizetype group = 8;
    QString text;
    for (qsizetype i = 0; i < seal.size(); i += group) {
        if (i > 0)
            text += i == seal.size() / 2 ? QLatin1Char('\n') : QLatin1Char(' ');
        text += QString::fromLatin1(seal.mid(i, group));
    }
    return text;
}

} // namespace pushbrake::sentences
