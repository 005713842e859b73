#include "ui/tasks/timerangedialog.h"

#include "domain/walltime.h"
#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/parts/formfield.h"
#include "ui/parts/growtofit.h"
#include "ui/words/zone.h"

#include <QDateTimeEdit>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {

constexpr qint64 minute = 60'000;

WallTime wallTime(const QDateTimeEdit& edit)
{
    return readWallTime(edit.date(), edit.time(), sentences::zone());
}

// What a clock on the wall shows there, for a field that knows no zone.
void setTo(QDateTimeEdit& edit, qint64 ms)
{
    const QDateTime there = QDateTime::fromMSecsSinceEpoch(ms, sentences::zone());
    edit.setDateTime({ there.date(), QTime(there.time().hour(), there.time().minute()), Qt::UTC });
}

} // namespace

TimeRangeDialog::TimeRangeDialog(const Clock& clock, QWidget* parent)
    : QDialog(parent)
    , m_from(makeEdit("rangeFromEdit"))
    , m_to(makeEdit("rangeToEdit"))
    , m_show(makeButton("showRangeButton", tr("&Show these"), this))
    , m_close(makeButton("closeButton", tr("C&lose"), this))
{
    setObjectName(u"timeRangeDialog"_s);
    setWindowTitle(tr("Show what goes out from … to …"));
    setAccessibleName(windowTitle());
    m_show->setDefault(true);
    buildLayout();
    const qint64 now = clock.utcNow().toMSecsSinceEpoch();
    setSpan({ now, spanOf(TimeChoice::Today, {}, now, sentences::zone()).untilMs });
    for (QDateTimeEdit* edit : { m_from, m_to })
        connect(edit, &QDateTimeEdit::dateTimeChanged, this, &TimeRangeDialog::validate);
    connect(m_show, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(span());
        accept();
    });
    connect(m_close, &QPushButton::clicked, this, &TimeRangeDialog::reject);
    new GrowToFit(*this);
    validate();
}

QDateTimeEdit* TimeRangeDialog::makeEdit(const char* name)
{
    auto* edit = new QDateTimeEdit(this);
    edit->setObjectName(QLatin1StringView(name));
    edit->setTimeSpec(Qt::UTC); // in local time the field itself would move a time that is skipped here
    edit->setLayoutDirection(Qt::LeftToRight);
    edit->setCalendarPopup(true);
    edit->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    edit->setMinimumHeight(theme::controlHeight);
    return edit;
}

void TimeRangeDialog::buildLayout()
{
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(theme::windowMargin, theme::windowMargin, theme::windowMargin, theme::windowMargin);
    page->setSpacing(theme::bandGap);
    page->addWidget(new FormField(tr("&From"), m_from, this));
    m_toField = new FormField(tr("&To"), m_to, this);
    page->addWidget(m_toField);
    auto* zone = theme::plainLabel(
        tr("Times are those of %1.").arg(theme::leftToRight(QString::fromLatin1(sentences::zone().id()))), this);
    zone->setObjectName(u"rangeZone"_s);
    zone->setWordWrap(true);
    zone->setForegroundRole(QPalette::PlaceholderText);
    page->addWidget(zone);
    page->addStretch();
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_show);
    page->addLayout(buttons);
    setTabOrder(m_close, m_show);
    setMinimumWidth(theme::unit * 85);
}

void TimeRangeDialog::setSpan(const TimeSpan& span)
{
    setTo(*m_from, span.fromMs);
    setTo(*m_to, span.untilMs - 1);
}

TimeSpan TimeRangeDialog::span() const
{
    const WallTime to = wallTime(*m_to);
    const QDateTime last = to.kind == WallTime::Kind::Twice ? to.secondUtc : to.utc;
    return { wallTime(*m_from).utc.toMSecsSinceEpoch(), last.toMSecsSinceEpoch() + minute };
}

void TimeRangeDialog::validate()
{
    const TimeSpan entered = span();
    const bool isBackwards = entered.untilMs <= entered.fromMs;
    m_toField->showFault(isBackwards ? tr("This is before the time above.") : QString());
    m_show->setEnabled(!isBackwards);
}

} // namespace pushbrake
