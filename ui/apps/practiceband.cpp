#include "ui/apps/practiceband.h"

#include "ui/look/theme.h"
#include "ui/parts/iconlabel.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace pushbrake {

PracticeBand::PracticeBand(QWidget* parent)
    : QFrame(parent)
{
    setObjectName(u"practiceBar"_s);
    setAccessibleName(tr("Practice: nothing here reaches real users"));
    setProperty("band", true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(3 * theme::unit, 2 * theme::unit, 3 * theme::unit, 2 * theme::unit);
    row->setSpacing(theme::buttonGap);
    auto* icon = new IconLabel(20, this);
    icon->setObjectName(u"practiceIcon"_s);
    icon->setIcon(u"graduation-cap"_s, theme::Tone::OnBand);
    row->addWidget(icon);
    auto* word = theme::plainLabel(tr("Practice"), this);
    word->setObjectName(u"practiceWord"_s);
    word->setFont(theme::strongFont(font()));
    word->setWordWrap(false);
    row->addWidget(word);
    auto* sentence = theme::plainLabel(tr("Nothing here reaches real users. Try everything."), this);
    sentence->setObjectName(u"practiceSentence"_s);
    row->addWidget(sentence, 1);
    hide();
}

} // namespace pushbrake
