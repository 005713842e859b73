// A push by hand: only whole numbers, an audience that was chosen, and times that exist.
#include "support/fakeclock.h"
#include "ui/tasks/taskdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPushButton>
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
        time.setDateTime(QDateTime(QDate(2027, 3, 28), QTime(2, 30)));
        QVERIFY(!canSave(dialog));
        time.setDateTime(QDateTime(QDate(2027, 3, 28), QTime(3, 30)));
        QVERIFY(canSave(dialog));
        QCOMPARE(dialog.task().goesOutAt, QDateTime(QDate(2027, 3, 28), QTime(1, 30), Qt::UTC));
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
