// Writes zip files for tests, honest or not: what the directory says of a part can be changed before it is written.
#pragma once

#include <QByteArray>
#include <QList>
#include <QtEndian>

#include <zlib.h>

struct ZipPart
{
    QByteArray name;
    QByteArray content; ///< as it is packed when `method` is 0
    int method = 8;
    int flags = 0;
    qint64 saidSize = -1; ///< instead of the true one
};

namespace zipwriter {

template<typename Number> QByteArray bytesOf(Number number)
{
    QByteArray bytes(sizeof(Number), Qt::Uninitialized);
    qToLittleEndian(number, bytes.data());
    return bytes;
}

inline QByteArray deflated(const QByteArray& content)
{
    // Between the two bytes of zlib's head behind Qt's four and zlib's checksum is the plain stream.
    const QByteArray packed = qCompress(content, 9);
    return packed.mid(6, packed.size() - 10);
}

} // namespace zipwriter

inline QByteArray zipFile(const QList<ZipPart>& parts)
{
    using namespace zipwriter;
    QByteArray file;
    QByteArray directory;
    for (const ZipPart& part : parts) {
        const QByteArray packed = part.method == 8 ? deflated(part.content) : part.content;
        const auto crc
            = quint32(crc32(0, reinterpret_cast<const Bytef*>(part.content.constData()), uInt(part.content.size())));
        const auto size = quint32(part.saidSize < 0 ? part.content.size() : part.saidSize);
        const QByteArray common = bytesOf(quint16(part.flags)) + bytesOf(quint16(part.method)) + bytesOf(quint32(0))
            + bytesOf(crc) + bytesOf(quint32(packed.size())) + bytesOf(size) + bytesOf(quint16(part.name.size()))
            + bytesOf(quint16(0));
        directory += "PK\x01\x02" + bytesOf(quint32(0x00140014)) + common + bytesOf(quint16(0)) + bytesOf(quint32(0))
            + bytesOf(quint32(0)) + bytesOf(quint32(file.size())) + part.name;
        file += "PK\x03\x04" + bytesOf(quint16(20)) + common + part.name + packed;
    }
    const auto count = quint16(parts.size());
    const QByteArray end = QByteArray("PK\x05\x06") + bytesOf(quint32(0)) + bytesOf(count) + bytesOf(count)
        + bytesOf(quint32(directory.size())) + bytesOf(quint32(file.size())) + bytesOf(quint16(0));
    return file + directory + end;
}

inline const QByteArray xlsxSheetNames(
    "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"");

/// The parts of a workbook with one sheet, whose rows and shared texts are given as XML.
inline QList<ZipPart> xlsxParts(const QByteArray& rows, const QByteArray& texts = {}, const QByteArray& behind = {})
{
    const QByteArray relations(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    const QByteArray office("http://schemas.openxmlformats.org/officeDocument/2006/relationships/");
    const auto relation = [&office](const char* id, const char* type, const char* target) {
        return QByteArray("<Relationship Id=\"") + id + "\" Type=\"" + office + type + "\" Target=\"" + target + "\"/>";
    };
    return { { "[Content_Types].xml", "<Types/>" },
        { "_rels/.rels", relations + relation("r1", "officeDocument", "xl/workbook.xml") + "</Relationships>" },
        { "xl/_rels/workbook.xml.rels",
            relations + relation("r1", "worksheet", "worksheets/sheet1.xml")
                + relation("r2", "sharedStrings", "sharedStrings.xml") + "</Relationships>" },
        { "xl/workbook.xml",
            "<workbook " + xlsxSheetNames
                + "><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>" },
        { "xl/sharedStrings.xml", "<sst " + xlsxSheetNames + ">" + texts + "</sst>" },
        { "xl/worksheets/sheet1.xml",
            "<worksheet " + xlsxSheetNames + "><sheetData>" + rows + "</sheetData>" + behind + "</worksheet>" } };
}

inline QByteArray xlsxFile(const QByteArray& rows, const QByteArray& texts = {}, const QByteArray& behind = {})
{
    return zipFile(xlsxParts(rows, texts, behind));
}

/// An ODS workbook with this in its <office:spreadsheet>.
inline QByteArray odsFile(const QByteArray& tables)
{
    return zipFile({ { "mimetype", "application/vnd.oasis.opendocument.spreadsheet", 0 },
        { "content.xml",
            "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
            "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
            "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>"
                + tables + "</office:spreadsheet></office:body></office:document-content>" } });
}
