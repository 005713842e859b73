// The one account that the practice service knows; PracticeService shows it to the others.
#pragma once

#include <QByteArray>
#include <QString>

namespace pushbrake::practiceaccount {

inline constexpr quint32 sdkAppId = 1'400'000'000;

inline QString identifier()
{
    return QStringLiteral("administrator");
}

/// Opens nothing but this service on the loopback.
inline QByteArray secretKey()
{
    return QByteArrayLiteral("practice-key-that-opens-nothing-but-practice");
}

} // namespace pushbrake::practiceaccount
