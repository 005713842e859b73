// Checks that are saved come back as they were, each under its app and name; one in the place of another leaves nothing
// of that, and a write that fails leaves what was there.
#include "storefiles.h"

#include "store/savedchecks.h"

#include <QSqlQuery>

using namespace pushbrake;

namespace {

const AppKey shop { QStringLiteral("adminapisgp.im.qcloud.com/1400000001") };
const AppKey practice { QStringLiteral("practice") };
const QString morning = QStringLiteral("Morning");

QList<Expectation> three()
{
    const QDateTime ten = QDateTime::fromMSecsSinceEpoch(1'900'000'000'123, Qt::UTC);
    return { { std::numeric_limits<TaskId>::max(), ten, Audience::All, QStringLiteral("订单 \"sale\"; --") },
        { 2, {}, Audience::User, {} }, { 1, ten.addYears(-100), {}, QStringLiteral(" blanks ") } };
}

} // namespace

class TestSavedChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = storefiles::opened(m_folder->filePath(QStringLiteral("known.db")));
        QVERIFY(m_database);
    }
    void cleanup() { m_database.reset(); }

    void whatWasSavedComesBackAsItWasAfterARestart()
    {
        SavedChecks before(*m_database);
        const auto id = before.save(shop, { morning, false }, three());
        QVERIFY(id);
        m_database.reset();
        m_database = storefiles::opened(m_folder->filePath(QStringLiteral("known.db")));
        const SavedChecks checks(*m_database);
        const auto all = checks.of(shop);
        QVERIFY(all);
        QCOMPARE(all->size(), 1);
        QCOMPARE(all->first().name, morning);
        QCOMPARE(all->first().id, *id);
        QCOMPARE(all->first().pushes, 3);
        QVERIFY(!all->first().looksForOthers);
        QVERIFY(!all->first().readAt.isValid());
        QCOMPARE(all->first().counts, CheckCounts());
        QCOMPARE(*checks.expectations(*id), three());
    }

    void eachAppHasItsOwnByName()
    {
        SavedChecks checks(*m_database);
        for (const char* name : { "zebra", "Ape", "ape", "Morning" })
            QVERIFY(checks.save(shop, { QString::fromLatin1(name) }, three()));
        QVERIFY(checks.save(practice, { morning }, {}));
        QStringList names;
        const auto all = checks.of(shop);
        for (const SavedCheck& check : *all)
            names.append(check.name);
        QCOMPARE(
            names, QStringList({ QStringLiteral("Ape"), QStringLiteral("ape"), morning, QStringLiteral("zebra") }));
        QCOMPARE(checks.of(practice)->size(), 1);
        QCOMPARE(checks.of(practice)->first().pushes, 0);
        QVERIFY(checks.of({ QStringLiteral("other") })->isEmpty());
    }

    void timesComeBackAsExactlyAsTheyWereGiven()
    {
        SavedChecks checks(*m_database);
        const QDateTime ten(QDate(2026, 6, 1), QTime(10, 0), Qt::UTC);
        const QList<Expectation> both { { 1, ten, {}, {}, TimePrecision::Minute },
            { 2, ten, {}, {}, TimePrecision::Second }, { 3, ten.addSecs(59), {}, {}, TimePrecision::Second },
            { 4, ten.addYears(-100), {}, {}, TimePrecision::Minute } };
        const auto id = checks.save(shop, { morning }, both);
        QVERIFY(id);
        QCOMPARE(*checks.expectations(*id), both);
    }

    void oneOfTheSameNameTakesItsPlaceWhole()
    {
        SavedChecks checks(*m_database);
        const auto first = checks.save(shop, { morning, false }, three());
        CheckCounts counts;
        counts.of(CheckVerdict::Missing) = 3;
        QVERIFY(checks.noteRead(*first, QDateTime::currentDateTimeUtc(), counts));
        const auto second = checks.save(shop, { morning, true }, { { 9 } });
        QVERIFY(second);
        QCOMPARE(checks.of(shop)->size(), 1);
        QCOMPARE(checks.of(shop)->first().pushes, 1);
        QVERIFY(!checks.of(shop)->first().readAt.isValid());
        QCOMPARE(*checks.expectations(*second), QList { Expectation { 9 } });
        QCOMPARE(rows("expectations"), 1);
    }

    void remembersWhatTheLastOneSaid()
    {
        SavedChecks checks(*m_database);
        const auto id = checks.save(shop, { morning }, three());
        CheckCounts counts;
        int number = 1;
        for (const CheckVerdict verdict : checkVerdicts)
            counts.of(verdict) = number++;
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(1'900'000'000'500, Qt::UTC);
        QVERIFY(checks.noteRead(*id, at, counts));
        QCOMPARE(checks.of(shop)->first().readAt, at);
        QCOMPARE(checks.of(shop)->first().counts, counts);
        QVERIFY(checks.noteRead(*id + 1, at, counts)); // removed meanwhile
    }

    void takesAnotherNameUnlessAnotherHasIt()
    {
        SavedChecks checks(*m_database);
        const auto id = checks.save(shop, { morning }, three());
        QVERIFY(checks.save(shop, { QStringLiteral("Evening") }, {}));
        QVERIFY(checks.save(practice, { QStringLiteral("Noon") }, {}));
        QVERIFY(!*checks.rename(*id, QStringLiteral("Evening")));
        QCOMPARE(checks.of(shop)->last().name, morning);
        QVERIFY(*checks.rename(*id, QStringLiteral("Noon"))); // of another app
        QVERIFY(*checks.rename(*id, QStringLiteral("Noon")));
        QCOMPARE(checks.expectations(*id)->size(), 3);
    }

    void isRemovedWhole()
    {
        SavedChecks checks(*m_database);
        const auto id = checks.save(shop, { morning }, three());
        QVERIFY(checks.save(shop, { QStringLiteral("Evening") }, three()));
        QVERIFY(checks.remove(*id));
        QVERIFY(checks.remove(*id));
        QCOMPARE(checks.of(shop)->size(), 1);
        QCOMPARE(rows("expectations"), 3);
    }

    void aWriteThatFailsLeavesWhatWasThere()
    {
        SavedChecks checks(*m_database);
        const auto id = checks.save(shop, { morning }, three());
        QVERIFY(statement("CREATE TRIGGER full BEFORE INSERT ON expectations WHEN new.position = 1"
                          " BEGIN SELECT RAISE(FAIL, 'x'); END"));
        QVERIFY(!checks.save(shop, { morning }, three()));
        QCOMPARE(*checks.expectations(*id), three());
        QCOMPARE(checks.of(shop)->size(), 1);
    }

    void whatOthersWroteIntoTheFileIsReadWithCare()
    {
        SavedChecks checks(*m_database);
        const auto id = checks.save(shop, { morning }, three());
        QVERIFY(statement("UPDATE expectations SET audience = 'Nobody', title = 'x'"));
        QVERIFY(statement("UPDATE checks SET missing = 9223372036854775807, looks_for_others = 7"));
        QVERIFY(!checks.expectations(*id)->first().audience);
        QCOMPARE(checks.of(shop)->first().counts.of(CheckVerdict::Missing), std::numeric_limits<int>::max());
        QVERIFY(checks.of(shop)->first().looksForOthers);
    }

private:
    bool statement(const char* text) { return QSqlQuery(m_database->connection()).exec(QString::fromLatin1(text)); }
    int rows(const char* table)
    {
        QSqlQuery query(QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1String(table)), m_database->connection());
        return query.next() ? query.value(0).toInt() : -1;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(TestSavedChecks)
#include "tst_savedchecks.moc"
