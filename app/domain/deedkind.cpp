#include "domain/deedkind.h"

namespace pushbrake {

QString deedWord(DeedKind deed)
{
    switch (deed) {
    case DeedKind::Delete: return QStringLiteral("delete");
    }
    Q_UNREACHABLE();
}

std::optional<DeedKind> deedFromWord(const QString& word)
{
    return word == deedWord(DeedKind::Delete) ? std::optional(DeedKind::Delete) : std::nullopt;
}

} // namespace pushbrake
