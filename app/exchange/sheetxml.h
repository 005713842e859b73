// The XML of a workbook's parts, which may be made to harm: no document type, no entities but XML's own five, no depth
// without end, and nothing is complete before it is closed. Pure; a reader derives, parses once and is thrown away.
// Qt's parser, and not liborcus: its filters leave out cells that decide here (texts that stand in their cell, errors,
// what is hidden or merged in ODS), and its parser ends the program on XML that is cut (0.17.2).
#pragma once

#include "exchange/tablefault.h"

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <optional>

class QXmlStreamAttributes;
class QXmlStreamReader;

namespace pushbrake {

/// Which vocabulary a name belongs to; Other for whatever programs add.
enum class XmlSpace { Other, Sheet, Relations, PackageRelations, Office, Table, Text, Draw, Calc };

struct XmlName
{
    XmlSpace space = XmlSpace::Other;
    QStringView local;

    bool is(XmlSpace in, const char* name) const { return space == in && local == QLatin1String(name); }
};

class XmlAttributes
{
public:
    /// Borrows them.
    explicit XmlAttributes(const QXmlStreamAttributes& all)
        : m_all(all)
    {
    }

    /// Empty when it is not there. An attribute without prefix is in no vocabulary.
    QStringView value(const char* name, XmlSpace space = XmlSpace::Other) const;
    bool has(const char* name, const char* value, XmlSpace space = XmlSpace::Other) const;

private:
    const QXmlStreamAttributes& m_all;
};

class SheetXml
{
public:
    virtual ~SheetXml() = default;

    /// Nothing when it was read to its end; `xml` that ends before is damaged.
    [[nodiscard]] std::optional<TableFault> parse(const QByteArray& xml);

    virtual void begin(const XmlName& element, const XmlAttributes& attributes) = 0;
    virtual void end(const XmlName& element) = 0;
    /// A piece of text, of which there may be several in a row.
    virtual void characters(QStringView) { }

protected:
    /// Ends the reading after the call in which it is said; the first fault counts.
    void stopWith(TableFault fault);
    /// Whether there was one.
    bool stopIf(const std::optional<TableFault>& fault);
    bool isStopped() const { return m_fault.has_value(); }

private:
    void take(const QXmlStreamReader& reader);
    void beginElement(const QXmlStreamReader& reader);

    std::optional<TableFault> m_fault;
    int m_depth = 0;
};

} // namespace pushbrake
