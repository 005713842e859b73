#include "ui/parts/appline.h"

#include "domain/profile.h"
#include "ui/look/profilemark.h"
#include "ui/parts/iconlabel.h"
#include "ui/words/appwords.h"

#include <QHBoxLayout>
#include <QLabel>

namespace pushbrake {

namespace {
constexpr int markSide = 16;

QString words(const Profile& profile)
{
    if (profile.isPractice())
        return AppLine::tr("In practice: nothing here reaches real users.");
    const QString name = theme::breakable(sentences::nameWithMark(profile.name, profile.realUsers));
    return AppLine::tr("%1 · %2 · %3", "app, region, SDKAppID")
        .arg(name, sentences::place(profile), theme::leftToRight(QString::number(profile.sdkAppId)));
}
} // namespace

AppLine::AppLine(const Profile& profile, QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("appLine"));
    auto* mark = new IconLabel(markSide, this);
    mark->setObjectName(QStringLiteral("appMark"));
    if (profile.isPractice()) {
        mark->setIcon(QStringLiteral("graduation-cap"), theme::Tone::Orange);
    } else {
        mark->setIcon(profilemark::icon(profile.colour));
        mark->setAccessibleName(sentences::colourName(profile.colour));
        mark->setToolTip(sentences::colourName(profile.colour));
    }
    QLabel* text = theme::selectableLabel(words(profile), this);
    text->setObjectName(QStringLiteral("appWords"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::buttonGap);
    row->addWidget(mark);
    row->addWidget(text, 1);
}

} // namespace pushbrake
