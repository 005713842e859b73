#include "ui/checks/checkprint.h"

#include "ui/checks/checkmodel.h"
#include "ui/look/theme.h"
#include "ui/words/checkwords.h"

#include <QCoreApplication>
#include <QPageLayout>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {

struct CheckPrint
{
    Q_DECLARE_TR_FUNCTIONS(CheckPrint)
};

constexpr qreal letterSize = 8; // points: eight columns fit a landscape page
constexpr qreal titleSize = 14;
constexpr qreal cellGap = 2;

QTextCharFormat letters(qreal size, bool isStrong = false)
{
    QTextCharFormat format;
    format.setFontPointSize(size);
    format.setFontWeight(isStrong ? QFont::Bold : QFont::Normal);
    format.setForeground(Qt::black); // on paper, whatever the scheme of the screen
    return format;
}

QTextTable* makeTable(QTextCursor& cursor, qsizetype rows, int columns, bool hasHeading)
{
    QTextTableFormat format;
    format.setCellPadding(cellGap);
    format.setCellSpacing(0);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderCollapse(true);
    format.setWidth(QTextLength(QTextLength::PercentageLength, hasHeading ? 100 : 60));
    format.setHeaderRowCount(hasHeading ? 1 : 0); // on every page
    return cursor.insertTable(int(rows), columns, format);
}

void addFacts(QTextCursor& cursor, const CheckPaper& paper)
{
    const QList<QStringList> facts = checktake::facts(paper);
    cursor.insertText(facts.first().first(), letters(titleSize, true));
    cursor.insertBlock();
    cursor.insertText(theme::unmarked(sentences::checkCounts(paper.counts)), letters(letterSize, true));
    cursor.insertBlock();
    QTextTable* table = makeTable(cursor, facts.size() - 1, 2, false);
    for (qsizetype row = 1; row < facts.size(); ++row) {
        for (int column = 0; column < 2; ++column)
            table->cellAt(int(row) - 1, column)
                .firstCursorPosition()
                .insertText(facts.at(row).at(column), letters(letterSize));
    }
    cursor.movePosition(QTextCursor::End);
    cursor.insertBlock();
}

void addRows(QTextCursor& cursor, const CheckPaper& paper)
{
    if (paper.rows.isEmpty())
        return;
    QTextTable* table = makeTable(cursor, paper.rows.size() + 1, CheckModel::ColumnCount, true);
    for (int column = 0; column < CheckModel::ColumnCount; ++column) {
        table->cellAt(0, column).firstCursorPosition().insertText(
            CheckModel::heading(column, paper.readAt), letters(letterSize, true));
        for (qsizetype row = 0; row < paper.rows.size(); ++row) {
            const Comparison& comparison = paper.rows.at(row);
            const bool isMarked = CheckModel::isMarked(comparison, column);
            const QString text = CheckModel::plainText(comparison, column, paper.readAt);
            table->cellAt(int(row) + 1, column)
                .firstCursorPosition()
                .insertText(isMarked ? u"≠ "_s + text : text, letters(letterSize, isMarked));
        }
    }
}

} // namespace

std::unique_ptr<QTextDocument> checkDocument(const CheckPaper& paper)
{
    auto document = std::make_unique<QTextDocument>();
    document->setUndoRedoEnabled(false);
    QTextCursor cursor(document.get());
    addFacts(cursor, paper);
    addRows(cursor, paper);
    return document;
}

void showPrintPreview(const CheckPaper& paper, QWidget& window)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageOrientation(QPageLayout::Landscape);
    printer->setDocName(CheckPrint::tr("Check before a campaign"));
    auto* preview = new QPrintPreviewDialog(printer.get(), &window);
    preview->setObjectName(u"checkPreview"_s);
    preview->setAttribute(Qt::WA_DeleteOnClose);
    preview->setWindowTitle(CheckPrint::tr("Print the check"));
    QObject::connect(preview, &QObject::destroyed, &window, [printer] {}); // lives as long as what prints by it
    const auto document = std::shared_ptr<QTextDocument>(checkDocument(paper));
    QObject::connect(preview, &QPrintPreviewDialog::paintRequested, preview,
        [document](QPrinter* paperPrinter) { document->print(paperPrinter); });
    preview->resize(theme::withinScreen(*preview, QSize(theme::unit * 250, theme::unit * 190)));
    preview->open();
}

} // namespace pushbrake
