#include "domain/origin.h"

#include "domain/foreigntext.h"

namespace pushbrake::origin {

namespace {

constexpr qsizetype longestName = 120;

/// Of controls, marks of direction and the like: a name with them could show as another one.
bool isUnseen(char32_t letter)
{
    switch (QChar::category(letter)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_NotAssigned:
    case QChar::Other_PrivateUse:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return true;
    default: return false;
    }
}

} // namespace

quint16 numberFrom(qint64 stored)
{
    const bool isKind = stored >= notKnown && stored <= someFile;
    return isKind || (stored >= firstFile && stored <= lastFile) ? quint16(stored) : notKnown;
}

// The end of a name tells more than its middle: there are the day and the kind of the file.
QString fileName(const QString& foreign)
{
    QString seen;
    const QList<uint> letters = withoutSecretShapes(foreign).toUcs4();
    for (const char32_t letter : letters)
        seen += isUnseen(letter) ? QStringLiteral(" ") : QString::fromUcs4(&letter, 1);
    seen = seen.simplified();
    if (seen.size() <= longestName)
        return seen;
    constexpr qsizetype half = longestName / 2 - 1;
    QString head = seen.first(half);
    QString tail = seen.last(half);
    if (head.back().isHighSurrogate())
        head.chop(1);
    if (tail.front().isLowSurrogate())
        tail.remove(0, 1);
    return head + QChar(0x2026) + tail;
}

} // namespace pushbrake::origin
