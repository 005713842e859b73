#include "practice/faults.h"

#include <QTest>

using namespace pushbrake;

class FaultsTest : public QObject
{
    Q_OBJECT

    static QStringList draws(Faults faults, int count)
    {
        QStringList drawn;
        for (int i = 0; i < count; ++i) {
            const auto fault = faults.draw(QStringLiteral("delete_sched_task"));
            drawn.append(fault ? Faults::nameOf(*fault) : QString());
        }
        return drawn;
    }

private Q_SLOTS:
    void readsEveryNameItLists()
    {
        for (QString name : Faults::names()) {
            name.replace(QStringLiteral("NUMBER"), QStringLiteral("90105"));
            auto faults = Faults::fromText(name + QStringLiteral("=1"));
            QVERIFY2(faults, qPrintable(name));
            const auto fault = faults->draw(QStringLiteral("get_sched_task"));
            QVERIFY(fault);
            QCOMPARE(Faults::nameOf(*fault), name);
        }
    }

    void keepsTheNumberOfACode()
    {
        const auto fault = Faults::fromText(QStringLiteral("code-90105=1"))->draw(QString());
        QVERIFY(fault);
        QCOMPARE(int(fault->kind), int(FaultKind::ErrorCode));
        QCOMPARE(fault->code, 90105);
    }

    void refusesWhatIsNoFault()
    {
        for (const char* text : { "drop=0.1", "drop-after", "drop-after=", "drop-after=2", "drop-after=-0.1", "code-=1",
                 "code-x=1", "=1", "drop-after=0.1,nonsense=0.1", "drop-after=nan", "code-0=1",
                 "delete_shed_task:drop-after=1", ":drop-after=1", "Drop-After=1" })
            QVERIFY2(!Faults::fromText(QString::fromLatin1(text)), text);
    }

    void anEmptyTextStrikesNever()
    {
        QCOMPARE(draws(*Faults::fromText(QString()), 100).count(QString()), 100);
        QCOMPARE(draws(*Faults::fromText(QStringLiteral("garbage=0")), 100).count(QString()), 100);
    }

    void theSameSeedDrawsTheSame()
    {
        const QString text = QStringLiteral("drop-after=0.2,cut-body=0.2");
        QCOMPARE(draws(*Faults::fromText(text, 7), 200), draws(*Faults::fromText(text, 7), 200));
        QVERIFY(draws(*Faults::fromText(text, 7), 200) != draws(*Faults::fromText(text, 8), 200));
    }

    void strikesAsOftenAsItSays()
    {
        const qsizetype struck = draws(*Faults::fromText(QStringLiteral("stall-after=0.25"), 3), 10'000)
                                     .count(QStringLiteral("stall-after"));
        QVERIFY2(struck > 2'300 && struck < 2'700, qPrintable(QString::number(struck)));
    }

    void strikesOnlyTheCommandItNames()
    {
        auto faults = *Faults::fromText(QStringLiteral("delete_sched_task:garbage=1"));
        QVERIFY(!faults.draw(QStringLiteral("get_sched_task")));
        QVERIFY(faults.draw(QStringLiteral("delete_sched_task")));
    }
};

QTEST_GUILESS_MAIN(FaultsTest)
#include "tst_faults.moc"
