#include "ui/tasks/importedfiledialog.h"

#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/parts/formfield.h"
#include "ui/parts/growtofit.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {
constexpr qsizetype mostShown = 500; ///< nobody reads more; a part of the name finds the others
} // namespace

ImportedFileDialog::ImportedFileDialog(QStringList files, QWidget* parent)
    : QDialog(parent)
    , m_files(std::move(files))
    , m_part(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_show(makeButton("showFileButton", tr("&Show its pushes"), this))
{
    setObjectName(u"importedFileDialog"_s);
    setWindowTitle(tr("Show the pushes of a file"));
    setAccessibleName(windowTitle());
    m_part->setObjectName(u"fileNameEdit"_s);
    m_part->setMinimumHeight(theme::controlHeight);
    m_list->setObjectName(u"fileList"_s);
    m_list->setAccessibleName(tr("Files from which pushes were imported"));
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setMinimumHeight(theme::unit * 40);
    m_show->setDefault(true);
    QPushButton* close = makeButton("closeButton", tr("C&lose"), this);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(theme::windowMargin, theme::windowMargin, theme::windowMargin, theme::windowMargin);
    page->setSpacing(theme::bandGap);
    page->addWidget(new FormField(tr("Part of the &name"), m_part, this));
    page->addWidget(m_list, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(m_show);
    page->addLayout(buttons);
    setTabOrder(m_part, m_list);
    setTabOrder(close, m_show);
    setMinimumWidth(theme::unit * 95);
    connect(m_part, &QLineEdit::textChanged, this, &ImportedFileDialog::fill);
    connect(m_list, &QListWidget::itemSelectionChanged, this,
        [this] { m_show->setEnabled(!m_list->selectedItems().isEmpty()); });
    connect(m_list, &QListWidget::itemDoubleClicked, this, &ImportedFileDialog::accept);
    connect(m_show, &QPushButton::clicked, this, &ImportedFileDialog::accept);
    connect(close, &QPushButton::clicked, this, &ImportedFileDialog::reject);
    fill();
    new GrowToFit(*this);
}

void ImportedFileDialog::fill()
{
    m_list->clear();
    for (const QString& file : std::as_const(m_files)) {
        if (m_list->count() >= mostShown)
            break;
        if (!file.contains(m_part->text().trimmed(), Qt::CaseInsensitive))
            continue;
        auto* item = new QListWidgetItem(theme::brief(file), m_list);
        item->setData(Qt::UserRole, file);
    }
    m_list->setCurrentRow(m_list->count() > 0 ? 0 : -1);
    m_show->setEnabled(m_list->count() > 0);
}

void ImportedFileDialog::accept()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (!item)
        return;
    Q_EMIT chosen(item->data(Qt::UserRole).toString());
    QDialog::accept();
}

} // namespace pushbrake
