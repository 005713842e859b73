// A sentence is translated only if it is looked up under the context under which lupdate files it.
#include "api/accountcheck.h"
#include "api/usersig.h"
#include "support/lookups.h"
#include "ui/tasks/statuschoice.h"
#include "ui/tasks/taskcells.h"
#include "ui/tasks/taskmodel.h"
#include "ui/words/appwords.h"
#include "ui/words/badges.h"
#include "ui/words/checkwords.h"
#include "ui/words/fieldsentences.h"
#include "ui/words/language.h"
#include "ui/words/problems.h"
#include "ui/words/results.h"
#include "ui/words/times.h"

#include <QTest>

using namespace pushbrake;
using namespace std::chrono_literals;

namespace {

const QDateTime now(QDate(2026, 6, 1), QTime(8, 0), Qt::UTC);

void sayAllAboutApps()
{
    for (int colour = 0; colour <= int(ProfileColour::Grey); ++colour)
        sentences::colourName(ProfileColour(colour));
    for (int region = 0; region <= int(Region::Practice); ++region)
        sentences::regionName(Region(region));
    for (const bool realUsers : { true, false }) {
        sentences::usersWord(realUsers);
        sentences::nameWithMark(QStringLiteral("Shop"), realUsers);
    }
    for (const qint64 left : { -1, 60, 7200, 100'000, 1'000'000 })
        sentences::expiryWords(now.addSecs(left), now);
}

void sayAllStates()
{
    for (int outcome = 0; outcome <= int(Outcome::Withdrawn); ++outcome) {
        for (const bool checked : { false, true }) {
            sentences::outcomeBadge(Outcome(outcome), checked);
            sentences::outcomeHeadline(Outcome(outcome), checked);
        }
    }
    for (int status = 0; status <= int(TaskStatus::Other); ++status) {
        Task task;
        task.status = TaskStatus(status);
        sentences::statusBadge(task);
    }
    for (int state = 0; state <= int(RunState::Settled); ++state)
        sentences::runStateBadge(RunState(state));
    for (const Audience audience : { Audience::All, Audience::Tag, Audience::User })
        sentences::audienceWords(audience);
    sentences::audienceWords(std::nullopt);
    for (int choice = 0; choice <= int(StatusChoice::Other); ++choice)
        statusWords(StatusChoice(choice));
    for (int column = 0; column < TaskModel::ColumnCount; ++column) {
        Task task;
        for (const QDateTime& asked : { now, QDateTime() }) {
            const taskcells::Row row { task, now, {}, {}, asked };
            taskcells::title(column);
            taskcells::spoken(row, column);
            taskcells::tip(row, column);
        }
    }
}

void sayAllProblems()
{
    for (int fault = 0; fault <= int(TaskIdFault::PushId); ++fault)
        sentences::taskIdProblem(TaskIdFault(fault));
    for (int fault = 0; fault <= int(StoreFault::NotKept); ++fault)
        sentences::storeProblem(StoreFault(fault));
    for (int fault = 0; fault <= int(DatabaseFault::WriteFailed); ++fault)
        sentences::databaseProblem(DatabaseFault(fault));
    for (int fault = 0; fault <= int(DatabaseFault::WriteFailed); ++fault)
        sentences::noRecordNow(DatabaseFault(fault));
    sentences::whatWorksWithoutRecord();
    sentences::databaseSetAside();
    sentences::alreadyOpen();
    for (int kind = 0; kind <= int(ProfileFileFault::Kind::Repeated); ++kind)
        sentences::profileFileProblem({ ProfileFileFault::Kind(kind), 1 });
}

void sayAllResults()
{
    for (int outcome = 0; outcome <= int(Outcome::Withdrawn); ++outcome) {
        for (const bool checked : { true, false }) {
            SettledResult result;
            result.outcome = Outcome(outcome);
            result.checked = checked;
            for (int code = 60000; code < 92000; ++code) {
                result.code = code;
                sentences::whatHappened(result);
                sentences::whatNext(result, CredentialKind::UserSig);
                sentences::whatNext(result, CredentialKind::SecretKey);
            }
            Task task;
            task.lastOutcome = Outcome(outcome);
            task.lastChecked = checked;
            task.lastResultAt = now;
            sentences::lastResult(task, {});
        }
    }
    CallReport report;
    sentences::callProblem(report);
    for (int fault = int(NetFault::HostNotFound); fault <= int(NetFault::Other); ++fault) {
        report.fault = NetFault(fault);
        for (const int status : { 0, 302, 401, 404, 429, 500, 502 }) {
            report.httpStatus = status;
            sentences::callProblem(report);
            sentences::callAdvice(report, CredentialKind::UserSig);
        }
    }
}

void sayAllAboutChecks()
{
    CheckCounts counts;
    for (const CheckVerdict verdict : checkVerdicts) {
        counts.of(verdict) = 2;
        Comparison comparison { verdict, { 1, now, Audience::All, QStringLiteral("Sale") } };
        for (int status = 0; status <= int(TaskStatus::Other); ++status) {
            comparison.found.status = TaskStatus(status);
            comparison.differences
                = { CheckField::GoesOut, CheckField::Audience, CheckField::Title, CheckField::Status };
            sentences::checkResult(comparison);
            sentences::checkSentences(comparison);
        }
        comparison.fault.fault = NetFault::Stopped;
        comparison.found
            = { 1, Audience::Tag, QStringLiteral("Sales"), {}, now, TaskStatus::Other, QStringLiteral("x") };
        sentences::checkSentences(comparison);
    }
    sentences::checkCounts(counts);
    sentences::exactTime(now, now.addYears(1));
    sentences::rangeWords({ now, now }, now);
    sentences::rangeWords({ now, now.addDays(1) }, now);
}

void sayAllTimes()
{
    for (const qint64 left : { 5, 90, 1800, 4000, 60'000, 100'000, 252'000, 864'000 }) {
        for (const qint64 seconds : { left, -left }) {
            sentences::timeLeft(now.addSecs(seconds), now);
            sentences::localTime(now.addSecs(seconds), now);
        }
    }
    sentences::localTime({}, now);
    sentences::utcTime(now, now);
    sentences::utcTime(now.addSecs(20 * 3600), now);
}

void sayAllAboutFields()
{
    const QByteArray sound
        = signUserSig(QStringLiteral("administrator"), 1'400'000'001, Secret(QByteArray("key")), now, 24h * 30)
              .reveal();
    for (int fault = 0; fault <= int(FieldFault::KeyUnreadable); ++fault) {
        const auto kind = FieldFault(fault);
        fieldsentences::name(kind);
        fieldsentences::host(kind);
        fieldsentences::sdkAppId(kind);
        fieldsentences::identifier(kind);
        for (const QByteArray& secret : { sound, QByteArray("a"), QByteArray("%"), QByteArray(64, 'a') }) {
            fieldsentences::secretKey(kind, secret);
            fieldsentences::userSig(kind, secret);
        }
    }
    fieldsentences::sdkAppIdHint(QStringLiteral(" 1400000001 "));
    for (const qint64 left : { -60, 1800, 80'000, 1'000'000 })
        fieldsentences::userSigHint(sound, now.addDays(30).addSecs(-left));
}

} // namespace

class TestContexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_program = SourceTexts::ofTheProgram();
        QVERIFY2(m_program.all.size() > 500, "lupdate did not read the sources");
    }

    void everySentenceIsFiledWhereItIsLookedUp()
    {
        const LookupRecorder recorder;
        sayAllAboutApps();
        sayAllStates();
        sayAllProblems();
        sayAllResults();
        sayAllAboutChecks();
        sayAllTimes();
        sayAllAboutFields();
        QVERIFY(recorder.seen().size() > 200);
        QCOMPARE(named(recorder.seen() - m_program.all), QString());
    }

    // English is in the sources but for its plural forms, which the catalogue has: these and no others.
    void everyCountHasItsPluralForms()
    {
        const SourceTexts english
            = SourceTexts::read(QStringLiteral(TEST_DATA_DIR "/../../translations/pushbrake_en.ts"));
        QCOMPARE(named(m_program.counted - english.counted), QString());
        QCOMPARE(named(english.all - m_program.counted), QString());
    }

    void oneAndManyAreToldApart()
    {
        installLanguage(*qApp);
        QCOMPARE(sentences::timeLeft(now.addDays(3), now), QStringLiteral("in 3 days"));
        QCOMPARE(sentences::timeLeft(now.addDays(3).addSecs(-60), now), QStringLiteral("in 2 days 23 h"));
        QCOMPARE(sentences::timeLeft(now.addDays(-3).addSecs(60), now), QStringLiteral("2 days 23 h ago"));
        QCOMPARE(sentences::timeLeft(now.addDays(13).addSecs(-60), now), QStringLiteral("in 13 days"));
        QCOMPARE(sentences::timeLeft(now.addSecs(-250), now), QStringLiteral("4 min 10 s ago"));
        QCOMPARE(sentences::expiryWords(now.addSecs(100'000), now), QStringLiteral("1 day left"));
        QCOMPARE(sentences::expiryWords(now.addDays(5), now), QStringLiteral("5 days left"));
    }

private:
    SourceTexts m_program;
};

QTEST_MAIN(TestContexts)
#include "tst_contexts.moc"
