#include "store/runevent.h"

namespace pushbrake {

QString eventWord(RunEvent::Kind kind)
{
    switch (kind) {
    case RunEvent::Kind::Deed: return QStringLiteral("deed");
    case RunEvent::Kind::Look: return QStringLiteral("look");
    case RunEvent::Kind::List: return QStringLiteral("list");
    }
    Q_UNREACHABLE();
}

RunEvent::Kind eventFromWord(const QString& word)
{
    for (const RunEvent::Kind kind : { RunEvent::Kind::Deed, RunEvent::Kind::List }) {
        if (word == eventWord(kind))
            return kind;
    }
    return RunEvent::Kind::Look;
}

} // namespace pushbrake
