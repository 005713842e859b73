#include "ui/parts/noticebar.h"

#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/parts/iconlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {

constexpr std::chrono::seconds readingTime { 30 };

struct Look
{
    QString word; ///< for who cannot see the icon
    QString icon;
    theme::Tone tone;
};

Look lookOf(NoticeKind kind)
{
    using theme::Tone;
    switch (kind) {
    case NoticeKind::Good: return { NoticeBar::tr("Done"), u"circle-check"_s, Tone::Blue };
    case NoticeKind::Information: return { NoticeBar::tr("Notice"), u"info"_s, Tone::Blue };
    case NoticeKind::Warning: return { NoticeBar::tr("Warning"), u"triangle-alert"_s, Tone::OnBand };
    case NoticeKind::Severe: break;
    }
    return { NoticeBar::tr("Severe warning"), u"circle-x"_s, Tone::OnBand };
}

} // namespace

NoticeBar::NoticeBar(QWidget* parent, const QString& name)
    : QFrame(parent)
    , m_icon(new IconLabel(18, this))
    , m_text(theme::plainLabel({}, this))
    , m_details(theme::plainLabel({}, this))
    , m_since(theme::plainLabel({}, this))
    , m_unfold(makeButton("noticeUnfold", tr("Detai&ls"), this))
    , m_close(new QToolButton(this))
    , m_passing(new QTimer(this))
{
    setObjectName(name + u"Bar"_s);
    m_icon->setObjectName(name + u"Icon"_s);
    m_text->setObjectName(name + u"Text"_s);
    m_details->setObjectName(name + u"Details"_s);
    m_since->setObjectName(name + u"Since"_s);
    m_since->hide();
    m_unfold->setObjectName(name + u"Unfold"_s);
    m_unfold->setAccessibleName(tr("Details of the notice"));
    m_unfold->setCheckable(true);
    m_close->setObjectName(name + u"Close"_s);
    m_close->setAccessibleName(tr("Close the notice"));
    m_close->setToolTip(tr("Close the notice"));
    m_close->setAutoRaise(true);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(3 * theme::unit, theme::unit, theme::unit, theme::unit);
    row->setSpacing(theme::buttonGap);
    auto* words = new QVBoxLayout;
    words->addWidget(m_text);
    words->addWidget(m_details);
    words->addWidget(m_since);
    row->addWidget(m_icon);
    row->addLayout(words, 1);
    row->addWidget(m_unfold);
    row->addWidget(m_close);
    connect(m_unfold, &QPushButton::toggled, m_details, &QWidget::setVisible);
    connect(m_close, &QToolButton::clicked, this, [this] { takeBack(m_shown); });
    m_passing->setObjectName(name + u"Passing"_s);
    m_passing->setSingleShot(true);
    m_passing->setInterval(readingTime);
    connect(m_passing, &QTimer::timeout, this, [this] {
        if (underMouse())
            m_passing->start(); // it is being read
        else
            takeBack(m_passes);
    });
    dress(NoticeKind::Information);
    hide();
}

int NoticeBar::tell(NoticeKind kind, const QString& text, const QString& details)
{
    const int number = m_queue.add(kind, text, details);
    present();
    return number;
}

void NoticeBar::takeBack(int notice)
{
    m_queue.remove(notice);
    present();
}

void NoticeBar::clear()
{
    m_queue.clear();
    present();
}

void NoticeBar::present()
{
    const NoticeText* notice = m_queue.first();
    if (!notice) {
        letPass(nullptr);
        m_shown = 0;
        hide();
        return;
    }
    if (notice->number != m_shown) // otherwise it may be unfolded
        presentFirst(*notice);
    const NoticeText* since = m_queue.since();
    letPass(passes(notice->kind) ? notice : since);
    m_since->setText(since ? theme::breakable(since->text) : QString());
    m_since->setVisible(since);
    setAccessibleDescription(since ? notice->text + u'\n' + since->text : notice->text);
    show();
}

// What is well or good to know goes by itself: later it may no longer be true.
void NoticeBar::letPass(const NoticeText* passing)
{
    const int number = passing ? passing->number : 0;
    if (std::exchange(m_passes, number) == number)
        return;
    if (passing)
        m_passing->start();
    else
        m_passing->stop();
}

void NoticeBar::presentFirst(const NoticeText& notice)
{
    m_shown = notice.number;
    for (QLabel* label : { m_text, m_details })
        label->setTextInteractionFlags(Qt::TextSelectableByMouse); // only now: it costs a text document each
    dress(notice.kind);
    m_text->setText(theme::breakable(notice.text));
    m_details->setText(notice.details);
    m_unfold->setChecked(false);
    m_details->hide();
    m_unfold->setVisible(!notice.details.isEmpty());
}

// A band is for what is wrong; what is well, or good to know, stands on a card.
void NoticeBar::dress(NoticeKind kind)
{
    const bool isWrong = kind >= NoticeKind::Warning;
    setProperty("band", isWrong);
    setProperty("card", !isWrong);
    setPalette({});
    style()->polish(this);
    const Look look = lookOf(kind);
    setAccessibleName(look.word);
    m_icon->setIcon(look.icon, look.tone);
    m_close->setIcon(theme::icon(u"x"_s, isWrong ? theme::Tone::OnBand : theme::Tone::Text));
    update();
}

} // namespace pushbrake
