#include "exchange/odssheet.h"

#include "exchange/sheetxml.h"

#include <QRegularExpression>
#include <QTime>

#include <algorithm>

namespace pushbrake {

namespace {

constexpr int mostBlanks = 10'000;
constexpr int mostLines = 16'777'216; // many times what a sheet has; blank rows may be written a little beyond its end

/// "PT10H30M00S" as "10:30:00"; what is no time of a day stays as it is.
QString timeOfDay(const QString& duration)
{
    static const QRegularExpression parts(QStringLiteral("\\APT(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+)(?:[.,]\\d+)?S)?\\z"));
    const auto match = parts.match(duration);
    const QTime time(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    return match.hasMatch() && time.isValid() ? time.toString(Qt::ISODate) : duration;
}

int repetitions(QStringView number)
{
    return number.isEmpty() ? 1 : std::clamp(number.toInt(), 1, mostSheetRows);
}

class OdsXml : public SheetXml
{
public:
    OdsXml(int sheet, const ReadingWatch& watch)
        : m_wanted(sheet)
        , m_watch(watch)
    {
    }

    void begin(const XmlName& element, const XmlAttributes& attributes) override
    {
        if (m_aside > 0 || isAside(element))
            ++m_aside;
        else if (element.space == XmlSpace::Table)
            beginOfTable(element.local, attributes);
        else if (m_isInCell && element.space == XmlSpace::Text)
            beginOfText(element.local, attributes);
    }
    void end(const XmlName& element) override
    {
        if (m_aside > 0)
            --m_aside;
        else if (element.space == XmlSpace::Table)
            endOfTable(element.local);
        else if (m_isInCell && element.is(XmlSpace::Text, "p"))
            m_isParagraph = false;
    }
    void characters(QStringView text) override
    {
        if (m_aside == 0 && m_isParagraph)
            m_text += text;
    }

    OdsSheets found;

private:
    /// What stands in a cell and is not its content: notes, drawings, tables of their own, and the record of changes.
    bool isAside(const XmlName& element) const
    {
        return element.is(XmlSpace::Office, "annotation") || element.space == XmlSpace::Draw
            || element.is(XmlSpace::Table, "tracked-changes") || element.is(XmlSpace::Table, "shapes")
            || (m_isInCell && element.is(XmlSpace::Table, "table"))
            || (m_isInTable && element.is(XmlSpace::Table, "named-expressions"));
    }
    bool isWanted() const { return m_isInTable && found.names.size() - 1 == m_wanted; }

    void beginOfTable(QStringView name, const XmlAttributes& attributes)
    {
        if (name == u"table") {
            found.names.append(attributes.value("name", XmlSpace::Table).toString());
            m_isInTable = true;
            m_line = 0;
        } else if (!isWanted()) {
            return;
        } else if (name == u"table-row-group") {
            m_hiddenGroups += m_hiddenGroups > 0 || attributes.has("display", "false", XmlSpace::Table);
        } else if (name == u"table-row") {
            beginRow(attributes);
        } else if (name == u"table-cell" || name == u"covered-table-cell") {
            beginCell(attributes);
        }
    }
    void endOfTable(QStringView name)
    {
        if (name == u"table")
            m_isInTable = false;
        else if (!isWanted())
            return;
        else if (name == u"table-row-group")
            m_hiddenGroups -= m_hiddenGroups > 0;
        else if (name == u"table-row")
            endRow();
        else if (name == u"table-cell" || name == u"covered-table-cell")
            endCell();
    }
    void beginOfText(QStringView name, const XmlAttributes& attributes)
    {
        if (name == u"p") {
            m_text += m_hasParagraph ? QStringLiteral("\n") : QString();
            m_hasParagraph = true;
            m_isParagraph = true;
        } else if (m_isParagraph && name == u"s") {
            const int count = attributes.value("c", XmlSpace::Text).toInt();
            m_text += QString(std::clamp(count, 1, mostBlanks), u' ');
        } else if (m_isParagraph && name == u"tab") {
            m_text += u'\t';
        } else if (m_isParagraph && name == u"line-break") {
            m_text += u'\n';
        }
    }

    void beginRow(const XmlAttributes& attributes)
    {
        if (!m_watch.goesOn())
            return stopWith({ TableFault::Kind::Stopped });
        const QStringView visibility = attributes.value("visibility", XmlSpace::Table);
        m_isRowHidden = m_hiddenGroups > 0 || visibility == u"collapse" || visibility == u"filter";
        m_rowRepetitions = repetitions(attributes.value("number-rows-repeated", XmlSpace::Table));
        m_cells.clear();
        m_column = 0;
    }
    void endRow()
    {
        for (int i = 0; i < m_rowRepetitions && !m_cells.empty(); ++i) {
            if (stopIf(found.table.beginRow(m_line + i + 1, m_isRowHidden)))
                return;
            for (const Cell& cell : m_cells) {
                for (int column = cell.column; column < cell.column + cell.repetitions; ++column) {
                    if (stopIf(found.table.addBlanksUntil(column))
                        || stopIf(found.table.addCell(cell.text, cell.kind, cell.isFormula)))
                        return;
                }
            }
        }
        m_line += m_rowRepetitions;
        if (m_line > mostLines)
            stopWith({ TableFault::Kind::Damaged });
    }

    void beginCell(const XmlAttributes& attributes)
    {
        m_isInCell = true;
        m_hasParagraph = false;
        m_text.clear();
        m_cellRepetitions = repetitions(attributes.value("number-columns-repeated", XmlSpace::Table));
        m_isFormula = !attributes.value("formula", XmlSpace::Table).isEmpty();
        m_type = attributes.has("value-type", "error", XmlSpace::Calc)
            ? QStringLiteral("error")
            : attributes.value("value-type", XmlSpace::Office).toString();
        m_value = attributes.value(valueName(), XmlSpace::Office).toString();
        const int columns = repetitions(attributes.value("number-columns-spanned", XmlSpace::Table));
        const int rows = repetitions(attributes.value("number-rows-spanned", XmlSpace::Table));
        if (columns > 1 || rows > 1)
            found.table.addMerge({ m_line + 1, m_line + rows }, m_column, m_column + columns - 1);
    }
    const char* valueName() const
    {
        return m_type == u"date"                        ? "date-value"
            : m_type == u"time"                         ? "time-value"
            : m_type == u"boolean"                      ? "boolean-value"
            : m_type == u"string" || m_type == u"error" ? "string-value"
                                                        : "value";
    }
    void endCell()
    {
        m_isInCell = false;
        m_isParagraph = false;
        const QString shown = m_text;
        if (m_type.isEmpty() && shown.isEmpty())
            return advance();
        if (m_type == u"string" || m_type.isEmpty())
            add(m_hasParagraph ? shown : m_value, CellKind::Text);
        else if (m_type == u"error")
            add(shown, CellKind::Error);
        else if (m_type == u"boolean")
            add(m_value == u"true" ? QStringLiteral("TRUE") : QStringLiteral("FALSE"), CellKind::Boolean);
        else if (m_type == u"date")
            add(m_value, CellKind::Date);
        else if (m_type == u"time")
            add(timeOfDay(m_value), CellKind::Date);
        else
            addNumber();
        advance();
    }
    void addNumber()
    {
        bool isNumber = false;
        m_value.toDouble(&isNumber);
        if (!isNumber)
            return stopWith({ TableFault::Kind::Damaged });
        add(m_value, CellKind::Number);
    }
    void advance()
    {
        m_column += m_cellRepetitions;
        if (m_column > mostSheetColumns)
            return stopWith({ TableFault::Kind::Damaged });
    }
    void add(const QString& text, CellKind kind)
    {
        m_cells.push_back({ found.table.addText(text), kind, m_isFormula, m_column, m_cellRepetitions });
    }

    struct Cell
    {
        RawTable::Piece text;
        CellKind kind;
        bool isFormula;
        int column;
        int repetitions;
    };

    const int m_wanted;
    const ReadingWatch& m_watch;
    std::vector<Cell> m_cells; ///< of the row, which may be repeated
    QString m_text;
    QString m_type;
    QString m_value;
    int m_aside = 0; ///< how deep in what is left out
    int m_hiddenGroups = 0;
    int m_line = 0; ///< of the row before
    int m_column = 0;
    int m_rowRepetitions = 1;
    int m_cellRepetitions = 1;
    bool m_isInTable = false;
    bool m_isInCell = false;
    bool m_isParagraph = false;
    bool m_hasParagraph = false;
    bool m_isRowHidden = false;
    bool m_isFormula = false;
};

} // namespace

std::expected<OdsSheets, TableFault> readOdsContent(const QByteArray& xml, int sheet, const ReadingWatch& watch)
{
    OdsXml reader(sheet, watch);
    reader.found.table.reserveText(xml.size() / 4);
    if (const auto fault = reader.parse(xml))
        return std::unexpected { *fault };
    return std::move(reader.found);
}

} // namespace pushbrake
