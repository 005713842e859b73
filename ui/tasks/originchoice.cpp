#include "ui/tasks/originchoice.h"

#include "domain/origin.h"
#include "ui/look/theme.h"

#include <QCoreApplication>

namespace pushbrake {

namespace {

struct OriginWords
{
    Q_DECLARE_TR_FUNCTIONS(OriginWords)
};

constexpr qsizetype longestShown = 60; ///< of the name of a file: what stands beside it stays in sight
constexpr qsizetype endShown = 20;

// The end of a name tells more than its middle: there are the day and the kind of the file.
QString shownName(const QString& file)
{
    if (file.size() <= longestShown)
        return theme::brief(file);
    QString head = file.first(longestShown - endShown);
    QString end = file.last(endShown);
    if (head.back().isHighSurrogate())
        head.chop(1);
    if (end.front().isLowSurrogate())
        end.remove(0, 1);
    return theme::brief(head + QChar(0x2026) + end);
}

} // namespace

QString originWords(const OriginChoice& choice)
{
    using Kind = OriginChoice::Kind;
    switch (choice.kind) {
    case Kind::Any: return OriginWords::tr("Any origin");
    case Kind::Typed: return OriginWords::tr("Typed or pasted");
    case Kind::Service: return OriginWords::tr("Read from the service");
    case Kind::AnyFile: return OriginWords::tr("Imported from any file");
    case Kind::File: return shownName(choice.file);
    case Kind::NotKnown: break;
    }
    //: where a push came from is not known
    return OriginWords::tr("Not known");
}

QString originWords(quint16 number, const QString& file)
{
    if (number == origin::typed)
        return originWords({ OriginChoice::Kind::Typed, {} });
    if (number == origin::service)
        return originWords({ OriginChoice::Kind::Service, {} });
    if (!origin::isFile(number))
        return {};
    return file.isEmpty() ? OriginWords::tr("Imported from a file")
                          : OriginWords::tr("Imported from %1").arg(theme::brief(file));
}

bool isOf(const OriginChoice& choice, quint16 number, std::optional<quint16> fileNumber)
{
    using Kind = OriginChoice::Kind;
    switch (choice.kind) {
    case Kind::Any: break;
    case Kind::Typed: return number == origin::typed;
    case Kind::Service: return number == origin::service;
    case Kind::AnyFile: return origin::isFile(number);
    case Kind::File: return fileNumber == number;
    case Kind::NotKnown: return number == origin::notKnown;
    }
    return true;
}

} // namespace pushbrake
