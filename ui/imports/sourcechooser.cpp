#include "ui/imports/sourcechooser.h"

#include "exchange/textencoding.h"
#include "ui/look/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace pushbrake {

namespace {
constexpr int mostShown = 40; ///< characters of a sheet's name
} // namespace

SourceChooser::SourceChooser(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("sourceChooser"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::windowMargin);
    m_sheet = addBox("sheetBox", tr("&Sheet"));
    m_encoding = addBox("encodingBox", tr("En&coding"));
    m_separator = addBox("separatorBox", tr("Cells are separated &by"));
    for (const QByteArray& encoding : tableEncodings())
        m_encoding->addItem(QString::fromLatin1(encoding), encoding);
    m_separator->addItem(tr("Commas"), QChar(u','));
    m_separator->addItem(tr("Semicolons"), QChar(u';'));
    m_separator->addItem(tr("Tabs"), QChar(u'\t'));
    m_separator->addItem(tr("Bars"), QChar(u'|'));
    m_separator->addItem(tr("Nothing"), QChar());
    connect(m_sheet, &QComboBox::activated, this, [this](int sheet) {
        m_hints.sheet = sheet;
        Q_EMIT hintsChanged();
    });
    connect(m_encoding, &QComboBox::activated, this, [this] {
        m_hints.encoding = m_encoding->currentData().toByteArray();
        Q_EMIT hintsChanged();
    });
    connect(m_separator, &QComboBox::activated, this, [this] {
        m_hints.separator = m_separator->currentData().toChar();
        Q_EMIT hintsChanged();
    });
}

QComboBox* SourceChooser::addBox(const char* name, const QString& label)
{
    auto* group = new QWidget(this);
    auto* line = new QHBoxLayout(group);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::buttonGap);
    auto* box = new QComboBox(group);
    box->setObjectName(QString::fromLatin1(name));
    box->setMinimumHeight(theme::controlHeight);
    auto* words = new QLabel(label, group);
    words->setObjectName(box->objectName() + QStringLiteral("Label"));
    words->setBuddy(box);
    box->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    line->addWidget(words);
    line->addWidget(box);
    layout()->addWidget(group);
    return box;
}

void SourceChooser::setTable(const ReadTable& read)
{
    const bool isText = read.format == TableFormat::Text || read.format == TableFormat::Separated;
    m_sheet->clear();
    for (const QString& sheet : read.sheets)
        m_sheet->addItem(theme::brief(sheet, mostShown));
    m_sheet->setCurrentIndex(read.sheet);
    m_sheet->parentWidget()->setVisible(read.sheets.size() > 1);
    m_encoding->setCurrentIndex(std::max(0, m_encoding->findData(read.encoding)));
    // What was pasted is text already; of a file that says its encoding, or has only one, nothing is open.
    m_encoding->parentWidget()->setVisible(isText && (read.isEncodingGuess || !m_hints.encoding.isEmpty()));
    m_separator->setCurrentIndex(std::max(0, m_separator->findData(read.separator)));
    m_separator->parentWidget()->setVisible(isText);
    setVisible(isText || read.sheets.size() > 1);
}

void SourceChooser::forget()
{
    m_hints = {};
    hide();
}

} // namespace pushbrake
