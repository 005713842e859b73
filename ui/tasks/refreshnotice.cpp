#include "ui/tasks/refreshnotice.h"

#include "ui/words/results.h"
#include "ui/words/times.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace pushbrake {

namespace {

struct RefreshWords
{
    Q_DECLARE_TR_FUNCTIONS(RefreshWords)
};

int countable(qint64 number)
{
    return int(std::min<qint64>(number, std::numeric_limits<int>::max()));
}

QString joined(const QString& first, const QString& second)
{
    return first.isEmpty() || second.isEmpty() ? first + second : first + QLatin1Char(' ') + second;
}

RefreshNotice fault(const CallReport& report, int tasks, CredentialKind kind)
{
    const QString soFar = tasks == 0
        ? QString()
        : RefreshWords::tr("%Ln push(es) were read before that, and there may be more.", nullptr, tasks);
    return { joined(sentences::callProblem(report), soFar), sentences::callAdvice(report, kind) };
}

RefreshNotice stopped(int tasks)
{
    return { tasks == 0
            ? RefreshWords::tr("You stopped the reading before the first push came.")
            : RefreshWords::tr("You stopped the reading after %Ln push(es), so there may be more.", nullptr, tasks),
        RefreshWords::tr("What was read stays in the list. Refresh reads from the beginning again.") };
}

RefreshNotice endless(int tasks)
{
    return { RefreshWords::tr(
                 "The service's list does not end: reading was stopped after %Ln push(es).", nullptr, tasks),
        RefreshWords::tr("A push that is not in the list can be added by its task ID. Report this to the service.") };
}

RefreshNotice notShown(const ListReading& reading)
{
    if (reading.missing > 0)
        return { RefreshWords::tr("The service says there are %Ln push(es), but showed %L1 of them. Refresh again to "
                                  "see the rest.",
                     nullptr, countable(reading.said))
                     .arg(reading.said - reading.missing),
            RefreshWords::tr("What it did not show was asked for twice. A push that is not in the list can be added by "
                             "its task ID.") };
    if (reading.moved)
        return { RefreshWords::tr("The service's list changed while it was read, so pushes may be missing from it. "
                                  "Refresh again to see them."),
            RefreshWords::tr("It was read twice. A push that is not in the list can be added by its task ID.") };
    return {};
}

} // namespace

RefreshNotice refreshNotice(const CallReport& report, const ListReading& reading, CredentialKind kind)
{
    const int tasks = countable(reading.tasks);
    RefreshNotice notice;
    switch (reading.end) {
    case ListReading::End::LastPage: notice = notShown(reading); break;
    case ListReading::End::Fault: notice = fault(report, tasks, kind); break;
    case ListReading::End::Stopped: notice = stopped(tasks); break;
    case ListReading::End::Endless: notice = endless(tasks); break;
    }
    if (reading.unusableRows > 0)
        notice.text = joined(notice.text,
            RefreshWords::tr("%Ln row(s) of the service's list cannot be shown: their task ID cannot be used.", nullptr,
                countable(reading.unusableRows)));
    return notice;
}

RefreshNotice clockNotice(std::chrono::milliseconds behind)
{
    const QString howMuch = sentences::roughSpan(std::abs(behind.count()) / 1000);
    return { behind.count() > 0
            ? RefreshWords::tr("This computer's clock is behind the service's by %1.").arg(howMuch)
            : RefreshWords::tr("This computer's clock is ahead of the service's by %1.").arg(howMuch),
        RefreshWords::tr("Pushbrake goes by the service's clock, so order, times left and forecast are right. Set this "
                         "computer's clock all the same: secure connections depend on it.") };
}

} // namespace pushbrake
