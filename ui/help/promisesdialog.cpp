#include "ui/help/promisesdialog.h"

#include "ui/help/promises.h"
#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/words/badges.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollBar>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextEdit>
#include <QTextFrame>
#include <QTextList>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {

constexpr int widestLine = 640; ///< px; longer ones are hard to follow back
constexpr int pointIndent = 20; ///< px; of the points
constexpr int lineHeight = 135; ///< % of the font's own

bool isRightToLeft(const QString& text)
{
    // Not by its first letter: many sentences begin with the program's name.
    return std::any_of(text.begin(), text.end(),
        [](QChar c) { return c.direction() == QChar::DirR || c.direction() == QChar::DirAL; });
}

} // namespace

/// A page that keeps its lines short however wide the window is.
class ReadingPage : public QTextEdit
{
public:
    using QTextEdit::QTextEdit;

    void centre()
    {
        const int side = std::max(2 * theme::windowMargin, (viewport()->width() - widestLine) / 2);
        QTextFrameFormat column = document()->rootFrame()->frameFormat();
        column.setTopMargin(theme::windowMargin);
        column.setBottomMargin(2 * theme::windowMargin);
        column.setLeftMargin(side);
        column.setRightMargin(side);
        document()->rootFrame()->setFrameFormat(column);
    }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        centre();
        QTextEdit::resizeEvent(event);
    }
};

namespace {

/// Puts the sentences into a document, from top to bottom.
class Writer
{
public:
    explicit Writer(QTextDocument& document)
        : m_document(document)
        , m_cursor(&document)
        , m_base(document.defaultFont())
    {
        document.clear();
    }

    void title(const QString& text)
    {
        begin(text, 0, 1);
        m_cursor.insertText(text, written(theme::titleFont(m_base), theme::Tone::Text));
    }

    void heading(const QString& text)
    {
        begin(text, 8 * theme::unit, 2);
        QFont font = theme::strongFont(m_base);
        font.setPointSizeF(m_base.pointSizeF() * 1.15);
        m_cursor.insertText(text, written(font, theme::Tone::Text));
    }

    void paragraph(const QString& text, theme::Tone tone = theme::Tone::Text)
    {
        begin(text, 2 * theme::unit);
        m_cursor.insertText(text, written(m_base, tone));
    }

    void meaning(const promises::Meaning& meaning)
    {
        const auto badge = sentences::outcomeBadge(meaning.outcome, false);
        begin(meaning.text, 4 * theme::unit);
        icon(badge);
        m_cursor.insertText(u"\u00a0\u00a0"_s + badge.word, written(theme::strongFont(m_base), badge.tone));
        begin(meaning.text, theme::unit);
        m_cursor.insertText(meaning.text, written(m_base, theme::Tone::Text));
    }

    void points(const QStringList& texts)
    {
        QTextListFormat format;
        format.setStyle(QTextListFormat::ListDisc);
        QTextList* list = nullptr;
        for (const QString& text : texts) {
            begin(text, 2 * theme::unit);
            list ? list->add(m_cursor.block()) : void(list = m_cursor.createList(format));
            m_cursor.setBlockCharFormat(written(m_base, theme::Tone::Text)); // of its dot
            m_cursor.insertText(text, written(m_base, theme::Tone::Text));
        }
    }

private:
    void begin(const QString& text, int above, int level = 0)
    {
        QTextBlockFormat block;
        block.setLayoutDirection(isRightToLeft(text) ? Qt::RightToLeft : Qt::LayoutDirectionAuto);
        block.setTopMargin(above);
        block.setLineHeight(lineHeight, QTextBlockFormat::ProportionalHeight);
        block.setHeadingLevel(level);
        if (m_isBegun)
            m_cursor.insertBlock(block);
        else
            m_cursor.setBlockFormat(block);
        m_isBegun = true;
    }

    static QTextCharFormat written(const QFont& font, theme::Tone tone)
    {
        QTextCharFormat format;
        format.setFont(font);
        format.setForeground(theme::color(tone));
        return format;
    }

    void icon(const sentences::Badge& badge)
    {
        const int side = QFontMetrics(m_base).height();
        constexpr int sharpness = 3; // drawn larger than shown, for screens that are scaled up
        const QUrl url(u"icon:"_s + badge.icon);
        m_document.addResource(QTextDocument::ImageResource, url,
            theme::icon(badge.icon, badge.tone).pixmap(QSize(side, side) * sharpness).toImage());
        QTextImageFormat image;
        image.setName(url.toString());
        image.setWidth(side);
        image.setHeight(side);
        image.setVerticalAlignment(QTextCharFormat::AlignBottom);
        m_cursor.insertImage(image);
    }

    QTextDocument& m_document;
    QTextCursor m_cursor;
    QFont m_base;
    bool m_isBegun = false;
};

} // namespace

PromisesDialog::PromisesDialog(QWidget* parent)
    : QDialog(parent)
    , m_page(new ReadingPage(this))
{
    setObjectName(u"promisesDialog"_s);
    setWindowTitle(promises::title());
    setAccessibleName(promises::title());
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);
    m_page->setObjectName(u"promisesPage"_s);
    m_page->setAccessibleName(promises::title());
    m_page->setFrameShape(QFrame::NoFrame);
    m_page->setReadOnly(true);
    // With the keyboard, too: it is then read line by line, by eye or aloud.
    m_page->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_page->setTabChangesFocus(true);
    m_page->document()->setDocumentMargin(0);
    m_page->document()->setIndentWidth(pointIndent);
    write();

    QPushButton* close = makeButton("closeButton", tr("&Close"), this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(theme::windowMargin, theme::bandGap, theme::windowMargin, theme::bandGap);
    buttons->addStretch();
    buttons->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_page, 1);
    column->addLayout(buttons);
    resize(theme::withinScreen(*this, QSize(720, 700)));
    m_page->setFocus();
}

void PromisesDialog::write()
{
    const int at = m_page->verticalScrollBar()->value();
    m_page->document()->setDefaultFont(font());
    Writer writer(*m_page->document());
    writer.title(promises::title());
    writer.paragraph(promises::lead(), theme::Tone::Dim);
    writer.heading(promises::meaningsTitle());
    for (const promises::Meaning& meaning : promises::meanings())
        writer.meaning(meaning);
    for (const promises::Section& section : promises::sections()) {
        writer.heading(section.title);
        for (const QString& paragraph : section.paragraphs)
            writer.paragraph(paragraph);
        writer.points(section.points);
    }
    m_page->centre();
    m_page->moveCursor(QTextCursor::Start);
    m_page->verticalScrollBar()->setValue(at);
}

// Colours, icons and sizes are part of the text.
void PromisesDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        write();
}

} // namespace pushbrake
