// The XML of a workbook's parts, by liborcus' parser, which knows no entities but XML's own five and takes no files in.
// Its import filters are not used: they leave out cells (texts that stand in the cell, errors, ODS' rows that are
// hidden or merged), which here would be a push that nobody cancels. Pure; a reader derives, parses once and is thrown
// away.
#pragma once

#include "exchange/tablefault.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pushbrake {

/// Which vocabulary a name belongs to; Other for whatever programs add.
enum class XmlSpace { Other, Sheet, Relations, PackageRelations, Office, Table, Text, Draw, Calc, Manifest };

struct XmlName
{
    XmlSpace space = XmlSpace::Other;
    std::string_view local;

    bool is(XmlSpace in, std::string_view name) const { return space == in && local == name; }
};

class XmlAttributes
{
public:
    void clear() { m_all.clear(); }
    void add(XmlSpace space, std::string_view local, std::string_view value);
    /// UTF-8; empty when it is not there. An attribute without prefix is in no vocabulary.
    QByteArrayView value(std::string_view local, XmlSpace space = XmlSpace::Other) const;
    QString text(std::string_view local, XmlSpace space = XmlSpace::Other) const;

private:
    struct Attribute
    {
        XmlSpace space;
        std::string local;
        std::string value;
    };
    std::vector<Attribute> m_all;
};

class SheetXml
{
public:
    virtual ~SheetXml() = default;

    /// Nothing when it was read to its end; `xml` that ends before is damaged.
    [[nodiscard]] std::optional<TableFault> parse(QByteArray xml);

    virtual void begin(const XmlName& element, const XmlAttributes& attributes) = 0;
    virtual void end(const XmlName& element) = 0;
    /// A piece of text, of which there may be several in a row.
    virtual void characters(QByteArrayView) { }

protected:
    /// Ends the reading, from within one of the above.
    [[noreturn]] static void stopWith(TableFault fault);
    static void stopIf(const std::optional<TableFault>& fault);
};

} // namespace pushbrake
