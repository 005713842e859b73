// A secret key or signature in memory. Moves, never copies by accident, cannot be printed or compared by
// accident, and overwrites its bytes when it goes.
#pragma once

#include <QByteArray>

#include <string>

namespace pushbrake {

class Secret
{
public:
    Secret() = default;
    /// Takes the bytes over and overwrites the caller's copy when it is the only owner.
    explicit Secret(QByteArray&& bytes);
    ~Secret();
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;

    bool isEmpty() const { return m_bytes.isEmpty(); }
    /// The bytes themselves, for signing and sending only. Do not keep what this returns.
    const QByteArray& reveal() const { return m_bytes; }
    /// A second owner, asked for by name.
    Secret duplicate() const;
    void wipe();

private:
    QByteArray m_bytes;
};

/// Overwrites the bytes in place when they are not shared, then empties the array.
void wipe(QByteArray& bytes);
/// The same of a text that other libraries keep.
void wipe(std::string& text);

} // namespace pushbrake
