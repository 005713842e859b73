#include "exchange/ziparchive.h"

#include <QtEndian>

#include <zlib.h>

#include <algorithm>
#include <optional>

namespace pushbrake {

namespace {

// Sizes of the fixed parts and what they begin with, by APPNOTE 4.3.
constexpr qsizetype endSize = 22;
constexpr qsizetype directoryEntrySize = 46;
constexpr qsizetype localHeaderSize = 30;
constexpr qsizetype longestComment = 0xFFFF;
constexpr quint32 endMark = 0x06054b50;
constexpr quint32 directoryMark = 0x02014b50;
constexpr quint32 localMark = 0x04034b50;

constexpr quint16 stored = 0;
constexpr quint16 deflated = 8;
constexpr quint16 encryptedFlag = 1;
constexpr int mostEntries = 10'000;

template<typename Number> Number numberAt(QByteArrayView bytes, qsizetype place)
{
    return qFromLittleEndian<Number>(bytes.data() + place);
}

/// Where the end of the directory stands, which a comment may follow.
std::optional<qsizetype> endOfDirectory(QByteArrayView bytes)
{
    for (qsizetype place = bytes.size() - endSize; place >= 0 && bytes.size() - place <= endSize + longestComment;
         --place) {
        if (numberAt<quint32>(bytes, place) == endMark
            && place + endSize + numberAt<quint16>(bytes, place + 20) == bytes.size())
            return place;
    }
    return {};
}

/// Exactly `size` bytes, or nothing.
std::optional<QByteArray> inflated(QByteArrayView packed, qsizetype size)
{
    QByteArray result(size + 1, Qt::Uninitialized); // one more shows that there would be more
    z_stream stream {};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        return {};
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = uInt(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(result.data());
    stream.avail_out = uInt(result.size());
    const int end = inflate(&stream, Z_FINISH);
    const auto written = qsizetype(stream.total_out);
    inflateEnd(&stream);
    if (end != Z_STREAM_END || written != size)
        return {};
    result.truncate(size);
    return result;
}

} // namespace

ZipArchive::ZipArchive(QByteArrayView bytes, qint64 mostUnpacked)
    : m_bytes(bytes)
    , m_mostUnpacked(mostUnpacked)
{
}

std::expected<ZipArchive, TableFault> ZipArchive::open(QByteArrayView bytes, qint64 mostUnpacked)
{
    ZipArchive archive(bytes, mostUnpacked);
    if (auto read = archive.readDirectory(); !read)
        return std::unexpected { read.error() };
    return archive;
}

std::expected<void, TableFault> ZipArchive::readDirectory()
{
    const auto end = endOfDirectory(m_bytes);
    if (!end)
        return faulty(TableFault::Kind::Damaged);
    const int count = numberAt<quint16>(m_bytes, *end + 10);
    qsizetype place = numberAt<quint32>(m_bytes, *end + 16);
    qint64 size = 0;
    if (count > mostEntries)
        return faulty(TableFault::Kind::Damaged);
    for (int i = 0; i < count; ++i) {
        if (place + directoryEntrySize > *end || numberAt<quint32>(m_bytes, place) != directoryMark)
            return faulty(TableFault::Kind::Damaged);
        const qsizetype nameSize = numberAt<quint16>(m_bytes, place + 28);
        const qsizetype rest = numberAt<quint16>(m_bytes, place + 30) + numberAt<quint16>(m_bytes, place + 32);
        if (place + directoryEntrySize + nameSize + rest > *end)
            return faulty(TableFault::Kind::Damaged);
        const QByteArray name = m_bytes.sliced(place + directoryEntrySize, nameSize).toByteArray();
        const Entry entry { numberAt<quint16>(m_bytes, place + 8), numberAt<quint16>(m_bytes, place + 10),
            numberAt<quint32>(m_bytes, place + 16), numberAt<quint32>(m_bytes, place + 20),
            numberAt<quint32>(m_bytes, place + 24), numberAt<quint32>(m_bytes, place + 42) };
        if (m_entries.contains(name)) // two programs would read two different workbooks
            return faulty(TableFault::Kind::Damaged);
        m_entries.insert(name, entry);
        size += entry.size;
        place += directoryEntrySize + nameSize + rest;
    }
    if (size > m_mostUnpacked)
        return faulty(TableFault::Kind::UnpacksTooLarge);
    return {};
}

std::expected<QByteArrayView, TableFault> ZipArchive::packed(const Entry& entry) const
{
    const qsizetype place = entry.offset;
    if (place + localHeaderSize > m_bytes.size() || numberAt<quint32>(m_bytes, place) != localMark)
        return faulty(TableFault::Kind::Damaged);
    const qsizetype from
        = place + localHeaderSize + numberAt<quint16>(m_bytes, place + 26) + numberAt<quint16>(m_bytes, place + 28);
    if (from + qsizetype(entry.packedSize) > m_bytes.size())
        return faulty(TableFault::Kind::Damaged);
    return m_bytes.sliced(from, entry.packedSize);
}

std::expected<QByteArray, TableFault> ZipArchive::read(const QByteArray& name)
{
    const auto entry = m_entries.constFind(name);
    if (entry == m_entries.constEnd())
        return faulty(TableFault::Kind::Damaged);
    if (entry->flags & encryptedFlag)
        return faulty(TableFault::Kind::Protected);
    m_unpacked += entry->size; // the same part may be asked for again and again
    if (m_unpacked > m_mostUnpacked)
        return faulty(TableFault::Kind::UnpacksTooLarge);
    const auto bytes = packed(*entry);
    if (!bytes)
        return std::unexpected { bytes.error() };
    std::optional<QByteArray> result;
    if (entry->method == deflated)
        result = inflated(*bytes, entry->size);
    else if (entry->method == stored && bytes->size() == qsizetype(entry->size))
        result = bytes->toByteArray();
    if (!result
        || crc32(0, reinterpret_cast<const Bytef*>(result->constData()), uInt(result->size())) != entry->checksum)
        return faulty(TableFault::Kind::Damaged);
    return std::move(*result);
}

} // namespace pushbrake
