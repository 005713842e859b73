#include "exchange/xlsxsheet.h"

#include "exchange/sheetxml.h"

#include <utility>

namespace pushbrake {

namespace {

constexpr TableFault damaged { TableFault::Kind::Damaged };

struct Place
{
    int row = 0; ///< 1-based
    int column = 0; ///< 0-based
};

/// "B3"; nothing for what is outside of any sheet.
std::optional<Place> placeOf(QStringView name)
{
    int column = 0;
    qsizetype i = 0;
    for (; i < name.size() && name[i] >= u'A' && name[i] <= u'Z'; ++i) {
        column = column * 26 + (name[i].unicode() - u'A' + 1);
        if (column > mostSheetColumns)
            return {};
    }
    bool isNumber = false;
    const int row = name.sliced(i).toInt(&isNumber);
    if (column == 0 || !isNumber || row < 1 || row > mostSheetRows)
        return {};
    return Place { row, column - 1 };
}

/// The text of <t> elements in a row, without those that say how it is read aloud (<rPh>).
class RichText
{
public:
    void begin(const XmlName& element)
    {
        if (element.is(XmlSpace::Sheet, "rPh"))
            m_isAside = true;
        m_isText = !m_isAside && element.is(XmlSpace::Sheet, "t");
    }
    void end(const XmlName& element)
    {
        if (element.is(XmlSpace::Sheet, "rPh"))
            m_isAside = false;
        m_isText = false;
    }
    void add(QStringView text)
    {
        if (m_isText)
            m_text += text;
    }
    QString take() { return std::exchange(m_text, QString()); }

private:
    QString m_text;
    bool m_isAside = false;
    bool m_isText = false;
};

class TextsXml : public SheetXml
{
public:
    TextsXml(RawTable& table, std::vector<RawTable::Piece>& texts)
        : m_table(table)
        , m_texts(texts)
    {
    }

    void begin(const XmlName& element, const XmlAttributes&) override { m_text.begin(element); }
    void end(const XmlName& element) override
    {
        m_text.end(element);
        if (element.is(XmlSpace::Sheet, "si"))
            m_texts.push_back(m_table.addText(m_text.take()));
    }
    void characters(QStringView text) override { m_text.add(text); }

private:
    RawTable& m_table;
    std::vector<RawTable::Piece>& m_texts;
    RichText m_text;
};

class XlsxSheetXml : public SheetXml
{
public:
    XlsxSheetXml(const XlsxCellFacts& facts, RawTable& table, const ReadingWatch& watch)
        : m_facts(facts)
        , m_table(table)
        , m_watch(watch)
    {
    }

