#include "exchange/sheetxml.h"

#include <orcus/sax_ns_parser.hpp>
#include <orcus/xml_namespace.hpp>

#include <algorithm>
#include <array>
#include <exception>
#include <utility>

namespace pushbrake {

namespace {

constexpr qsizetype deepest = 256;
// The parser looks a few characters ahead of where it checks for the end.
constexpr qsizetype padding = 16;

struct Ended
{
    TableFault fault;
};

struct Vocabulary
{
    XmlSpace space;
    orcus::xmlns_id_t uri;
};

constexpr std::array vocabularies {
    Vocabulary { XmlSpace::Sheet, "http://schemas.openxmlformats.org/spreadsheetml/2006/main" },
    Vocabulary { XmlSpace::Sheet, "http://purl.oclc.org/ooxml/spreadsheetml/main" },
    Vocabulary { XmlSpace::Relations, "http://schemas.openxmlformats.org/officeDocument/2006/relationships" },
    Vocabulary { XmlSpace::Relations, "http://purl.oclc.org/ooxml/officeDocument/relationships" },
    Vocabulary { XmlSpace::PackageRelations, "http://schemas.openxmlformats.org/package/2006/relationships" },
    Vocabulary { XmlSpace::Office, "urn:oasis:names:tc:opendocument:xmlns:office:1.0" },
    Vocabulary { XmlSpace::Table, "urn:oasis:names:tc:opendocument:xmlns:table:1.0" },
    Vocabulary { XmlSpace::Text, "urn:oasis:names:tc:opendocument:xmlns:text:1.0" },
    Vocabulary { XmlSpace::Draw, "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" },
    Vocabulary { XmlSpace::Calc, "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" },
    Vocabulary { XmlSpace::Manifest, "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" },
};

XmlSpace spaceOf(orcus::xmlns_id_t id)
{
    if (id == orcus::XMLNS_UNKNOWN_ID)
        return XmlSpace::Other;
    const auto found = std::find_if(vocabularies.begin(), vocabularies.end(),
        [id](const Vocabulary& vocabulary) { return std::string_view(vocabulary.uri) == id; });
    return found == vocabularies.end() ? XmlSpace::Other : found->space;
}

/// What the parser calls.
class Bridge : public orcus::sax_ns_handler
{
public:
    explicit Bridge(SheetXml& reader)
        : m_reader(reader)
    {
    }

    using orcus::sax_ns_handler::attribute;
    void attribute(const orcus::sax_ns_parser_attribute& attribute)
    {
        m_attributes.add(spaceOf(attribute.ns), attribute.name, attribute.value);
    }
    void attribute(std::string_view, std::string_view) { }
    void start_element(const orcus::sax_ns_parser_element& element)
    {
        if (++m_depth > deepest)
            throw Ended { { TableFault::Kind::Damaged } };
        m_reader.begin({ spaceOf(element.ns), element.name }, m_attributes);
        m_attributes.clear();
    }
    void end_element(const orcus::sax_ns_parser_element& element)
    {
        m_reader.end({ spaceOf(element.ns), element.name });
        m_isComplete = --m_depth == 0;
    }
    void characters(std::string_view text, bool)
    {
        m_reader.characters(QByteArrayView(text.data(), qsizetype(text.size())));
    }
    bool isComplete() const { return m_isComplete; }

private:
    SheetXml& m_reader;
    XmlAttributes m_attributes;
    qsizetype m_depth = 0;
    bool m_isComplete = false;
};

} // namespace

void XmlAttributes::add(XmlSpace space, std::string_view local, std::string_view value)
{
    m_all.push_back({ space, std::string(local), std::string(value) });
}

QByteArrayView XmlAttributes::value(std::string_view local, XmlSpace space) const
{
    for (const Attribute& attribute : m_all) {
        if (attribute.space == space && attribute.local == local)
            return QByteArrayView(attribute.value.data(), qsizetype(attribute.value.size()));
    }
    return {};
}

QString XmlAttributes::text(std::string_view local, XmlSpace space) const
{
    return QString::fromUtf8(value(local, space));
}

std::optional<TableFault> SheetXml::parse(QByteArray xml)
{
    const qsizetype size = xml.size();
    xml.append(padding, '\0');
    std::vector<orcus::xmlns_id_t> known;
    for (const Vocabulary& vocabulary : vocabularies)
        known.push_back(vocabulary.uri);
    known.push_back(nullptr);
    orcus::xmlns_repository repository;
    repository.add_predefined_values(known.data());
    orcus::xmlns_context context = repository.create_context();
    Bridge bridge(*this);
    try {
        orcus::sax_ns_parser<Bridge>(xml.constData(), size_t(size), context, bridge).parse();
    } catch (const Ended& ended) {
        return ended.fault;
    } catch (const std::exception&) {
        return TableFault { TableFault::Kind::Damaged };
    }
    return bridge.isComplete() ? std::nullopt : std::optional(TableFault { TableFault::Kind::Damaged });
}

void SheetXml::stopWith(TableFault fault)
{
    throw Ended { fault };
}

void SheetXml::stopIf(const std::optional<TableFault>& fault)
{
    if (fault)
        stopWith(*fault);
}

} // namespace pushbrake
