// A push by hand: only whole numbers, an audience that was chosen, and times that exist.
#include "support/fakeclock.h"
#include "ui/parts/phonenotice.h"
#include "ui/tasks/taskdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QTest>

using namespace pushbrake;

class TestTaskDialog : public QObject
{
    Q_OBJECT

    FakeClock m_clock;

    template<typename Widget> static Widget& child(TaskDialog& dialog, const char* name)
    {
        return *dialog.findChild<Widget*>(QString::fromLatin1(name));
    }
    static bool canSave(TaskDialog& dialog) { return child<QPushButton>(dialog, "saveButton").isEnabled(); }

    static QString below(TaskDialog& dialog) { return child<QLabel>(dialog, "whenRowBelow").text(); }
    static void enter(QDateTimeEdit& field, const char* text)
    {
        field.window()->show();
        field.setFocus();
        field.setSelectedSection(QDateTimeEdit::YearSection);
        for (const char* c = text; *c; ++c) {
            if (*c >= '0' && *c <= '9')
                QTest::keyClick(&field, *c);
        }
    }

private Q_SLOTS:
    void asksForANumberAndAnAudience()
    {
        TaskDialog dialog(m_clock);
        QVERIFY(!canSave(dialog));
        QTest::keyClicks(&child<QLineEdit>(dialog, "taskIdEdit"), QStringLiteral("7000000001"));
        QVERIFY(!canSave(dialog));
        QTest::keyClick(&child<QComboBox>(dialog, "audienceCombo"), Qt::Key_Down);
        QVERIFY(canSave(dialog));
        QCOMPARE(dialog.task().id, 7'000'000'001);
        QCOMPARE(dialog.task().audience, Audience::All);
    }

    void whatIsKnownIsDrawnAsOnAPhone()
    {
        TaskDialog dialog(m_clock);
        dialog.show();
        auto& phone = child<PhoneNotice>(dialog, "phoneNotice");
        QVERIFY(!phone.isVisible());
        QTest::keyClicks(&child<QLineEdit>(dialog, "titleEdit"), QStringLiteral("Typed"));
        QVERIFY(phone.isVisible());
        QCOMPARE(phone.accessibleName(), QStringLiteral("Typed"));
        Task known;
        known.id = 7'000'000'001;
        known.title = QStringLiteral("Summer sale");
        known.description = QStringLiteral("Today only");
        known.goesOutAt = QDateTime(QDate(2026, 6, 1), QTime(10, 0), Qt::UTC);
        known.readFromService = true;
        dialog.setTask(known);
        dialog.setApp(QStringLiteral("Shop"));
        QCOMPARE(phone.accessibleName(), QStringLiteral("Shop\n10:00\nSummer sale\nToday only"));
    }

    void theIdOfAKnownPushIsTextAndNoField()
    {
        TaskDialog dialog(m_clock);
        Task known;
        known.id = 7'000'000'001;
        dialog.setTask(known);
        dialog.show();
        QVERIFY(!child<QLineEdit>(dialog, "taskIdEdit").isVisible());
        QVERIFY(child<QLabel>(dialog, "givenTaskId").isVisible());
        QVERIFY(child<QLabel>(dialog, "givenTaskId").text().contains(QStringLiteral("7000000001")));
        QCOMPARE(dialog.task().id, known.id);
        QVERIFY(canSave(dialog));
    }

    void refusesANumberThatASpreadsheetShortened()
    {
        TaskDialog dialog(m_clock);
        QTest::keyClick(&child<QComboBox>(dialog, "audienceCombo"), Qt::Key_Down);
        QTest::keyClicks(&child<QLineEdit>(dialog, "taskIdEdit"), QStringLiteral("1.23457E+18"));
        QVERIFY(!canSave(dialog));
    }

    void refusesATimeThatTheClocksSkip()
    {
        TaskDialog dialog(m_clock);
        QTest::keyClicks(&child<QLineEdit>(dialog, "taskIdEdit"), QStringLiteral("1"));
        QTest::keyClick(&child<QComboBox>(dialog, "audienceCombo"), Qt::Key_Down);
        child<QCheckBox>(dialog, "timeKnownBox").setChecked(true);
        auto& zone = child<QComboBox>(dialog, "zoneCombo");
        zone.setCurrentIndex(zone.findData(QByteArray("Europe/Berlin")));
        auto& time = child<QDateTimeEdit>(dialog, "goesOutEdit");
        enter(time, "2027-03-28 02:30");
        QCOMPARE(time.text(), QStringLiteral("2027-03-28 02:30"));
        QVERIFY(!canSave(dialog));
        const QString said = below(dialog);
        QVERIFY2(said.contains(QStringLiteral("02:30")) && said.contains(QStringLiteral("2027-03-28 03:30")),
            qPrintable(said));
        enter(time, "2027-03-28 03:30");
        QVERIFY(canSave(dialog));
        QCOMPARE(dialog.task().goesOutAt, QDateTime(QDate(2027, 3, 28), QTime(1, 30), Qt::UTC));
    }

    // Whatever the zone of this computer is: the field itself knows none.
    void aTimeThatIsSkippedHereIsNotMovedByTheField()
    {
        const QByteArray zone = qgetenv("TZ");
        qputenv("TZ", "Europe/Berlin");
        const auto restore = qScopeGuard([&zone] { qputenv("TZ", zone); });
        TaskDialog dialog(m_clock);
        child<QCheckBox>(dialog, "timeKnownBox").setChecked(true);
        auto& time = child<QDateTimeEdit>(dialog, "goesOutEdit");
        enter(time, "2027-03-28 02:30");
        QCOMPARE(time.text(), QStringLiteral("2027-03-28 02:30"));
        QVERIFY(below(dialog).contains(QStringLiteral("does not exist")));
    }

    void saysWhichOfTwoTimesIsTaken()
    {
        TaskDialog dialog(m_clock);
        child<QCheckBox>(dialog, "timeKnownBox").setChecked(true);
        auto& zone = child<QComboBox>(dialog, "zoneCombo");
        zone.setCurrentIndex(zone.findData(QByteArray("Europe/Berlin")));
        enter(child<QDateTimeEdit>(dialog, "goesOutEdit"), "2026-10-25 02:30");
        QVERIFY2(below(dialog).contains(QStringLiteral("twice")), qPrintable(below(dialog)));
        QVERIFY(below(dialog).contains(QStringLiteral("00:30")) && below(dialog).contains(QStringLiteral("01:30")));
        QCOMPARE(dialog.task().goesOutAt, QDateTime(QDate(2026, 10, 25), QTime(0, 30), Qt::UTC));
    }

    void theSecondOfTwoTimesStaysTheSecond()
    {
        const QByteArray zone = qgetenv("TZ");
        qputenv("TZ", "Europe/Berlin");
        const auto restore = qScopeGuard([&zone] { qputenv("TZ", zone); });
        Task known;
        known.id = 5;
        known.goesOutAt = QDateTime(QDate(2026, 10, 25), QTime(1, 30), Qt::UTC);
        TaskDialog dialog(m_clock);
        dialog.setTask(known);
        QCOMPARE(dialog.task().goesOutAt, known.goesOutAt);
        QVERIFY2(below(dialog).contains(QStringLiteral("second is taken")), qPrintable(below(dialog)));
    }

    void theTimeIsWrittenFromLeftToRight()
    {
        TaskDialog dialog(m_clock);
        dialog.setLayoutDirection(Qt::RightToLeft);
        QVERIFY(child<QDateTimeEdit>(dialog, "goesOutEdit").isLeftToRight());
        QVERIFY(child<QComboBox>(dialog, "zoneCombo").isRightToLeft());
    }

    void letsOnlyTheNoteBeChangedOfWhatTheServiceSaid()
    {
        Task known;
        known.id = 5;
        known.title = QStringLiteral("Sale");
        known.goesOutAt = m_clock.utc.addSecs(3600);
        known.readFromService = true;
        TaskDialog dialog(m_clock);
        dialog.setTask(known);
        QTest::keyClicks(&child<QLineEdit>(dialog, "noteEdit"), QStringLiteral("ask Ann"));
        QVERIFY(canSave(dialog));
        QVERIFY(!child<QDateTimeEdit>(dialog, "goesOutEdit").isEnabled());
        QVERIFY(!child<QComboBox>(dialog, "zoneCombo").isEnabled());
        known.note = QStringLiteral("ask Ann");
        QCOMPARE(dialog.task(), known);
    }
};

QTEST_MAIN(TestTaskDialog)
#include "tst_taskdialog.moc"