    void begin(const XmlName& element, const XmlAttributes& attributes) override
    {
        m_text.begin(element);
        m_isValue = element.is(XmlSpace::Sheet, "v");
        if (element.is(XmlSpace::Sheet, "row"))
            beginRow(attributes);
        else if (element.is(XmlSpace::Sheet, "c"))
            beginCell(attributes);
        else if (element.is(XmlSpace::Sheet, "f"))
            m_isFormula = true;
        else if (element.is(XmlSpace::Sheet, "mergeCell"))
            addMerge(attributes.value("ref"));
    }
    void end(const XmlName& element) override
    {
        m_text.end(element);
        m_isValue = false;
        if (element.is(XmlSpace::Sheet, "c"))
            endCell();
        else if (element.is(XmlSpace::Sheet, "row"))
            endRow();
    }
    void characters(QStringView text) override
    {
        m_text.add(text);
        if (m_isValue)
            m_value += text;
    }

private:
    void beginRow(const XmlAttributes& attributes)
    {
        if (!m_watch.goesOn())
            return stopWith({ TableFault::Kind::Stopped });
        const QStringView number = attributes.value("r");
        const int row = number.isEmpty() ? m_row + 1 : number.toInt();
        if (m_isInRow || row <= m_row || row > mostSheetRows)
            return stopWith(damaged);
        m_row = row;
        m_column = -1;
        m_isInRow = true;
        const QStringView hidden = attributes.value("hidden");
        stopIf(m_table.beginRow(row, hidden == u"1" || hidden == u"true"));
    }
    void endRow()
    {
        m_isInRow = false;
        if (m_table.cellCount(m_table.rowCount() - 1) == 0)
            m_table.dropLastRow();
    }
    void beginCell(const XmlAttributes& attributes)
    {
        const QStringView name = attributes.value("r");
        const auto place = name.isEmpty() ? Place { m_row, m_column + 1 } : placeOf(name);
        if (!m_isInRow || !place || place->row != m_row || place->column <= m_column
            || place->column >= mostSheetColumns)
            return stopWith(damaged);
        m_column = place->column;
        m_type = attributes.value("t").toString();
        m_style = attributes.value("s").toInt();
        m_isFormula = false;
        m_value.clear();
        m_text.take();
    }
    void endCell()
    {
        if (m_type == u"inlineStr")
            addText(m_text.take(), CellKind::Text);
        else if (m_value.isEmpty())
            return;
        else if (m_type == u"s")
            addShared();
        else if (m_type == u"b")
            addText(m_value == u"1" ? QStringLiteral("TRUE") : QStringLiteral("FALSE"), CellKind::Boolean);
        else if (m_type == u"e")
            addText(m_value, CellKind::Error);
        else if (m_type == u"d")
            addText(m_value, CellKind::Date);
        else if (m_type == u"str")
            addText(m_value, CellKind::Text);
        else
            addNumber();
    }
    void addNumber()
    {
        const bool isDate
            = m_style >= 0 && size_t(m_style) < m_facts.dateStyles.size() && m_facts.dateStyles[size_t(m_style)];
        bool isNumber = false;
        const double number = m_value.toDouble(&isNumber);
        if (!isNumber)
            return stopWith(damaged);
        const QString date = isDate ? dateOfSerial(number, m_facts.dates) : QString();
        if (isDate)
            addText(date.isEmpty() ? m_value : date, CellKind::Date);
        else
            addText(m_value, CellKind::Number);
    }
    void addShared()
    {
        bool isNumber = false;
        const uint index = m_value.toUInt(&isNumber);
        if (!isNumber || index >= m_facts.texts.size())
            return stopWith(damaged);
        add(m_facts.texts[index], CellKind::Text);
    }
    void addText(const QString& text, CellKind kind) { add(m_table.addText(text), kind); }
    void add(RawTable::Piece text, CellKind kind)
    {
        if (!stopIf(m_table.addBlanksUntil(m_column)))
            stopIf(m_table.addCell(text, kind, m_isFormula));
    }
    void addMerge(QStringView range)
    {
        const qsizetype colon = range.indexOf(u':');
        const auto from = placeOf(colon < 0 ? range : range.first(colon));
        const auto to = placeOf(colon < 0 ? range : range.sliced(colon + 1));
        if (!from || !to)
            return stopWith(damaged);
        m_table.addMerge({ from->row, to->row }, from->column, to->column);
    }

    const XlsxCellFacts& m_facts;
    RawTable& m_table;
    const ReadingWatch& m_watch;
    RichText m_text;
    QString m_type;
    QString m_value;
    int m_row = 0;
    int m_column = -1;
    int m_style = 0;
    bool m_isInRow = false;
    bool m_isValue = false;
    bool m_isFormula = false;
};

} // namespace

std::optional<TableFault> readXlsxTexts(const QByteArray& xml, RawTable& table, std::vector<RawTable::Piece>& texts)
{
    return TextsXml(table, texts).parse(xml);
}

std::optional<TableFault> readXlsxSheet(
    const QByteArray& xml, const XlsxCellFacts& facts, RawTable& table, const ReadingWatch& watch)
{
    return XlsxSheetXml(facts, table, watch).parse(xml);
}

} // namespace pushbrake
