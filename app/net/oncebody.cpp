#include "net/oncebody.h"

#include <algorithm>
#include <cstring>

namespace pushbrake {

OnceBody::OnceBody(QByteArray body, QObject* parent)
    : QIODevice(parent)
    , m_body(std::move(body))
{
    // Unbuffered: a buffer of QIODevice's own could be rewound.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool OnceBody::seek(qint64 position)
{
    return position == m_offset && QIODevice::seek(position);
}

qint64 OnceBody::readData(char* data, qint64 room)
{
    m_wasRead = true;
    const qint64 count = std::min<qint64>(room, m_body.size() - m_offset);
    if (count <= 0)
        return room > 0 ? -1 : 0;
    std::memcpy(data, m_body.constData() + m_offset, static_cast<size_t>(count));
    m_offset += count;
    return count;
}

qint64 OnceBody::writeData(const char*, qint64)
{
    return -1;
}

} // namespace pushbrake
