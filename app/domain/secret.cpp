#include "domain/secret.h"

#include <utility>

namespace pushbrake {

void wipe(QByteArray& bytes)
{
    // Shared bytes belong to somebody else too; overwriting a copy of them would hide nothing.
    if (!bytes.isEmpty() && bytes.isDetached()) {
        // Volatile: writing what nobody reads again would be left out.
        volatile char* byte = bytes.data();
        for (qsizetype left = bytes.size(); left > 0; --left)
            *byte++ = 0;
    }
    bytes.clear();
}

Secret::Secret(QByteArray&& bytes)
    : m_bytes(std::move(bytes))
{
    bytes.clear();
}

Secret::~Secret()
{
    wipe();
}

Secret::Secret(Secret&& other) noexcept
    : m_bytes(std::exchange(other.m_bytes, {}))
{
}

Secret& Secret::operator=(Secret&& other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::exchange(other.m_bytes, {});
    }
    return *this;
}

Secret Secret::duplicate() const
{
    return Secret(QByteArray(m_bytes.constData(), m_bytes.size()));
}

void Secret::wipe()
{
    pushbrake::wipe(m_bytes);
}

} // namespace pushbrake
