#include "practice/faults.h"

#include <QHash>

namespace pushbrake {

namespace {

const QHash<QString, FaultKind>& kinds()
{
    static const QHash<QString, FaultKind> words {
        { QStringLiteral("drop-before"), FaultKind::DropBefore },
        { QStringLiteral("drop-after"), FaultKind::DropAfter },
        { QStringLiteral("reset-before"), FaultKind::ResetBefore },
        { QStringLiteral("reset-after"), FaultKind::ResetAfter },
        { QStringLiteral("stall-before"), FaultKind::StallBefore },
        { QStringLiteral("stall-after"), FaultKind::StallAfter },
        { QStringLiteral("bad-gateway"), FaultKind::BadGateway },
        { QStringLiteral("cut-body"), FaultKind::CutBody },
        { QStringLiteral("empty-body"), FaultKind::EmptyBody },
        { QStringLiteral("garbage"), FaultKind::Garbage },
        { QStringLiteral("wrong-types"), FaultKind::WrongTypes },
        { QStringLiteral("slow-drip"), FaultKind::SlowDrip },
    };
    return words;
}

// One item: [COMMAND:]NAME=PROBABILITY, where NAME may be code-NUMBER.
const QStringList& commands()
{
    static const QStringList names { QStringLiteral("delete_sched_task"), QStringLiteral("get_sched_task"),
        QStringLiteral("list_sched_task"), QStringLiteral("add_sched_task"), QStringLiteral("modify_sched_task"),
        QStringLiteral("revoke") };
    return names;
}

// splitmix64: small, seeded, the same everywhere.
quint64 mixed(quint64 z)
{
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

std::optional<Fault> readFault(const QString& item)
{
    const qsizetype equals = item.lastIndexOf(QLatin1Char('='));
    const qsizetype colon = item.indexOf(QLatin1Char(':'));
    Fault fault;
    bool isNumber = false;
    fault.probability = item.mid(equals + 1).toDouble(&isNumber);
    if (equals < 0 || !isNumber || !(fault.probability >= 0 && fault.probability <= 1))
        return {};
    fault.command = item.left(std::max<qsizetype>(0, colon));
    if (colon >= 0 && !commands().contains(fault.command))
        return {};
    const QString name = item.mid(colon + 1, equals - colon - 1);
    if (name.startsWith(QLatin1String("code-"))) {
        fault.kind = FaultKind::ErrorCode;
        fault.code = name.mid(5).toInt(&isNumber);
        return isNumber && fault.code > 0 ? std::optional(fault) : std::nullopt;
    }
    const auto kind = kinds().constFind(name);
    if (kind == kinds().constEnd())
        return {};
    fault.kind = *kind;
    return fault;
}

} // namespace

Faults::Faults(QList<Fault> faults, quint32 seed)
    : m_faults(std::move(faults))
    , m_state(mixed(seed + 1)) // neighbouring seeds must not draw the same, one step apart
{
}

std::optional<Faults> Faults::fromText(const QString& text, quint32 seed)
{
    QList<Fault> faults;
    for (const QString& item : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const auto fault = readFault(item.trimmed());
        if (!fault)
            return {};
        faults.append(*fault);
    }
    return Faults(std::move(faults), seed);
}

QStringList Faults::names()
{
    QStringList all = kinds().keys() + QStringList { QStringLiteral("code-NUMBER") };
    all.sort();
    return all;
}

QString Faults::nameOf(const Fault& fault)
{
    return fault.kind == FaultKind::ErrorCode ? QStringLiteral("code-%1").arg(fault.code) : kinds().key(fault.kind);
}

std::optional<Fault> Faults::draw(const QString& command)
{
    for (const Fault& fault : m_faults) {
        if (!fault.command.isEmpty() && fault.command != command)
            continue;
        const quint64 z = mixed(m_state += 0x9E3779B97F4A7C15ULL);
        if (double(z >> 11) / double(1ULL << 53) < fault.probability)
            return fault;
    }
    return {};
}

} // namespace pushbrake
