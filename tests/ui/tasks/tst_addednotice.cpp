// What a person reads after adding pushes: which of them the service does not have, by name.
#include "ui/parts/notices.h"
#include "ui/tasks/addednotice.h"
#include "ui/words/language.h"

#include <QLocale>
#include <QTest>

using namespace pushbrake;
using namespace Qt::StringLiterals;

namespace {

struct Told final : Notices
{
    int tell(NoticeKind told, const QString& said, const QString&) override
    {
        kind = told;
        text = said;
        text.remove(QChar(0x2066)).remove(QChar(0x2069));
        return 1;
    }
    void takeBack(int) override { }
    void clear() override { }

    NoticeKind kind = NoticeKind::Good;
    QString text;
};

} // namespace

class AddedNoticeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        installLanguage(*qApp);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }

    void namesWhatIsNotThere_data()
    {
        QTest::addColumn<int>("known");
        QTest::addColumn<int>("missing");
        QTest::addColumn<QString>("says");
        QTest::newRow("all there") << 3 << 0 << u"The service knows 3 of them."_s;
        QTest::newRow("one") << 2 << 1
                             << u"The service knows 2 of them. 11 is not at the service; check the task ID."_s;
        QTest::newRow("three")
            << 1 << 3 << u"The service knows 1 of them. 11, 12 and 13 are not at the service; check the task IDs."_s;
        QTest::newRow("more")
            << 1 << 5
            << u"The service knows 1 of them. 11, 12, 13 and 2 more are not at the service; check the task IDs."_s;
        QTest::newRow("the only one") << 0 << 1 << u"11 is not at the service; check the task ID."_s;
        QTest::newRow("none") << 0 << 2 << u"The service has none of them. Check 11 and 12."_s;
        QTest::newRow("none of many") << 0 << 9 << u"The service has none of them. Check 11, 12, 13 and 6 more."_s;
    }

    void namesWhatIsNotThere()
    {
        QFETCH(const int, known);
        QFETCH(const int, missing);
        QFETCH(const QString, says);
        QList<Task> read;
        for (int i = 0; i < known; ++i)
            read.append(task(101 + i, TaskStatus::Pending));
        for (int i = 0; i < missing; ++i)
            read.append(task(11 + i, TaskStatus::Gone));
        tellLooked(read);
        QVERIFY2(m_told.text.endsWith(u"added to the list. "_s + says), qPrintable(m_told.text));
        QCOMPARE(m_told.kind, missing > 0 ? NoticeKind::Warning : NoticeKind::Good);
    }

    void whatWasCancelledHereIsNoMistake()
    {
        QList<Task> read { task(11, TaskStatus::Gone) };
        read.last().lastOutcome = Outcome::Cancelled;
        tellLooked(read);
        QVERIFY2(m_told.text.endsWith(u" 11 was cancelled before."_s), qPrintable(m_told.text));
        QVERIFY(!m_told.text.contains(u"not at the service"_s) && !m_told.text.contains(u"none"_s));
        QCOMPARE(m_told.kind, NoticeKind::Good);
        read.append(task(12, TaskStatus::Gone));
        tellLooked(read);
        QVERIFY2(m_told.text.endsWith(u"12 is not at the service; check the task ID. 11 was cancelled before."_s),
            qPrintable(m_told.text));
    }

private:
    static Task task(TaskId id, TaskStatus status)
    {
        Task made;
        made.id = id;
        made.status = status;
        return made;
    }
    void tellLooked(const QList<Task>& read)
    {
        QList<TaskId> ids;
        for (const Task& one : read)
            ids.append(one.id);
        m_notice.tellAdded({ int(ids.size()), 0 }, ids);
        m_notice.tellLooked(read);
    }

    Told m_told;
    AddedNotice m_notice { m_told };
};

QTEST_MAIN(AddedNoticeTest)
#include "tst_addednotice.moc"
