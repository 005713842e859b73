#include "ui/words/importwords.h"

#include "ui/look/theme.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace pushbrake::sentences {

namespace {

struct ImportWords
{
    Q_DECLARE_TR_FUNCTIONS(ImportWords)
};

constexpr int mostLines = 5;
constexpr qint64 megabyte = 1024 * 1024;

QString inLines(const QList<int>& lines)
{
    QStringList said;
    for (const int line : lines.mid(0, mostLines))
        said.append(QString::number(line));
    const QString list = said.join(QStringLiteral(", "));
    return lines.size() > mostLines ? ImportWords::tr("%1 and more").arg(list) : list;
}

QString textColumn(const QString& what)
{
    return what + QLatin1Char(' ')
        + ImportWords::tr("Format the column as text in the spreadsheet, and copy the IDs into it again.");
}

QString refusal(const ImportRemark& remark)
{
    const QString text = theme::brief(remark.text, 40);
    const QString id = theme::leftToRight(QString::number(remark.id));
    switch (remark.reason) {
    case ImportReason::NoId: return ImportWords::tr("There is no task ID in this row.");
    case ImportReason::NotANumber: return ImportWords::tr("This is no number.");
    case ImportReason::Scientific:
        return textColumn(ImportWords::tr("The spreadsheet has replaced a part of this number."));
    case ImportReason::RoundedNumber:
        return textColumn(ImportWords::tr("A spreadsheet keeps 15 digits of a number, and this one has more."));
    case ImportReason::RoundedText:
        return textColumn(ImportWords::tr("It ends in zeros, as a spreadsheet rounds long numbers."));
    case ImportReason::RoundedTwin:
        return ImportWords::tr("Its first 15 digits are also those of line %1, and one of them is rounded. Check both.")
            .arg(inLines(remark.lines));
    case ImportReason::Decimal:
        return remark.id > 0 ? ImportWords::tr("It has a decimal point; it may be %1.").arg(id)
                             : ImportWords::tr("It has a decimal point, which no task ID has.");
    case ImportReason::Separators:
        return ImportWords::tr("Its points or commas may mean more than one thing. Write the ID with digits only.");
    case ImportReason::Sign: return ImportWords::tr("It has a sign, which no task ID has.");
    case ImportReason::Zero: return ImportWords::tr("Zero is no task ID.");
    case ImportReason::LeadingZero:
        return ImportWords::tr("It begins with a zero, which no task ID does. Check it: digits may have been lost.");
    case ImportReason::TooLarge: return ImportWords::tr("It is larger than any task ID.");
    case ImportReason::ErrorValue: return ImportWords::tr("The spreadsheet shows an error here in place of a value.");
    case ImportReason::Truth: return ImportWords::tr("The spreadsheet has made TRUE or FALSE of it.");
    case ImportReason::DateCell:
    case ImportReason::DateForm: return textColumn(ImportWords::tr("The spreadsheet has made a date of it."));
    case ImportReason::Moment: return ImportWords::tr("This is a date or a time.");
    case ImportReason::Phone: return ImportWords::tr("This looks like a telephone number.");
    case ImportReason::Address: return ImportWords::tr("This is a part of an address.");
    case ImportReason::PushId:
        return ImportWords::tr("This is the ID of a push that was already sent, which cannot be cancelled.");
    case ImportReason::MixedDigits:
        return ImportWords::tr("Its digits are of more than one script. Type the ID again.");
    case ImportReason::HiddenCharacter:
        return ImportWords::tr("There is an invisible character in the middle of it. Type the ID again.");
    case ImportReason::SeveralIds:
        return ImportWords::tr("There is more than one number in this cell. Give each a row of its own.");
    case ImportReason::ExtraCells:
        return ImportWords::tr("The row has more cells than the table has columns. Was a number torn at its commas?");
    case ImportReason::MergedCell:
        return ImportWords::tr("The cell is merged with others. Split it, so that each row has its own ID.");
    case ImportReason::HiddenRow: return ImportWords::tr("The row is hidden in the file.");
    case ImportReason::AboveHeadings: return ImportWords::tr("It stands above the headings.");
    case ImportReason::RepeatedHeadings: return ImportWords::tr("These are the headings once more.");
    case ImportReason::Repetition:
        return ImportWords::tr("The same ID stands in line %1, which is taken instead.").arg(inLines(remark.lines));
    case ImportReason::AudienceConflict:
        return ImportWords::tr("Lines %1 do not agree on who gets this push.").arg(inLines(remark.lines));
    case ImportReason::OtherApp: return ImportWords::tr("It is of SDKAppID %1, which is another app.").arg(text);
    case ImportReason::OtherRegion: return ImportWords::tr("It is of the region %1, not of this app's.").arg(text);
    default: return ImportWords::tr("The region %1 is not known.").arg(text);
    }
}

QString note(const ImportRemark& remark)
{
    const QString text = theme::brief(remark.text, 40);
    switch (remark.reason) {
    case ImportReason::Trimmed: return ImportWords::tr("Blanks or invisible characters around it were left away.");
    case ImportReason::ForeignDigits: return ImportWords::tr("Its digits are of another script.");
    case ImportReason::ThousandsRemoved: return ImportWords::tr("Its marks of thousands were left away.");
    case ImportReason::LabelRemoved: return ImportWords::tr("The words beside the number were left away.");
    case ImportReason::DecimalRemoved: return ImportWords::tr("The zeros after its decimal point were left away.");
    case ImportReason::FromFormula: return ImportWords::tr("The spreadsheet works it out by a formula.");
    case ImportReason::WasHidden: return ImportWords::tr("The row is hidden in the file.");
    case ImportReason::MayBeADate: return ImportWords::tr("Of five digits, it may be a date of the spreadsheet.");
    case ImportReason::Unlike: return ImportWords::tr("Its length is unlike that of the others.");
    case ImportReason::Repeated:
        return ImportWords::tr("It stands in lines %1 and counts once.").arg(inLines(remark.lines));
    case ImportReason::RepeatedTimesDiffer:
        return ImportWords::tr("Lines %1 give different times, so the time is left open.").arg(inLines(remark.lines));
    case ImportReason::AlreadyListed: return ImportWords::tr("It is in the list already, which stays as it is.");
    case ImportReason::AudienceMapped: return ImportWords::tr("Who gets it was read from \"%1\".").arg(text);
    case ImportReason::UnknownAudience:
        return ImportWords::tr("Whom \"%1\" means is not known, so it is left open.").arg(text);
    case ImportReason::TimeUnclear:
        return ImportWords::tr("The time \"%1\" cannot be read and is left open.").arg(text);
    case ImportReason::TimeOfDayMissing:
        return ImportWords::tr("\"%1\" says no time of day, so the time is left open.").arg(text);
    case ImportReason::DateOrderUnknown:
        return ImportWords::tr("\"%1\" may begin with the day or the month, so the time is left open.").arg(text);
    case ImportReason::UnknownZone:
        return ImportWords::tr("The time zone in \"%1\" is not known, so the time is left open.").arg(text);
    case ImportReason::TimeSkipped:
        return ImportWords::tr("The clock is put forward over \"%1\", so the time is left open.").arg(text);
    case ImportReason::TimeTwice:
        return ImportWords::tr("\"%1\" comes twice, as the clock is put back, so the time is left open.").arg(text);
    case ImportReason::TimeFromSerial: return ImportWords::tr("Its time was read from a spreadsheet's number of days.");
    case ImportReason::TimeFromUnix: return ImportWords::tr("Its time was read from seconds since 1970.");
    default: return ImportWords::tr("Its time has passed.");
    }
}

} // namespace

