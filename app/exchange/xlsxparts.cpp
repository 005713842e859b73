#include "exchange/xlsxparts.h"

#include "exchange/sheetxml.h"

namespace pushbrake {

namespace {

/// "xl/" and "../media/x.png" make "media/x.png"; a target that begins with "/" begins at the root.
QByteArray resolved(const QByteArray& folder, const QByteArray& target)
{
    QList<QByteArray> path;
    for (const QByteArray& step : (target.startsWith('/') ? target : folder + target).split('/')) {
        if (step == "..") {
            if (!path.isEmpty())
                path.removeLast();
        } else if (!step.isEmpty() && step != ".") {
            path.append(step);
        }
    }
    return path.join('/');
}

class RelationsXml : public SheetXml
{
public:
    explicit RelationsXml(QByteArray folder)
        : m_folder(std::move(folder))
    {
    }

    void begin(const XmlName& element, const XmlAttributes& attributes) override
    {
        if (!element.is(XmlSpace::PackageRelations, "Relationship") || attributes.has("TargetMode", "External"))
            return;
        const QByteArray type = attributes.value("Type").toUtf8();
        const QString id = attributes.value("Id").toString();
        if (found.contains(id))
            return stopWith({ TableFault::Kind::Damaged });
        found.insert(
            id, { type.mid(type.lastIndexOf('/') + 1), resolved(m_folder, attributes.value("Target").toUtf8()) });
    }
    void end(const XmlName&) override { }

    QHash<QString, XlsxRelation> found;

private:
    QByteArray m_folder;
};

class WorkbookXml : public SheetXml
{
public:
    void begin(const XmlName& element, const XmlAttributes& attributes) override
    {
        if (element.is(XmlSpace::Sheet, "sheet"))
            found.sheets.append(
                { attributes.value("name").toString(), attributes.value("id", XmlSpace::Relations).toString() });
        else if (element.is(XmlSpace::Sheet, "workbookPr") && isTrue(attributes.value("date1904")))
            found.dates = DateSystem::From1904;
    }
    void end(const XmlName&) override { }

    XlsxWorkbook found;

private:
    static bool isTrue(QStringView value) { return value == u"1" || value == u"true" || value == u"on"; }
};

class StylesXml : public SheetXml
{
public:
    void begin(const XmlName& element, const XmlAttributes& attributes) override
    {
        if (element.is(XmlSpace::Sheet, "numFmt")) {
            m_own.insert(attributes.value("numFmtId").toInt(), isDateFormat(attributes.value("formatCode")));
        } else if (element.is(XmlSpace::Sheet, "cellXfs")) {
            m_isOfCells = true;
        } else if (m_isOfCells && element.is(XmlSpace::Sheet, "xf")) {
            const int format = attributes.value("numFmtId").toInt();
            areDates.push_back(m_own.contains(format) ? m_own.value(format) : isDateFormat(format));
        }
    }
    void end(const XmlName& element) override { m_isOfCells &= !element.is(XmlSpace::Sheet, "cellXfs"); }

    std::vector<bool> areDates;

private:
    QHash<int, bool> m_own;
    bool m_isOfCells = false;
};

} // namespace

std::expected<QHash<QString, XlsxRelation>, TableFault> readXlsxRelations(
    const QByteArray& xml, const QByteArray& folder)
{
    RelationsXml reader(folder);
    if (const auto fault = reader.parse(xml))
        return std::unexpected { *fault };
    return std::move(reader.found);
}

std::expected<XlsxWorkbook, TableFault> readXlsxWorkbook(const QByteArray& xml)
{
    WorkbookXml reader;
    if (const auto fault = reader.parse(xml))
        return std::unexpected { *fault };
    return std::move(reader.found);
}

std::expected<std::vector<bool>, TableFault> readXlsxDateStyles(const QByteArray& xml)
{
    StylesXml reader;
    if (const auto fault = reader.parse(xml))
        return std::unexpected { *fault };
    return std::move(reader.areDates);
}

} // namespace pushbrake
