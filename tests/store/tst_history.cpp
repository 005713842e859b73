// What the history says was done: by whom, when, how it ended, and every request of it; a page at a time, whatever is
// searched, and nothing of what is not known is ever removed.
#include "storefiles.h"

#include "store/history.h"
#include "store/journal.h"
#include "store/osuser.h"
#include "store/retention.h"
#include "store/tasklist.h"

#include <QSqlQuery>

using namespace pushbrake;
using storefiles::task;

namespace {

const AppKey singapore { QStringLiteral("adminapisgp.im.qcloud.com/1400000001") };
const AppKey frankfurt { QStringLiteral("adminapiger.im.qcloud.com/1400000001") };
const AppKey practice { QStringLiteral("practice") };

QDateTime moment(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(1'800'000'000 + seconds, Qt::UTC);
}

SettledResult result(TaskId id, Outcome outcome, const QDateTime& at)
{
    SettledResult made;
    made.taskId = id;
    made.outcome = outcome;
    made.attempts = 1;
    made.sentAt = at;
    made.settledAt = at;
    return made;
}

} // namespace

class HistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        open();
    }
    void cleanup()
    {
        m_journal.reset();
        m_database.reset();
    }

    void aRunIsToldWithWhoAppAndForecast()
    {
        const RunAbout about { QStringLiteral("Shop"), ProfileColour::Green, false, Milliseconds(61'000), 2 };
        const qint64 id = *m_journal->begin(singapore, DeedKind::Delete, { task(1), task(2), task(3) }, about);
        settle(id, 1, Outcome::Cancelled, 10);
        const History history(*m_database);
        HistoryRun run = **history.run(id);
        QCOMPARE(run.ending, RunEnding::GoesOn);
        QCOMPARE(run.cancelled, 1); // counted while it goes on, too
        QCOMPARE(run.settled(), 1);
        settle(id, 2, Outcome::TooLate, 20);
        settle(id, 3, Outcome::Unknown, 30);
        run = **history.run(id);
        QCOMPARE(run.ending, RunEnding::Finished);
        QCOMPARE(run.endedAt, moment(30));
        QCOMPARE(run.person, osUser());
        QVERIFY(!run.person.isEmpty());
        QCOMPARE(run.appName, QStringLiteral("Shop"));
        QCOMPARE(run.colour, ProfileColour::Green);
        QVERIFY(!run.realUsers && !run.isPractice());
        QCOMPARE(run.forecast, std::optional(Milliseconds(61'000)));
        QCOMPARE(run.forecastStopped, 2);
        QCOMPARE(run.pushes, 3);
        QCOMPARE(run.cancelled + run.tooLate + run.unknown, 3);
        // A later look that knows more changes what the run came to, not when it ended.
        settle(id, 3, Outcome::Cancelled, 400);
        run = **history.run(id);
        QCOMPARE(run.cancelled, 2);
        QCOMPARE(run.unknown, 0);
        QCOMPARE(run.endedAt, moment(30));
    }

    void whatAPersonTookBackIsStopped()
    {
        const qint64 id = *m_journal->begin(practice, DeedKind::Delete, { task(1), task(2) });
        settle(id, 1, Outcome::Cancelled, 10);
        QVERIFY(m_journal->withdrawPlanned(id, moment(20)));
        const HistoryRun run = **History(*m_database).run(id);
        QCOMPARE(run.ending, RunEnding::Stopped);
        QCOMPARE(run.withdrawn, 1);
        QVERIFY(run.isPractice());
    }

    // An open push is offered again as soon as nothing says any more what became of it.
    void whatAnsweredForAnOpenPushIsKeptWithIt()
    {
        const qint64 open = *m_journal->begin(singapore, DeedKind::Delete, { task(1) });
        settle(open, 1, Outcome::Unknown, 10);
        const qint64 answer = *m_journal->begin(singapore, DeedKind::Delete, { task(1) });
        settle(answer, 1, Outcome::Cancelled, 20);
        const qint64 other = *m_journal->begin(singapore, DeedKind::Delete, { task(2) });
        settle(other, 2, Outcome::Cancelled, 30);
        reopen();
        QVERIFY(m_journal->recover()->isEmpty());
        Retention retention(*m_database);
        QCOMPARE(retention.olderThan(moment(1'000'000'000))->runs, 1);
        QCOMPARE(retention.removeSome(moment(1'000'000'000))->runs, 1);
        QVERIFY(!*History(*m_database).run(other));
        QVERIFY(*History(*m_database).run(answer));
        QVERIFY(m_journal->recover()->isEmpty());
    }

    void aNumberIsLookedForInTitlesAndPartsOfTaskIdsToo()
    {
        Task dated = task(7'000'000'001);
        dated.title = QStringLiteral("Sale 20240115");
        const qint64 run = *m_journal->begin(singapore, DeedKind::Delete, { dated, task(7'000'000'002) });
        settle(run, 7'000'000'001, Outcome::Cancelled, 10);
        settle(run, 7'000'000'002, Outcome::Cancelled, 11);
        const auto found = [this](const QString& words) {
            const auto page = History(*m_database).pushes({ {}, {}, {}, {}, words, 0 }, {}, 10);
            QList<TaskId> ids;
            for (const HistoryPush& push : page->rows)
                ids.append(push.row.taskId);
            return ids;
        };
        QCOMPARE(found(QStringLiteral("20240115")), QList<TaskId> { 7'000'000'001 });
        QCOMPARE(found(QStringLiteral("00000002")), QList<TaskId> { 7'000'000'002 });
        QCOMPARE(found(QStringLiteral("7000000002")), QList<TaskId> { 7'000'000'002 });
        QCOMPARE(found(QStringLiteral("70000000")).size(), 2);
        QCOMPARE(found(QStringLiteral("7000000003")).size(), 0);
    }

    void whatWaitsForItsTurnIsNotCalledNotKnown()
    {
        const qint64 run = *m_journal->begin(singapore, DeedKind::Delete, { task(1), task(2), task(3) });
        settle(run, 1, Outcome::Unknown, 10);
        QVERIFY(m_journal->attempt(run, 2, 1, 77, moment(11)));
        HistoryFilter filter;
        filter.outcomes = { Outcome::Unknown };
        const auto page = History(*m_database).pushes(filter, {}, 10);
        QCOMPARE(page->rows.size(), 1);
        QCOMPARE(page->rows.first().row.taskId, TaskId(1));
    }

    void takesNoNumberItDoesNotKnowForOneItDoes()
    {
        const qint64 run = *m_journal->begin(singapore, DeedKind::Delete, { task(1) });
        QVERIFY(m_journal->attempt(run, 1, 1, 77, moment(1)));
        settle(run, 1, Outcome::Cancelled, 10);
        QVERIFY(QSqlQuery(m_database->connection())
                    .exec(QStringLiteral("UPDATE events SET code = %1, http_status = %1, status = %1").arg(1LL << 32)));
        const RunEvent event = History(*m_database).story(run, 1)->first();
        QVERIFY(event.code != 0);
        QVERIFY(event.httpStatus != 0);
        QCOMPARE(event.status, TaskStatus::Other);
    }

    void aCrashIsAnInterruptedRun()
    {
        const qint64 id = *m_journal->begin(singapore, DeedKind::Delete, { task(1), task(2), task(3) });
        settle(id, 1, Outcome::Cancelled, 10);
        QVERIFY(m_journal->attempt(id, 2, 1, 77, moment(11)));
        reopen();
        QVERIFY(m_journal->recover());
        const History history(*m_database);
        HistoryRun run = **history.run(id);
        QCOMPARE(run.ending, RunEnding::Interrupted);
        QCOMPARE(run.cancelled, 1);
        QCOMPARE(run.unknown, 1);
        QCOMPARE(run.settled(), 2);
        const auto story = history.story(id, 2);
        QCOMPARE(story->size(), 1); // it may have left, and nobody heard of it since
        QCOMPARE(story->first().requestNumber, quint32(77));
        QVERIFY(!story->first().answeredAt.isValid());
        QVERIFY(m_journal->dropPlanned(moment(50)));
        run = **history.run(id);
        QCOMPARE(run.ending, RunEnding::Interrupted);
        QCOMPARE(run.withdrawn, 1);
        // Nothing is left to do at the next start.
        QSqlQuery before(QStringLiteral("SELECT total_changes()"), m_database->connection());
        QVERIFY(before.next());
        const qint64 changes = before.value(0).toLongLong();
        before.finish();
        QVERIFY(Journal(*m_database).recover());
        QVERIFY(before.exec() && before.next());
        QCOMPARE(before.value(0).toLongLong(), changes);
    }

    void everyRequestOfAPushIsToldInItsOrder()
    {
        const qint64 id = *m_journal->begin(singapore, DeedKind::Delete, { task(1), task(2) });
        QVERIFY(m_journal->attempt(id, 1, 1, 11, moment(1)));
        RunEvent answer { id, 1, RunEvent::Kind::Deed, 11, true, moment(1), moment(2), 0, NetFault::Dropped, 200,
            QStringLiteral("cut"), TaskStatus::NotRead };
        m_journal->note(answer);
        m_journal->note({ id, 1, RunEvent::Kind::Look, 0, true, moment(2), moment(3), 0, NetFault::None, 200, {},
            TaskStatus::Pending });
        const History history(*m_database);
        QCOMPARE(history.story(id, 1)->size(), 1); // with the next write, whichever that is
        QVERIFY(m_journal->attempt(id, 2, 1, 12, moment(4)));
        auto story = *history.story(id, 1);
        QCOMPARE(story.size(), 2);
        QCOMPARE(story.at(0).fault, NetFault::Dropped);
        QCOMPARE(story.at(0).serviceText, QStringLiteral("cut"));
        QCOMPARE(story.at(0).answeredAt, moment(2));
        QCOMPARE(story.at(0).sentAt, moment(1));
        QCOMPARE(story.at(1).kind, RunEvent::Kind::Look);
        QCOMPARE(story.at(1).status, TaskStatus::Pending);
        QVERIFY(m_journal->attempt(id, 1, 2, 13, moment(5)));
        answer.requestNumber = 13;
        answer.hasLeft = false;
        answer.fault = NetFault::NoNetwork;
        m_journal->note(answer);
        QVERIFY(m_journal->attemptUndone(id, 1));
        story = *history.story(id, 1);
        QCOMPARE(story.size(), 3);
        QVERIFY(!story.at(2).hasLeft);
        QCOMPARE(story.at(0).fault, NetFault::Dropped);
        QCOMPARE(history.story(id, 2)->size(), 1);
    }

    void whatWasNotedLastIsWrittenAtTheEnd()
    {
        const qint64 id = *m_journal->begin(singapore, DeedKind::Delete, { task(1) });
        m_journal->note({ id, 1, RunEvent::Kind::Look });
        QVERIFY(History(*m_database).story(id, 1)->isEmpty());
        m_journal.reset();
        QCOMPARE(History(*m_database).story(id, 1)->size(), 1);
    }

    void whatIsTakenOffTheListStaysInTheHistory()
    {
        TaskList list(*m_database);
        QVERIFY(list.add(singapore, { task(1, QStringLiteral("Summer sale")) }));
        done(singapore, 1, Outcome::Cancelled, 10, QStringLiteral("Summer sale"));
        QVERIFY(list.remove(singapore, { 1 }));
        reopen();
        const auto page = History(*m_database).pushes({}, {}, 10);
        QCOMPARE(page->rows.size(), 1);
        QCOMPARE(page->rows.first().row.title, QStringLiteral("Summer sale"));
        const auto latest = History(*m_database).latest(singapore, 1);
        QVERIFY(latest && *latest);
        QCOMPARE((*latest)->row.result.outcome, Outcome::Cancelled);
        QVERIFY(!*History(*m_database).latest(frankfurt, 1)); // another app's push of the same number
    }

    void theLatestResultIsOfTheLatestRun()
    {
        done(singapore, 1, Outcome::NotSent, 10);
        done(singapore, 1, Outcome::Cancelled, 20);
        done(frankfurt, 1, Outcome::TooLate, 30);
        QCOMPARE((*History(*m_database).latest(singapore, 1))->row.result.outcome, Outcome::Cancelled);
    }

    void filtersByAppOutcomeDayAndWords()
    {
        done(singapore, 7'000'000'001, Outcome::Cancelled, 100, QStringLiteral("Summer sale"));
        done(singapore, 7'000'000'002, Outcome::Rejected, 200, QStringLiteral("100% off_now"));
        done(frankfurt, 7'000'000'003, Outcome::Cancelled, 300, QStringLiteral("Распродажа"));
        done(practice, 7'000'000'004, Outcome::TooLate, 400, QStringLiteral("Winter"));
        HistoryFilter filter;
        QCOMPARE(found(filter), QList<TaskId>({ 7'000'000'004, 7'000'000'003, 7'000'000'002, 7'000'000'001 }));
        filter.app = singapore;
        QCOMPARE(found(filter), QList<TaskId>({ 7'000'000'002, 7'000'000'001 }));
        filter.app = { QStringLiteral("nobody") };
        QVERIFY(found(filter).isEmpty());
        filter.app = {};
        filter.outcomes = { Outcome::Cancelled };
        QCOMPARE(found(filter), QList<TaskId>({ 7'000'000'003, 7'000'000'001 }));
        filter.outcomes = { Outcome::Rejected, Outcome::TooLate };
        QCOMPARE(found(filter), QList<TaskId>({ 7'000'000'004, 7'000'000'002 }));
        filter.outcomes = {};
        filter.from = moment(200);
        filter.before = moment(400);
        QCOMPARE(found(filter), QList<TaskId>({ 7'000'000'003, 7'000'000'002 }));
        filter = {};
        for (const auto& [words, ids] : std::initializer_list<std::pair<QString, QList<TaskId>>> {
                 { QStringLiteral("SUMMER"), { 7'000'000'001 } },
                 { QStringLiteral("sale summer"), { 7'000'000'001 } },
                 { QStringLiteral("распРОДажа"), { 7'000'000'003 } },
                 { QStringLiteral("0%"), { 7'000'000'002 } },
                 { QStringLiteral("_now"), { 7'000'000'002 } },
                 { QStringLiteral("7000000003"), { 7'000'000'003 } },
                 { QStringLiteral("0004"), { 7'000'000'004 } },
                 { QStringLiteral("w_nter"), {} },
             }) {
            filter.words = words;
            QCOMPARE(found(filter), ids);
        }
        filter.words = osUser();
        QCOMPARE(found(filter).size(), 4);
    }

    void aRunsOwnPushesAreAllOfIt()
    {
        const qint64 id = *m_journal->begin(singapore, DeedKind::Delete, { task(3), task(1), task(2) });
        done(singapore, 9, Outcome::Cancelled, 10);
        HistoryFilter filter;
        filter.run = id;
        QCOMPARE(found(filter, 2), QList<TaskId>({ 1, 2, 3 }));
    }

    void aPageBeginsWhereTheOneBeforeEnded()
    {
        // Many that were settled in the very same moment, and some that are not settled at all.
        QList<Task> many;
        for (TaskId id = 1; id <= 25; ++id)
            many.append(task(id));
        const qint64 withdrawn = *m_journal->begin(singapore, DeedKind::Delete, many);
        QVERIFY(m_journal->withdrawPlanned(withdrawn, moment(5)));
        QVERIFY(m_journal->begin(singapore, DeedKind::Delete, { task(101), task(102), task(103) }));
        done(singapore, 50, Outcome::Cancelled, 60);
        const QList<TaskId> whole = found({}, 1'000);
        QCOMPARE(whole.size(), 29);
        QCOMPARE(whole.first(), TaskId(103));
        QCOMPARE(whole.at(3), TaskId(50));
        for (const int most : { 1, 2, 7, 29, 30 })
            QCOMPARE(found({}, most), whole);
    }

    void runsAreFilteredAndPaged()
    {
        for (int i = 0; i < 7; ++i)
            done(i % 2 ? singapore : frankfurt, i + 1, i == 3 ? Outcome::TooLate : Outcome::Cancelled, i);
        const History history(*m_database);
        HistoryFilter filter;
        QList<qint64> ids;
        HistoryPart<HistoryRun> page;
        do {
            page = *history.runs(filter, page.next, 2);
            for (const HistoryRun& run : page.rows)
                ids.append(run.id);
        } while (!page.isEnd);
        QCOMPARE(ids, QList<qint64>({ 7, 6, 5, 4, 3, 2, 1 }));
        filter.app = singapore;
        QCOMPARE(history.runs(filter, {}, 10)->rows.size(), 3);
        filter.outcomes = { Outcome::TooLate };
        QCOMPARE(history.runs(filter, {}, 10)->rows.first().id, qint64(4));
        filter = {};
        filter.words = osUser().toUpper();
        QCOMPARE(history.runs(filter, {}, 10)->rows.size(), 7);
        filter.words = QStringLiteral("nobody else");
        QVERIFY(history.runs(filter, {}, 10)->rows.isEmpty());
        QCOMPARE(history.apps()->size(), 2);
        QCOMPARE(history.apps()->last().id, qint64(6));
    }

    void aRunIsFoundByTheTitleOrTaskIdOfOneOfItsPushes()
    {
        const auto begin = [this](const QList<std::pair<TaskId, QString>>& pushes) {
            QList<Task> tasks;
            for (const auto& [id, title] : pushes) {
                tasks.append(task(id));
                tasks.last().title = title;
            }
            return *m_journal->begin(singapore, DeedKind::Delete, tasks);
        };
        const qint64 summer = begin({ { 7'001, QStringLiteral("Summer Sale") }, { 7'002, QStringLiteral("Cart") } });
        const qint64 mixed
            = begin({ { 8'001, QStringLiteral("Summer hat") }, { 8'002, QStringLiteral("Winter sale") } });
        const qint64 other = begin({ { 9'001, QStringLiteral("ÄRGER") } });
        const auto found = [this](const QString& words) {
            HistoryFilter filter;
            filter.words = words;
            QList<qint64> ids;
            const auto page = History(*m_database).runs(filter, {}, 10);
            for (const HistoryRun& run : page->rows)
                ids.append(run.id);
            return ids;
        };
        QCOMPARE(found(QStringLiteral("cart")), QList<qint64> { summer });
        QCOMPARE(found(QStringLiteral("summer")), QList<qint64>({ mixed, summer }));
        QCOMPARE(found(QStringLiteral("summer sale")), QList<qint64> { summer }); // both in one push
        QCOMPARE(found(osUser() + QStringLiteral(" cart")), QList<qint64> { summer });
        QCOMPARE(found(QStringLiteral("8002")), QList<qint64> { mixed });
        QCOMPARE(found(QStringLiteral("800")), QList<qint64> { mixed });
        QCOMPARE(found(QStringLiteral("ärger")), QList<qint64> { other });
        QCOMPARE(found(QStringLiteral("örger")), QList<qint64>());
    }

    void aSearchForRunsGoesOnBehindLargeOnes()
    {
        QList<Task> many;
        for (TaskId id = 1; id <= 15'000; ++id)
            many.append(task(id));
        many.last().title = QStringLiteral("Needle");
        QVERIFY(m_journal->begin(singapore, DeedKind::Delete, many));
        many.last().title.clear();
        QVERIFY(m_journal->begin(singapore, DeedKind::Delete, many));
        QVERIFY(m_journal->begin(singapore, DeedKind::Delete, many));
        HistoryFilter filter;
        filter.words = QStringLiteral("needle");
        const History history(*m_database);
        HistoryPart<HistoryRun> page;
        QList<HistoryRun> all;
        int pages = 0;
        do {
            page = *history.runs(filter, page.next, 10);
            all += page.rows;
            ++pages;
        } while (!page.isEnd && pages < 10);
        QVERIFY(page.isEnd);
        QVERIFY(pages > 1); // one page alone does not look through all of it
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first().id, qint64(1));
    }

    void whatTheListHasOfAPushIsToldWhileItIsThere()
    {
        Task known = task(5);
        known.title = QStringLiteral("Summer sale");
        known.description = QStringLiteral("Today only");
        TaskList list(*m_database);
        QVERIFY(list.mergeFromService(singapore, { known }));
        const History history(*m_database);
        QCOMPARE((*history.listed(singapore, 5))->description, QStringLiteral("Today only"));
        QVERIFY(!*history.listed(frankfurt, 5));
        QVERIFY(list.remove(singapore, { 5 }));
        QVERIFY(!*history.listed(singapore, 5));
    }

    void whatIsOldIsRemovedButNeverWhatIsNotKnown()
    {
        done(singapore, 1, Outcome::Cancelled, 10);
        done(singapore, 2, Outcome::Unknown, 20);
        done(singapore, 3, Outcome::TooLate, 1'000);
        const qint64 open = *m_journal->begin(singapore, DeedKind::Delete, { task(4) });
        QSqlQuery(m_database->connection()).exec(QStringLiteral("UPDATE runs SET started_ms = 1"));
        Retention retention(*m_database);
        QCOMPARE(retention.olderThan(moment(500))->runs, 1);
        QCOMPARE(retention.olderThan(moment(500))->pushes, 1);
        QCOMPARE(retention.removeSome(moment(500))->runs, 1);
        QCOMPARE(retention.removeSome(moment(500))->runs, 0);
        QCOMPARE(found({}), QList<TaskId>({ 4, 3, 2 }));
        QVERIFY(History(*m_database).story(1, 1)->isEmpty());
        QVERIFY(!*History(*m_database).run(1));
        QVERIFY(*History(*m_database).run(open));
        // The numbers of removed runs never come again.
        QVERIFY(*m_journal->begin(singapore, DeedKind::Delete, { task(5) }) > open);
    }

private:
    void open()
    {
        m_database = storefiles::opened(m_folder->filePath(QStringLiteral("known.db")));
        QVERIFY(m_database);
        m_journal = std::make_unique<Journal>(*m_database);
    }
    void reopen()
    {
        cleanup();
        open();
    }
    void settle(qint64 run, TaskId id, Outcome outcome, qint64 at)
    {
        QVERIFY(m_journal->settle(run, result(id, outcome, moment(at))));
    }
    void done(const AppKey& app, TaskId id, Outcome outcome, qint64 at, const QString& title = {})
    {
        const auto run = m_journal->begin(app, DeedKind::Delete, { task(id, title) });
        QVERIFY(run && m_journal->attempt(*run, id, 1, 1, moment(at)));
        settle(*run, id, outcome, at);
    }
    /// The whole of it, page by page.
    QList<TaskId> found(const HistoryFilter& filter, int most = 100) const
    {
        const History history(*m_database);
        QList<TaskId> ids;
        HistoryPart<HistoryPush> page;
        do {
            const auto next = history.pushes(filter, page.next, most);
            if (!next)
                return { -1 };
            page = *next;
            for (const HistoryPush& push : page.rows)
                ids.append(push.row.taskId);
        } while (!page.isEnd);
        return ids;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Journal> m_journal;
};

QTEST_GUILESS_MAIN(HistoryTest)
#include "tst_history.moc"
