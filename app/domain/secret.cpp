#include "domain/secret.h"

#include <utility>

namespace pushbrake {

namespace {

// Volatile: writing what nobody reads again would be left out.
void overwrite(volatile char* byte, std::size_t size)
{
    for (; size > 0; --size)
        *byte++ = 0;
}

} // namespace

void wipe(QByteArray& bytes)
{
    // Shared bytes belong to somebody else too; overwriting a copy of them would hide nothing.
    if (!bytes.isEmpty() && bytes.isDetached())
        overwrite(bytes.data(), std::size_t(bytes.size()));
    bytes.clear();
}

void wipe(std::string& text)
{
    overwrite(text.data(), text.size());
    text.clear();
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
