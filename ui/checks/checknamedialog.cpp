#include "ui/checks/checknamedialog.h"

#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/parts/formfield.h"
#include "ui/parts/growtofit.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {
constexpr int longestName = 80;
constexpr int leastWidth = 95 * theme::unit;
} // namespace

CheckNameDialog::CheckNameDialog(const QString& title, const QString& deed, const QString& proposal, QWidget* parent)
    : QDialog(parent)
    , m_name(new QLineEdit(this))
    , m_close(makeButton("closeNameButton", tr("C&lose"), this))
    , m_give(makeButton("giveNameButton", deed, this))
{
    setObjectName(u"checkNameDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setAccessibleName(title);
    m_name->setObjectName(u"checkNameEdit"_s);
    m_name->setMaxLength(longestName);
    m_name->setText(proposal);
    m_name->selectAll();
    m_give->setDefault(true);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(theme::windowMargin, theme::windowMargin, theme::windowMargin, theme::windowMargin);
    page->setSpacing(theme::bandGap);
    auto* field = new FormField(tr("&Name of the check"), m_name, this);
    field->setMinimumWidth(leastWidth);
    page->addWidget(field);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_give);
    page->addLayout(buttons);
    const auto update = [this] { m_give->setEnabled(!m_name->text().trimmed().isEmpty()); };
    connect(m_name, &QLineEdit::textChanged, this, update);
    update();
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_give, &QPushButton::clicked, this, [this] {
        const QString name = m_name->text().trimmed();
        accept();
        Q_EMIT named(name);
    });
    new GrowToFit(*this);
}

} // namespace pushbrake
