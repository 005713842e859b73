#include "ui/runs/duewords.h"

#include <QCoreApplication>
#include <QLocale>

namespace pushbrake::duewords {

namespace {

struct DueWords
{
    Q_DECLARE_TR_FUNCTIONS(DueWords)
};

QString toAudience(Audience audience, int pushes)
{
    switch (audience) {
    //: so many of the pushes go to everybody
    case Audience::All: return DueWords::tr("%n to everybody", nullptr, pushes);
    //: so many of the pushes go to those who have a tag
    case Audience::Tag: return DueWords::tr("%n by tag", nullptr, pushes);
    case Audience::User: break;
    }
    //: so many of the pushes go to chosen users
    return DueWords::tr("%n to chosen users", nullptr, pushes);
}

} // namespace

QString counts(const DuePushes& due)
{
    QStringList groups;
    for (const Audience audience : { Audience::All, Audience::Tag, Audience::User }) {
        if (const int pushes = due.count(audience); pushes > 0)
            groups << toAudience(audience, pushes);
    }
    const QString list = QLocale().createSeparatedList(groups);
    //: %1: who gets them
    return DueWords::tr("%n push(es): %1.", nullptr, int(due.tasks.size())).arg(list);
}

QStringList leftOut(const DuePushes& due)
{
    QStringList said;
    if (due.wentOut > 0)
        said << DueWords::tr("Left out: %n push(es) went out, or is (are) going out just now.", nullptr, due.wentOut);
    if (due.underWay > 0)
        said << DueWords::tr("Left out: %n push(es) is (are) being cancelled already.", nullptr, due.underWay);
    if (due.cancelled > 0)
        said << DueWords::tr("Left out: %n push(es) was (were) cancelled meanwhile.", nullptr, due.cancelled);
    if (due.withoutAudience > 0)
        said << DueWords::tr(
            "Left out: the service does not say who gets %n of the pushes, so nothing can be asked for.", nullptr,
            due.withoutAudience);
    if (due.timeNotKnown > 0)
        said << DueWords::tr("Left out: the service does not say when %n of the pushes go(es) out. Look for it (them) "
                             "in the list.",
            nullptr, due.timeNotKnown);
    if (due.otherStatus > 0)
        said << DueWords::tr(
            "Left out: the service gives %n push(es) a status that Pushbrake does not know.", nullptr, due.otherStatus);
    return said;
}

QString notShown(int pushes)
{
    return pushes == 0 ? QString()
                       : DueWords::tr("%n push(es) of your list should go out in this time, and the service did not "
                                      "show it (them). It is (They are) looked up now; see the list.",
                           nullptr, pushes);
}

} // namespace pushbrake::duewords
