// What the writer and the reader of evidence agree on: names, version and hashes. The format is told in evidence.h.
#pragma once

#include <QByteArray>
#include <QCryptographicHash>

namespace pushbrake::evidence {

inline constexpr const char* format = "pushbrake evidence";
inline constexpr int version = 1;
inline constexpr const char* lines = "rows.jsonl";
inline constexpr const char* table = "rows.csv";
inline constexpr const char* readMe = "READ-ME.txt";
inline constexpr const char* hashes = "hashes.txt";
inline constexpr int hashDigits = 64;

inline QByteArray hashOf(QByteArrayView bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

inline QByteArray beforeTheFirst()
{
    return QByteArray(hashDigits, '0');
}

inline QByteArray chained(const QByteArray& before, const QByteArray& hash)
{
    return hashOf(before + hash);
}

} // namespace pushbrake::evidence
