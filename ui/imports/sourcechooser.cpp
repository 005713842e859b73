#include "ui/imports/sourcechooser.h"

#include "exchange/textencoding.h"
#include "ui/look/theme.h"
#include "ui/parts/labelledbox.h"

#include <QComboBox>
#include <QHBoxLayout>

#include <algorithm>

namespace pushbrake {

namespace {
constexpr int mostShown = 40; ///< characters of a sheet's name
} // namespace

SourceChooser::SourceChooser(QWidget* parent)
    : QWidget(parent)
    , m_sheet(new LabelledBox("sheetBox", tr("&Sheet"), this))
    , m_encoding(new LabelledBox("encodingBox", tr("En&coding"), this))
    , m_separator(new LabelledBox("separatorBox", tr("Cells are separated &by"), this))
{
    setObjectName(QStringLiteral("sourceChooser"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::windowMargin);
    for (LabelledBox* box : { m_sheet, m_encoding, m_separator })
        row->addWidget(box);
    for (const QByteArray& encoding : tableEncodings())
        m_encoding->box().addItem(QString::fromLatin1(encoding), encoding);
    m_separator->box().addItem(tr("Commas"), QChar(u','));
    m_separator->box().addItem(tr("Semicolons"), QChar(u';'));
    m_separator->box().addItem(tr("Tabs"), QChar(u'\t'));
    m_separator->box().addItem(tr("Bars"), QChar(u'|'));
    m_separator->box().addItem(tr("Nothing"), QChar());
    connect(&m_sheet->box(), &QComboBox::activated, this, [this](int sheet) {
        m_hints.sheet = sheet;
        Q_EMIT hintsChanged();
    });
    connect(&m_encoding->box(), &QComboBox::activated, this, [this] {
        m_hints.encoding = m_encoding->box().currentData().toByteArray();
        Q_EMIT hintsChanged();
    });
    connect(&m_separator->box(), &QComboBox::activated, this, [this] {
        m_hints.separator = m_separator->box().currentData().toChar();
        Q_EMIT hintsChanged();
    });
}

void SourceChooser::setTable(const ReadTable& read)
{
    const bool isText = read.format == TableFormat::Text || read.format == TableFormat::Separated;
    m_sheet->box().clear();
    for (const QString& sheet : read.sheets)
        m_sheet->box().addItem(theme::brief(sheet, mostShown));
    m_sheet->box().setCurrentIndex(read.sheet);
    m_sheet->setVisible(read.sheets.size() > 1);
    m_encoding->box().setCurrentIndex(std::max(0, m_encoding->box().findData(read.encoding)));
    // What was pasted is text already; of a file that says its encoding, or has only one, nothing is open.
    m_encoding->setVisible(isText && (read.isEncodingGuess || !m_hints.encoding.isEmpty()));
    m_separator->box().setCurrentIndex(std::max(0, m_separator->box().findData(read.separator)));
    m_separator->setVisible(isText);
    setVisible(isText || read.sheets.size() > 1);
}

void SourceChooser::forget()
{
    m_hints = {};
    hide();
}

} // namespace pushbrake