QString tableProblem(const TableFault& fault)
{
    using enum TableFault::Kind;
    switch (fault.kind) {
    case Unreadable: return ImportWords::tr("The file cannot be opened.");
    case Empty: return ImportWords::tr("There is nothing in it.");
    case TooLarge: return ImportWords::tr("The file is larger than %1 MB.").arg(mostTableBytes / megabyte);
    case UnpacksTooLarge:
        return ImportWords::tr("Unpacked, the workbook is larger than %1 MB.").arg(mostUnpackedBytes / megabyte);
    case TooManyRows: return ImportWords::tr("It has more than %L1 rows.").arg(mostTableRows);
    case TooManyCells: return ImportWords::tr("It has more than %L1 cells.").arg(mostTableCells);
    case Damaged: return ImportWords::tr("The workbook is damaged or was not copied whole.");
    case Protected: return ImportWords::tr("The workbook is protected by a password.");
    case OldExcel: return ImportWords::tr("This is a workbook of an old kind (.xls), which is not read.");
    case BinaryExcel: return ImportWords::tr("This is a binary workbook (.xlsb), which is not read.");
    case Numbers: return ImportWords::tr("This is a table of Numbers, which is not read.");
    case Pdf: return ImportWords::tr("This is a PDF, which is not read.");
    case Html: return ImportWords::tr("This is a web page or XML, whatever its name says.");
    case OtherFile: return ImportWords::tr("This is neither a table nor text.");
    case NotText: return ImportWords::tr("There are bytes in it that no text has.");
    case WrongEncoding: return ImportWords::tr("The text does not fit the chosen encoding.");
    case UnbalancedQuote:
        return ImportWords::tr("The quotation mark that opens in line %1 is never closed.").arg(fault.line);
    case NoSuchSheet: return ImportWords::tr("The workbook has no such sheet.");
    case Stopped: break;
    }
    return ImportWords::tr("Reading was stopped.");
}

