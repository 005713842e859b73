#include "ui/checks/checkhead.h"

#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/parts/iconlabel.h"
#include "ui/words/checkwords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {
constexpr int iconSide = 7 * theme::unit;
constexpr int smallIcon = 5 * theme::unit;
constexpr int barWidth = 40 * theme::unit;

QLabel* makeLabel(const char* name, QWidget* parent, theme::Tone tone)
{
    QLabel* label = theme::plainLabel({}, parent);
    label->setObjectName(QLatin1StringView(name));
    theme::setTone(*label, tone);
    return label;
}
} // namespace

CheckHead::CheckHead(QWidget* parent)
    : QWidget(parent)
    , m_icon(new IconLabel(iconSide, this))
    , m_counts(makeLabel("checkCounts", this, theme::Tone::Text))
    , m_about(makeLabel("checkAbout", this, theme::Tone::Dim))
    , m_read(makeLabel("checkRead", this, theme::Tone::Dim))
    , m_going(new QWidget(this))
    , m_done(makeLabel("checkDone", m_going, theme::Tone::Dim))
    , m_bar(new QProgressBar(m_going))
    , m_stop(makeButton("stopCheckButton", tr("Stop the check"), m_going, u"square"_s))
    , m_problem(makeLabel("checkProblem", this, theme::Tone::Orange))
    , m_again(makeButton("tryCheckAgainButton", tr("Try again"), this, u"refresh-cw"_s))
    , m_trouble(makeLine(*m_problem, *m_again, u"triangle-alert"_s))
    , m_age(makeLabel("checkAge", this, theme::Tone::Orange))
    , m_renew(makeButton("renewCheckButton", tr("Check again"), this, u"refresh-cw"_s))
    , m_aged(makeLine(*m_age, *m_renew, u"clock-alert"_s))
{
    setObjectName(u"checkHead"_s);
    m_counts->setFont(theme::titleFont(font()));
    m_bar->setObjectName(u"checkProgress"_s);
    m_bar->setAccessibleName(tr("Progress of the check"));
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(barWidth);
    m_stop->setToolTip(tr("Stops reading. What was not read until then is marked."));
    auto* going = new QHBoxLayout(m_going);
    going->setContentsMargins(0, 0, 0, 0);
    going->setSpacing(theme::bandGap);
    m_done->setWordWrap(false);
    for (QWidget* part : { static_cast<QWidget*>(m_bar), static_cast<QWidget*>(m_done), static_cast<QWidget*>(m_stop) })
        going->addWidget(part);
    going->addStretch(1);
    auto* first = new QHBoxLayout;
    first->setSpacing(theme::buttonGap);
    first->addWidget(m_icon);
    first->addWidget(m_counts, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::unit);
    column->addLayout(first);
    for (QWidget* line : { static_cast<QWidget*>(m_about), static_cast<QWidget*>(m_read), m_going, m_trouble, m_aged })
        column->addWidget(line);
    connect(m_stop, &QPushButton::clicked, this, &CheckHead::stopRequested);
    connect(m_again, &QPushButton::clicked, this, &CheckHead::againRequested);
    connect(m_renew, &QPushButton::clicked, this, &CheckHead::againRequested);
}

QWidget* CheckHead::makeLine(QLabel& words, QPushButton& button, const QString& icon)
{
    auto* line = new QWidget(this);
    auto* sign = new IconLabel(smallIcon, line);
    sign->setIcon(icon, theme::Tone::Orange);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::buttonGap);
    row->addWidget(sign);
    row->addWidget(&words, 1);
    row->addWidget(&button);
    return line;
}

void CheckHead::showCounts(const CheckCounts& counts)
{
    const sentences::Badge badge = sentences::checkBadge(sentences::worstOf(counts));
    m_icon->setIcon(badge.icon, badge.tone);
    m_counts->setText(sentences::checkCounts(counts));
}

void CheckHead::showRunning(const QString& about, const CheckCounts& counts, int done, int total)
{
    showCounts(counts);
    if (counts == CheckCounts()) { // nothing is as expected before it was read
        m_icon->setIcon(u"loader"_s, theme::Tone::Dim);
        m_counts->setText(tr("Checking…"));
    }
    m_about->setText(about);
    m_bar->setRange(0, std::max(1, total));
    m_bar->setValue(done);
    m_done->setText(tr("%L1 of %L2 read").arg(done).arg(total));
    m_read->hide();
    m_trouble->hide();
    m_aged->hide();
    m_going->show();
}

void CheckHead::showEnded(const Words& words, const CheckCounts& counts)
{
    showCounts(counts);
    if (counts == CheckCounts()) {
        m_icon->setIcon(u"circle-question-mark"_s, theme::Tone::Violet);
        m_counts->setText(tr("Nothing was read"));
    }
    m_about->setText(words.about);
    m_read->setText(words.read);
    m_read->setVisible(!words.read.isEmpty());
    m_problem->setText(words.advice.isEmpty() ? words.problem : words.problem + u' ' + words.advice);
    m_trouble->setVisible(!words.problem.isEmpty());
    m_age->setText(words.age);
    m_aged->setVisible(!words.age.isEmpty());
    m_going->hide();
}

} // namespace pushbrake
