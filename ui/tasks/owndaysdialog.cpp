#include "ui/tasks/owndaysdialog.h"

#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/parts/formfield.h"
#include "ui/parts/growtofit.h"
#include "ui/parts/scrolledform.h"
#include "ui/tasks/refreshrange.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <cstdlib>

namespace pushbrake {

OwnDaysDialog::OwnDaysDialog(QDate first, QDate last, const QString& zone, QWidget* parent)
    : QDialog(parent)
    , m_first(addDay("firstDayEdit", first))
    , m_last(addDay("lastDayEdit", last))
    , m_meaning(theme::selectableLabel({}, this))
{
    setObjectName(QStringLiteral("ownDaysDialog"));
    setWindowTitle(tr("Days to read"));
    setAccessibleName(windowTitle());
    m_meaning->setObjectName(QStringLiteral("daysMeaning"));
    theme::setTone(*m_meaning, theme::Tone::Dim);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(theme::windowMargin, theme::windowMargin, theme::windowMargin, theme::windowMargin);
    page->setSpacing(theme::bandGap);
    auto* form = new ScrolledForm(this);
    form->column().addWidget(new FormField(tr("&First day"), m_first, this));
    form->column().addWidget(new FormField(tr("&Last day"), m_last, this));
    form->column().addWidget(m_meaning);
    form->column().addWidget(
        theme::plainLabel(tr("Each day begins and ends by the clock of %1, the zone of the window.").arg(zone), this));
    form->column().addStretch();
    page->addWidget(form, 1);
    QPushButton* close = makeButton("closeButton", tr("&Close"), this);
    QPushButton* read = makeButton("readDaysButton", tr("&Read these days"), this);
    read->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(read);
    page->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(read, &QPushButton::clicked, this, [this] {
        accept();
        const RefreshRange chosen = ownDays(m_first->date(), m_last->date());
        Q_EMIT daysChosen(chosen.first, chosen.last);
    });
    for (QDateEdit* day : { m_first, m_last })
        connect(day, &QDateEdit::dateChanged, this, &OwnDaysDialog::tellHowMany);
    tellHowMany();
    new GrowToFit(*this);
    setMinimumWidth(theme::unit * 100);
    m_first->setFocus();
}

QDateEdit* OwnDaysDialog::addDay(const char* name, QDate day)
{
    auto* edit = new QDateEdit(day, this);
    edit->setObjectName(QLatin1StringView(name));
    edit->setTimeSpec(Qt::UTC); // in local time the field itself would move a day that begins at one o'clock
    edit->setDate(day);
    edit->setCalendarPopup(true);
    edit->setLayoutDirection(Qt::LeftToRight); // before the format, which would be turned round
    edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    edit->setMinimumHeight(theme::controlHeight);
    return edit;
}

void OwnDaysDialog::tellHowMany()
{
    const qint64 days = std::abs(m_first->date().daysTo(m_last->date())) + 1;
    if (days > mostOwnDays)
        m_meaning->setText(tr("No more than a year is read at once: from the first of these days on."));
    else if (m_last->date() < m_first->date())
        m_meaning->setText(tr("%n day(s), from the later field to the earlier one.", nullptr, int(days)));
    else
        m_meaning->setText(tr("%n day(s).", nullptr, int(days)));
}

} // namespace pushbrake
