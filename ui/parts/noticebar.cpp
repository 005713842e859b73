#include "ui/parts/noticebar.h"

#include "ui/look/theme.h"
#include "ui/parts/button.h"
#include "ui/parts/iconlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pushbrake {

NoticeBar::NoticeBar(QWidget* parent, const QString& name)
    : QFrame(parent)
    , m_icon(new IconLabel(18, this))
    , m_text(theme::plainLabel({}, this))
    , m_details(theme::plainLabel({}, this))
    , m_unfold(makeButton("noticeUnfold", tr("Detai&ls"), this))
    , m_close(new QToolButton(this))
{
    setObjectName(name + u"Bar"_s);
    setAccessibleName(tr("Notice"));
    setProperty("band", true);
    m_icon->setObjectName(name + u"Icon"_s);
    m_icon->setIcon(u"triangle-alert"_s, theme::Tone::OnBand);
    m_text->setObjectName(name + u"Text"_s);
    m_details->setObjectName(name + u"Details"_s);
    m_unfold->setObjectName(name + u"Unfold"_s);
    m_unfold->setAccessibleName(tr("Details of the notice"));
    m_unfold->setCheckable(true);
    m_close->setObjectName(name + u"Close"_s);
    m_close->setAccessibleName(tr("Close the notice"));
    m_close->setToolTip(tr("Close the notice"));
    m_close->setAutoRaise(true);
    m_close->setIcon(theme::icon(u"x"_s, theme::Tone::OnBand));

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(3 * theme::unit, theme::unit, theme::unit, theme::unit);
    row->setSpacing(theme::buttonGap);
    auto* words = new QVBoxLayout;
    words->addWidget(m_text);
    words->addWidget(m_details);
    row->addWidget(m_icon);
    row->addLayout(words, 1);
    row->addWidget(m_unfold);
    row->addWidget(m_close);
    connect(m_unfold, &QPushButton::toggled, m_details, &QWidget::setVisible);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

int NoticeBar::tell(const QString& text, const QString& details)
{
    for (QLabel* label : { m_text, m_details })
        label->setTextInteractionFlags(Qt::TextSelectableByMouse); // only now: it costs a text document each
    m_text->setText(theme::breakable(text));
    m_details->setText(details);
    m_unfold->setChecked(false);
    m_details->hide();
    m_unfold->setVisible(!details.isEmpty());
    setAccessibleDescription(text);
    show();
    return ++m_told;
}

void NoticeBar::takeBack(int notice)
{
    if (notice == m_told)
        hide();
}

} // namespace pushbrake
