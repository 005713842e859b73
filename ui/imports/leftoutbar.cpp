#include "ui/imports/leftoutbar.h"

#include "exchange/tablecsv.h"
#include "ui/look/theme.h"
#include "ui/parts/button.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>

#include <utility>

using namespace Qt::StringLiterals;

namespace pushbrake {

LeftOutBar::LeftOutBar(Rows rows, QWidget* parent)
    : QWidget(parent)
    , m_rows(std::move(rows))
    , m_copy(makeButton("copyLeftOutButton", tr("Copy what is left out"), this, u"copy"_s))
    , m_save(makeButton("saveLeftOutButton", tr("Save what is left out…"), this, u"file-up"_s))
    , m_told(theme::selectableLabel({}, this))
{
    setObjectName(u"leftOutBar"_s);
    m_told->setObjectName(u"leftOutTold"_s);
    m_copy->setToolTip(tr("Copies these rows with their lines and the reasons, as a table for a spreadsheet"));
    m_save->setToolTip(tr("Writes these rows with their lines and the reasons into a table for spreadsheets"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::buttonGap);
    row->addWidget(m_copy);
    row->addWidget(m_save);
    row->addWidget(m_told, 1);
    connect(m_copy, &QPushButton::clicked, this, &LeftOutBar::copy);
    connect(m_save, &QPushButton::clicked, this, &LeftOutBar::askWhere);
}

void LeftOutBar::present(int leftOut, const QString& sourceName)
{
    m_sourceName = sourceName;
    m_told->setText({});
    setVisible(leftOut > 0);
}

void LeftOutBar::copy()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(tableToTabs(m_rows())));
    sayCopied(*m_copy);
}

void LeftOutBar::askWhere()
{
    auto* dialog = new QFileDialog(window(), tr("Save what is left out"));
    dialog->setObjectName(u"leftOutFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Tables (*.csv)"));
    dialog->setDefaultSuffix(u"csv"_s);
    //: file name; %1: that of the file that was imported
    dialog->selectFile(tr("%1 left out.csv").arg(QFileInfo(m_sourceName).completeBaseName()));
    connect(dialog, &QFileDialog::fileSelected, this, &LeftOutBar::write);
    dialog->open();
}

void LeftOutBar::write(const QString& path)
{
    const QByteArray bytes = tableToCsv(m_rows());
    const QString name = theme::isolated(QFileInfo(path).fileName());
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    m_told->setText(isWritten
            ? tr("Written to %1.").arg(name)
            : tr("It could not be written to %1. Choose a folder that you may write to, on a disk with free space.")
                  .arg(name));
}

} // namespace pushbrake
