// The order of a run over 200 seeds: how many of 300 pushes are stopped in time by ours, by the best order there can
// be, by plain earliest-first and by the order of the file. Prints the means; judges nothing.
#include "cancel/sendorder.h"

#include <algorithm>
#include <cstdio>
#include <random>
#include <vector>

using namespace pushbrake;

namespace {

constexpr int taskCount = 300;
constexpr quint32 seeds = 200;
const QDateTime now(QDate(2026, 6, 1), QTime(2, 0), Qt::UTC);

struct Stopped
{
    double ours = 0;
    double best = 0;
    double earliestFirst = 0;
    double fileOrder = 0;
};

int inOrder(const std::vector<qint64>& due, double gap)
{
    int stopped = 0;
    for (std::size_t i = 0; i < due.size(); ++i)
        stopped += double(i) * gap < double(due[i]);
    return stopped;
}

int best(const std::vector<qint64>& sorted, double gap)
{
    int stopped = 0;
    for (const qint64 left : sorted)
        stopped += double(stopped) * gap < double(left);
    return stopped;
}

int ours(const std::vector<qint64>& due, double gap)
{
    SendOrder order;
    for (std::size_t i = 0; i < due.size(); ++i) {
        Task task;
        task.id = TaskId(i) + 1;
        task.goesOutAt = now.addMSecs(due[i]);
        order.add(task);
    }
    int stopped = 0;
    for (int i = 0; !order.isEmpty(); ++i) {
        const qint64 at = qint64(double(i) * gap);
        const TaskId next = order.next(now.addMSecs(at), Milliseconds(0));
        stopped += due[std::size_t(next - 1)] > at;
        order.remove(next);
    }
    return stopped;
}

Stopped meanOver(double from, double until, double pace)
{
    const double gap = 1000.0 / pace;
    Stopped mean;
    for (quint32 seed = 1; seed <= seeds; ++seed) {
        std::mt19937 random(seed);
        std::uniform_real_distribution<> seconds(from, until);
        std::vector<qint64> due(taskCount);
        std::generate(due.begin(), due.end(), [&] { return qint64(seconds(random) * 1000); });
        mean.ours += double(ours(due, gap)) / seeds;
        mean.fileOrder += double(inOrder(due, gap)) / seeds;
        std::sort(due.begin(), due.end());
        mean.earliestFirst += double(inOrder(due, gap)) / seeds;
        mean.best += double(best(due, gap)) / seeds;
    }
    return mean;
}

} // namespace

int main()
{
    const std::vector<std::pair<double, double>> spans { { 20, 120 }, { 5, 65 } };
    for (const auto& [from, until] : spans) {
        for (const double pace : { 4.8, 2.0 }) {
            const Stopped mean = meanOver(from, until, pace);
            std::printf("%d pushes due in %.0f-%.0f s, %.1f a second: ours %.1f, best possible %.1f, earliest first "
                        "%.1f, as in the file %.1f\n",
                taskCount, from, until, pace, mean.ours, mean.best, mean.earliestFirst, mean.fileOrder);
        }
    }
    return 0;
}
