// What is in a zip file, which may be made to harm: nothing is believed of it. Sizes in its directory are checked
// before anything is unpacked and counted again while it is, and no more than was allowed comes out of one file.
// Pure.
#pragma once

#include "exchange/tablefault.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QList>

#include <expected>

namespace pushbrake {

class ZipArchive
{
public:
    /// Borrows the bytes. A file that is cut has no directory, which is a fault.
    [[nodiscard]] static std::expected<ZipArchive, TableFault> open(
        QByteArrayView bytes, qint64 mostUnpacked = mostUnpackedBytes);

    bool contains(const QByteArray& name) const { return m_entries.contains(name); }
    QList<QByteArray> names() const { return m_entries.keys(); }
    /// Unpacked and checked against its checksum.
    [[nodiscard]] std::expected<QByteArray, TableFault> read(const QByteArray& name);

private:
    struct Entry
    {
        quint16 flags;
        quint16 method;
        quint32 checksum;
        quint32 packedSize;
        quint32 size;
        quint32 offset; ///< of its own header
    };

    ZipArchive(QByteArrayView bytes, qint64 mostUnpacked);
    std::expected<void, TableFault> readDirectory();
    std::expected<QByteArrayView, TableFault> packed(const Entry& entry) const;

    QByteArrayView m_bytes;
    qint64 m_mostUnpacked;
    QHash<QByteArray, Entry> m_entries;
    qint64 m_unpacked = 0; ///< so far
};

} // namespace pushbrake
