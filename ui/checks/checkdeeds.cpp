#include "ui/checks/checkdeeds.h"

#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/window/commandaction.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {
constexpr int mostOnButton = 10'000; ///< the red button has room for
} // namespace

CheckDeeds::CheckDeeds(QWidget* parent)
    : QWidget(parent)
    , m_show(new CommandAction("showInListAction", tr("Show in the list"), u"list-checks"_s, this))
    , m_cancel(new CommandAction("cancelCheckedAction", {}, u"ban"_s, this))
{
    setObjectName(u"checkDeeds"_s);
    m_show->setTip(tr("Goes to the list with the pushes of the selected rows selected there"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::buttonGap);
    row->addWidget(makeActionButton(*m_show, this));
    QPushButton* red = makeActionButton(*m_cancel, this);
    theme::makeDangerous(*red);
    row->addWidget(red);
    connect(m_show, &QAction::triggered, this, &CheckDeeds::showRequested);
    connect(m_cancel, &QAction::triggered, this, &CheckDeeds::cancelRequested);
    renew();
}

QList<QAction*> CheckDeeds::actions() const
{
    return { m_show, m_cancel };
}

void CheckDeeds::setChosen(const Chosen& chosen)
{
    m_chosen = chosen;
    renew();
}

void CheckDeeds::setRunning(bool running)
{
    m_isRunning = running;
    renew();
}

void CheckDeeds::setPractice(bool practice)
{
    m_isPractice = practice;
    renew();
}

void CheckDeeds::setUnavailable(const QString& whyNot)
{
    m_unavailable = whyNot;
    renew();
}

QString CheckDeeds::whyNotCancel() const
{
    if (!m_unavailable.isEmpty())
        return m_unavailable;
    if (m_isRunning)
        return tr("The check still goes on.");
    if (m_chosen.pushes == 0)
        return tr("Select rows of the check first.");
    return m_chosen.scheduled == 0
        ? tr("None of the selected pushes can be cancelled: by this check none of them is scheduled.")
        : QString();
}

void CheckDeeds::renew()
{
    const auto counted = [this](int pushes) {
        return m_isPractice ? tr("Practise cancelling these %n…", nullptr, pushes)
                            : tr("Cancel these %n push(es)…", nullptr, pushes);
    };
    setLongestWords(*m_cancel, counted(mostOnButton));
    if (m_chosen.scheduled > 0)
        m_cancel->setText(counted(m_chosen.scheduled));
    else
        m_cancel->setText(m_isPractice ? tr("Practise cancelling these…") : tr("Cancel these pushes…"));
    const int leftOut = m_chosen.pushes - m_chosen.scheduled;
    m_cancel->setTip(leftOut == 0
            ? tr("Asks first, as in the list")
            : tr("Asks first, as in the list. %n selected push(es) is (are) not scheduled and will be left out.",
                nullptr, leftOut));
    m_cancel->setWhyNot(whyNotCancel());
    m_show->setWhyNot(m_chosen.pushes == 0 ? tr("Select rows of the check first.") : QString());
}

} // namespace pushbrake
