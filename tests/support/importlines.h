// What a preview of an import says, a line a row, so that tests can compare whole files: "3 refuse Scientific",
// "4 note Trimmed 7000000001".
#pragma once

#include "exchange/importpreview.h"

#include <QStringList>

#include <array>

inline QString reasonName(pushbrake::ImportReason reason)
{
    static constexpr std::array names { "NoId", "NotANumber", "Scientific", "RoundedNumber", "RoundedText",
        "RoundedTwin", "Decimal", "Separators", "Sign", "Zero", "LeadingZero", "TooLarge", "ErrorValue", "Truth",
        "DateCell", "DateForm", "Moment", "Phone", "Address", "PushId", "MixedDigits", "HiddenCharacter", "SeveralIds",
        "ExtraCells", "MergedCell", "HiddenRow", "AboveHeadings", "RepeatedHeadings", "Repetition", "AudienceConflict",
        "OtherApp", "OtherRegion", "UnknownRegion", "Trimmed", "ForeignDigits", "ThousandsRemoved", "LabelRemoved",
        "DecimalRemoved", "FromFormula", "WasHidden", "MayBeADate", "Unlike", "Repeated", "RepeatedTimesDiffer",
        "AlreadyListed", "AudienceMapped", "UnknownAudience", "TimeUnclear", "TimeOfDayMissing", "DateOrderUnknown",
        "UnknownZone", "TimeSkipped", "TimeTwice", "TimeFromSerial", "TimeFromUnix", "TimeInPast" };
    static_assert(names.size() == size_t(pushbrake::ImportReason::TimeInPast) + 1);
    return QString::fromLatin1(names[size_t(reason)]);
}

inline QString remarkText(const pushbrake::ImportRemark& remark)
{
    QString text = reasonName(remark.reason);
    if (!remark.lines.isEmpty()) {
        QStringList lines;
        for (const int line : remark.lines)
            lines.append(QString::number(line));
        text += u'(' + lines.join(u',') + u')';
    }
    if (!remark.text.isEmpty())
        text += u'[' + remark.text + u']';
    return remark.id == 0 ? text : text + u'?' + QString::number(remark.id);
}

inline QString importLine(const pushbrake::ImportRow& row)
{
    QStringList parts { QString::number(row.line),
        row.isRefused()             ? QStringLiteral("refuse")
            : row.remarks.isEmpty() ? QStringLiteral("take")
                                    : QStringLiteral("note") };
    for (const auto& remark : row.remarks)
        parts.append(remarkText(remark));
    if (!row.isRefused())
        parts.append(QString::number(row.id));
    return parts.join(u' ');
}

inline QStringList importLines(const pushbrake::ImportPreview& preview)
{
    QStringList lines;
    for (const auto& row : preview.rows)
        lines.append(importLine(row));
    return lines;
}
