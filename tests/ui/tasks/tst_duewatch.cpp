// A push whose time has come is never called scheduled until the service has said so, and the service is asked.
#include "support/fakeclock.h"
#include "ui/tasks/duewatch.h"
#include "ui/tasks/taskmodel.h"

#include <QSignalSpy>
#include <QTest>

using namespace pushbrake;

namespace {

Task due(TaskId id, const QDateTime& at)
{
    Task task;
    task.id = id;
    task.audience = Audience::Tag;
    task.status = TaskStatus::Pending;
    task.goesOutAt = at;
    return task;
}

} // namespace

class DueWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = {};
        m_model = std::make_unique<TaskModel>(m_clock);
        m_watch = std::make_unique<DueWatch>(*m_model, m_clock, nullptr);
    }

    void aPushWhoseTimeComesIsNotCalledScheduledAndIsAskedFor()
    {
        m_model->setTasks({ due(1, m_clock.utc.addMSecs(200)), due(2, m_clock.utc.addSecs(3'600)) });
        QSignalSpy asked(m_watch.get(), &DueWatch::looksRequested);
        QCOMPARE(status(0), QStringLiteral("Scheduled"));
        QVERIFY(m_model->mayCancel(0));
        m_clock.utc = m_clock.utc.addSecs(3);
        QTRY_COMPARE_WITH_TIMEOUT(asked.size(), 1, 2'000);
        QCOMPARE(asked.first().first().value<QList<TaskId>>(), QList<TaskId> { 1 });
        QCOMPARE(status(0), QStringLiteral("Time has come, being checked…"));
        QVERIFY(!m_model->mayCancel(0));
        QCOMPARE(status(1), QStringLiteral("Scheduled"));
    }

    void theServicesWordEndsIt()
    {
        m_model->setTasks({ due(1, m_clock.utc.addMSecs(100)) });
        QSignalSpy asked(m_watch.get(), &DueWatch::looksRequested);
        m_clock.utc = m_clock.utc.addSecs(3);
        QTRY_COMPARE_WITH_TIMEOUT(asked.size(), 1, 2'000);
        m_model->noteAsked({ 1 });
        QCOMPARE(status(0), QStringLiteral("Due, still scheduled"));
        QVERIFY(m_model->mayCancel(0));
        Task sent = due(1, m_model->task(1)->goesOutAt);
        sent.status = TaskStatus::Dispatched;
        m_model->putTasks({ sent });
        m_clock.utc = m_clock.utc.addSecs(60);
        QTest::qWait(1'200);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(status(0), QStringLiteral("Sent"));
    }

    void whatIsGoingOutIsAskedForUntilItHasGoneOut()
    {
        m_model->setTasks({ due(1, m_clock.utc.addMSecs(100)) });
        QSignalSpy asked(m_watch.get(), &DueWatch::looksRequested);
        m_clock.utc = m_clock.utc.addSecs(3);
        QTRY_COMPARE_WITH_TIMEOUT(asked.size(), 1, 2'000);
        Task going = *m_model->task(1);
        going.status = TaskStatus::Dispatching;
        m_clock.utc = m_clock.utc.addSecs(8);
        m_model->putTasks({ going });
        QTRY_COMPARE_WITH_TIMEOUT(asked.size(), 2, 2'000);
    }

    void whatPassedLongAgoIsNotAskedForByTheThousand()
    {
        QSignalSpy asked(m_watch.get(), &DueWatch::looksRequested);
        QList<Task> old;
        for (TaskId id = 1; id <= 1'000; ++id)
            old.append(due(id, m_clock.utc.addDays(-1)));
        m_model->setTasks(old);
        QTest::qWait(100);
        QCOMPARE(asked.size(), 0);
        QCOMPARE(status(0), QStringLiteral("Time has come, not checked"));
    }

    void eachRowCanSayWhenTheServiceWasLastAsked()
    {
        m_model->setTasks({ due(1, m_clock.utc.addSecs(3'600)) });
        const QString never = tip(0);
        m_model->noteAsked({ 1 });
        QVERIFY(tip(0) != never);
        QVERIFY2(tip(0).contains(m_clock.utc.toLocalTime().toString(QStringLiteral("HH:mm:ss"))), qPrintable(tip(0)));
    }

private:
    QString status(int row) const { return m_model->index(row, TaskModel::Status).data().toString(); }
    QString tip(int row) const { return m_model->index(row, TaskModel::Status).data(Qt::ToolTipRole).toString(); }

    FakeClock m_clock;
    std::unique_ptr<TaskModel> m_model;
    std::unique_ptr<DueWatch> m_watch;
};

QTEST_MAIN(DueWatchTest)
#include "tst_duewatch.moc"
