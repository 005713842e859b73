#include "ui/tasks/viewnamedialog.h"

#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/parts/formfield.h"
#include "ui/parts/growtofit.h"
#include "ui/tasks/savedview.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pushbrake {

ViewNameDialog::ViewNameDialog(const QString& given, QWidget* parent)
    : QDialog(parent)
    , m_name(new QLineEdit(given, this))
    , m_save(makeButton("saveViewButton", tr("&Save"), this))
{
    setObjectName(u"viewNameDialog"_s);
    setWindowTitle(given.isEmpty() ? tr("Save this view") : tr("Rename this view"));
    setAccessibleName(windowTitle());
    m_name->setObjectName(u"viewNameEdit"_s);
    m_name->setMaxLength(SavedView::longestName);
    m_name->setMinimumHeight(theme::controlHeight);
    m_name->selectAll();
    m_save->setDefault(true);
    QPushButton* close = makeButton("closeButton", tr("C&lose"), this);
    auto* field = new FormField(tr("&Name"), m_name, this);
    if (given.isEmpty())
        field->showHint(tr("It keeps the words that are looked for, the filters and the order of the list."));
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(theme::windowMargin, theme::windowMargin, theme::windowMargin, theme::windowMargin);
    page->setSpacing(theme::bandGap);
    page->addWidget(field);
    page->addStretch();
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(m_save);
    page->addLayout(buttons);
    setTabOrder(close, m_save);
    setMinimumWidth(theme::unit * 95);
    m_save->setEnabled(!name().isEmpty());
    connect(m_name, &QLineEdit::textChanged, this, [this] { m_save->setEnabled(!name().isEmpty()); });
    connect(m_save, &QPushButton::clicked, this, [this] { Q_EMIT named(name()); });
    connect(close, &QPushButton::clicked, this, &ViewNameDialog::reject);
    new GrowToFit(*this);
}

QString ViewNameDialog::name() const
{
    return m_name->text().simplified();
}

} // namespace pushbrake