QString tableAdvice(const TableFault& fault)
{
    using enum TableFault::Kind;
    switch (fault.kind) {
    case Unreadable: return ImportWords::tr("Check whether it is still there and whether you may read it.");
    case Empty: return ImportWords::tr("Choose another file, or save the table once more.");
    case TooLarge:
    case UnpacksTooLarge:
    case TooManyRows:
    case TooManyCells: return ImportWords::tr("Keep only the rows and columns that are needed, or split the file.");
    case Damaged: return ImportWords::tr("Open it in the spreadsheet program and save it once more.");
    case Protected: return ImportWords::tr("Save a copy without a password, and import that.");
    case OldExcel:
    case BinaryExcel:
    case Numbers:
    case Html: return ImportWords::tr("Save it as CSV or as a workbook (.xlsx, .ods), and import that.");
    case Pdf:
    case OtherFile: return ImportWords::tr("Choose a CSV file, a workbook (.xlsx, .ods) or plain text.");
    case NotText:
    case WrongEncoding: return ImportWords::tr("Choose another encoding, or save the table as UTF-8.");
    case UnbalancedQuote: return ImportWords::tr("Close it in that line, or save the table once more.");
    case NoSuchSheet: return ImportWords::tr("Choose another sheet.");
    case Stopped: break;
    }
    return ImportWords::tr("Choose the file once more to read it.");
}

QString columnRoleName(ColumnRole role)
{
    switch (role) {
    case ColumnRole::Id: return ImportWords::tr("Task ID");
    case ColumnRole::GoesOutAt: return ImportWords::tr("Goes out");
    case ColumnRole::Audience: return ImportWords::tr("Who gets it");
    case ColumnRole::Title: return ImportWords::tr("Title");
    case ColumnRole::SdkAppId: return ImportWords::tr("SDKAppID");
    case ColumnRole::Region: break;
    }
    return ImportWords::tr("Region");
}

QString columnLetters(int column)
{
    constexpr int letters = 26;
    QString name;
    for (int rest = column; rest >= 0; rest = rest / letters - 1)
        name.prepend(QChar(u'A' + rest % letters));
    return name;
}

QString importRemark(const ImportRemark& remark)
{
    return isRefusal(remark.reason) ? refusal(remark) : note(remark);
}

QString importRemarks(const ImportRow& row)
{
    QStringList said;
    for (const ImportRemark& remark : row.remarks) {
        // It may have gone out: that is read first.
        if (remark.reason == ImportReason::TimeInPast)
            said.prepend(importRemark(remark));
        else
            said.append(importRemark(remark));
    }
    return said.join(QLatin1Char(' '));
}

} // namespace pushbrake::sentences
