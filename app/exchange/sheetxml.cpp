#include "exchange/sheetxml.h"

#include <QBuffer>
#include <QXmlStreamReader>

#include <algorithm>
#include <array>

namespace pushbrake {

namespace {

constexpr int deepest = 256;

struct Vocabulary
{
    XmlSpace space;
    QLatin1String uri;
};

constexpr std::array vocabularies {
    Vocabulary { XmlSpace::Sheet, QLatin1String("http://schemas.openxmlformats.org/spreadsheetml/2006/main") },
    Vocabulary { XmlSpace::Sheet, QLatin1String("http://purl.oclc.org/ooxml/spreadsheetml/main") },
    Vocabulary {
        XmlSpace::Relations, QLatin1String("http://schemas.openxmlformats.org/officeDocument/2006/relationships") },
    Vocabulary { XmlSpace::Relations, QLatin1String("http://purl.oclc.org/ooxml/officeDocument/relationships") },
    Vocabulary {
        XmlSpace::PackageRelations, QLatin1String("http://schemas.openxmlformats.org/package/2006/relationships") },
    Vocabulary { XmlSpace::Office, QLatin1String("urn:oasis:names:tc:opendocument:xmlns:office:1.0") },
    Vocabulary { XmlSpace::Table, QLatin1String("urn:oasis:names:tc:opendocument:xmlns:table:1.0") },
    Vocabulary { XmlSpace::Text, QLatin1String("urn:oasis:names:tc:opendocument:xmlns:text:1.0") },
    Vocabulary { XmlSpace::Draw, QLatin1String("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0") },
    Vocabulary {
        XmlSpace::Calc, QLatin1String("urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0") },
};

XmlSpace spaceOf(QStringView uri)
{
    const auto found = std::find_if(vocabularies.begin(), vocabularies.end(),
        [uri](const Vocabulary& vocabulary) { return uri == vocabulary.uri; });
    return found == vocabularies.end() ? XmlSpace::Other : found->space;
}

XmlName nameOf(const QXmlStreamReader& reader)
{
    return { spaceOf(reader.namespaceUri()), reader.name() };
}

} // namespace

QStringView XmlAttributes::value(const char* name, XmlSpace space) const
{
    const QLatin1String wanted(name);
    for (const QXmlStreamAttribute& attribute : m_all) {
        if (attribute.name() == wanted && spaceOf(attribute.namespaceUri()) == space)
            return attribute.value();
    }
    return {};
}

bool XmlAttributes::has(const char* name, const char* value, XmlSpace space) const
{
    return this->value(name, space) == QLatin1String(value);
}

std::optional<TableFault> SheetXml::parse(const QByteArray& xml)
{
    QBuffer buffer;
    buffer.setData(xml);
    buffer.open(QIODevice::ReadOnly);
    QXmlStreamReader reader(&buffer); // of a device it decodes a piece at a time
    while (!reader.atEnd() && !isStopped()) {
        reader.readNext();
        take(reader);
    }
    if (!isStopped() && (reader.hasError() || !reader.isEndDocument()))
        stopWith({ TableFault::Kind::Damaged });
    return m_fault;
}

void SheetXml::take(const QXmlStreamReader& reader)
{
    switch (reader.tokenType()) {
    case QXmlStreamReader::StartElement:
        if (++m_depth > deepest)
            stopWith({ TableFault::Kind::Damaged });
        else
            beginElement(reader);
        break;
    case QXmlStreamReader::EndElement:
        --m_depth;
        end(nameOf(reader));
        break;
    case QXmlStreamReader::Characters: characters(reader.text()); break;
    case QXmlStreamReader::DTD:
    case QXmlStreamReader::EntityReference: stopWith({ TableFault::Kind::Damaged }); break;
    default: break;
    }
}

void SheetXml::beginElement(const QXmlStreamReader& reader)
{
    const QXmlStreamAttributes attributes = reader.attributes();
    begin(nameOf(reader), XmlAttributes(attributes));
}

void SheetXml::stopWith(TableFault fault)
{
    if (!m_fault)
        m_fault = fault;
}

bool SheetXml::stopIf(const std::optional<TableFault>& fault)
{
    if (fault)
        stopWith(*fault);
    return fault.has_value();
}

} // namespace pushbrake
