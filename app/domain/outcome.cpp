#include "domain/outcome.h"

namespace pushbrake {

QString outcomeWord(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Cancelled: return QStringLiteral("cancelled");
    case Outcome::TooLate: return QStringLiteral("too_late");
    case Outcome::Rejected: return QStringLiteral("rejected");
    case Outcome::Unknown: return QStringLiteral("unknown");
    case Outcome::NotSent: return QStringLiteral("not_sent");
    case Outcome::Withdrawn: return QStringLiteral("withdrawn");
    }
    Q_UNREACHABLE();
}

Outcome outcomeFromWord(const QString& word)
{
    for (const Outcome outcome :
        { Outcome::Cancelled, Outcome::TooLate, Outcome::Rejected, Outcome::NotSent, Outcome::Withdrawn }) {
        if (word == outcomeWord(outcome))
            return outcome;
    }
    return Outcome::Unknown;
}

} // namespace pushbrake
