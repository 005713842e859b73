// The question before sending: names what it is about, keeps by default, and takes no hasty or doubled yes.
#include "support/fakeclock.h"
#include "ui/runs/cancelquestion.h"
#include "ui/uisamples.h"
#include "ui/words/language.h"

#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace pushbrake;

namespace {

Task task(TaskId id, Audience audience, int secondsLeft, const FakeClock& clock)
{
    Task made;
    made.id = id;
    made.audience = audience;
    made.title = QStringLiteral("<b>Push %1</b>").arg(id);
    made.goesOutAt = clock.utc.addSecs(secondsLeft);
    return made;
}

Profile shop(bool practice = false)
{
    Profile profile;
    profile.name = QStringLiteral("Shop");
    profile.sdkAppId = 1'400'000'001;
    profile.region = practice ? Region::Practice : Region::Singapore;
    return profile;
}

QPushButton* confirmButton(const QDialog& dialog)
{
    return dialog.findChild<QPushButton*>(QStringLiteral("confirmButton"));
}

} // namespace

class TestCancelQuestion : public QObject
{
    Q_OBJECT

    FakeClock m_clock;

private Q_SLOTS:
    void keepsScheduledByDefaultAndOnEscape()
    {
        CancelQuestion question({ task(1, Audience::Tag, 3600, m_clock) }, shop(), m_clock);
        QSignalSpy confirmed(&question, &CancelQuestion::confirmed);
        question.open();
        QVERIFY(question.findChild<QPushButton*>(QStringLiteral("keepButton"))->isDefault());
        QTest::qWait(500);
        QTest::keyClick(&question, Qt::Key_Escape);
        QVERIFY(!question.isVisible());
        QCOMPARE(confirmed.count(), 0);
    }

    void takesNoHastyAndNoDoubledYes()
    {
        CancelQuestion question({ task(1, Audience::Tag, 3600, m_clock) }, shop(), m_clock);
        QSignalSpy confirmed(&question, &CancelQuestion::confirmed);
        question.open();
        QTest::mouseClick(confirmButton(question), Qt::LeftButton);
        QCOMPARE(confirmed.count(), 0);
        QTest::qWait(500);
        QTest::mouseDClick(confirmButton(question), Qt::LeftButton);
        QTest::mouseClick(confirmButton(question), Qt::LeftButton);
        QCOMPARE(confirmed.count(), 1);
    }

    void asksForTheCountWhenOneGoesToEverybodySoon()
    {
        CancelQuestion question(
            { task(1, Audience::All, 300, m_clock), task(2, Audience::Tag, 3600, m_clock) }, shop(), m_clock);
        question.open();
        auto* count = question.findChild<QLineEdit*>(QStringLiteral("countEdit"));
        QVERIFY(count);
        QVERIFY(!confirmButton(question)->isEnabled());
        QTest::keyClicks(count, QStringLiteral("3"));
        QVERIFY(!confirmButton(question)->isEnabled());
        count->clear();
        QTest::keyClicks(count, QStringLiteral("2"));
        QVERIFY(confirmButton(question)->isEnabled());
    }

    void listsAllOfThemSoonestFirst()
    {
        QList<Task> tasks;
        for (TaskId id = 1; id <= 8; ++id)
            tasks.append(task(id, Audience::Tag, 10'000 - int(id) * 100, m_clock));
        CancelQuestion question(tasks, shop(), m_clock);
        const auto* table = question.findChild<QTreeView*>(QStringLiteral("questionTable"));
        QVERIFY(table);
        QCOMPARE(table->model()->rowCount(), 8);
        QVERIFY(table->model()->index(0, 0).data().toString().contains(QLatin1String("<b>Push 8</b>")));
        QVERIFY(table->model()->index(7, 0).data().toString().contains(QLatin1String("<b>Push 1</b>")));
        const QString tip = table->model()->index(0, 0).data(Qt::ToolTipRole).toString();
        QVERIFY2(!tip.contains(QLatin1String("<b>")) && tip.contains(QLatin1String("&lt;b&gt;")), qPrintable(tip));
        tasks.resize(2);
        CancelQuestion few(tasks, shop(), m_clock);
        const auto titles = few.findChildren<QLabel*>(QStringLiteral("taskTitle"));
        QCOMPARE(titles.size(), 2);
        QVERIFY(titles.first()->text().contains(QLatin1String("<b>Push 2</b>")));
        QCOMPARE(titles.first()->textFormat(), Qt::PlainText);
    }

    void staysTrueWhileTimeGoesBy()
    {
        installLanguage(*qApp);
        CancelQuestion question(
            { task(1, Audience::Tag, 3, m_clock), task(2, Audience::Tag, 7200, m_clock) }, shop(), m_clock);
        question.setPace(5, std::chrono::seconds(10));
        const auto text
            = [&question](const char* name) { return question.findChild<QLabel*>(QString::fromLatin1(name))->text(); };
        const QString before = text("taskTimeLeft");
        QVERIFY2(text("questionUndo").startsWith(QLatin1String("1 push goes out within a minute")),
            qPrintable(text("questionUndo")));
        QVERIFY(!text("questionForecast").contains(QLatin1String("has come")));
        m_clock.utc = m_clock.utc.addSecs(22);
        QTRY_VERIFY_WITH_TIMEOUT(
            text("questionForecast").contains(QLatin1String("The time of 1 push has come")), 3'000);
        QVERIFY(text("taskTimeLeft") != before);
    }

    void saysWhatIsLeftOutAndWhatCannotBeUndone()
    {
        CancelQuestion question({ task(2, Audience::Tag, 7200, m_clock) }, shop(), m_clock);
        question.setPace(5, std::chrono::seconds(0));
        question.setLeftOut({ QStringLiteral("One is left out.") });
        question.open();
        QVERIFY(question.findChild<QLabel*>(QStringLiteral("questionLeftOut"))->isVisible());
        QVERIFY(question.findChild<QLabel*>(QStringLiteral("questionUndo"))
                    ->text()
                    .contains(QLatin1String("cannot be undone")));
    }

    void theNextAfterTheCarefulButtonIsTheOther()
    {
        for (const int count : { 1, 8 }) {
            QList<Task> tasks;
            for (TaskId id = 1; id <= count; ++id)
                tasks.append(task(id, Audience::Tag, 3600, m_clock));
            CancelQuestion question(tasks, shop(), m_clock);
            question.open();
            QVERIFY(QTest::qWaitForWindowActive(&question));
            QCOMPARE(question.focusWidget()->objectName(), QStringLiteral("keepButton"));
            QTest::keyClick(&question, Qt::Key_Tab);
            QCOMPARE(question.focusWidget()->objectName(), QStringLiteral("confirmButton"));
        }
    }

    void enterPressesTheButtonThatHasTheKeyboard()
    {
        CancelQuestion question({ task(1, Audience::Tag, 3600, m_clock) }, shop(), m_clock);
        QSignalSpy confirmed(&question, &CancelQuestion::confirmed);
        question.open();
        QTest::qWait(500);
        confirmButton(question)->setFocus();
        QTest::keyClick(confirmButton(question), Qt::Key_Return);
        QCOMPARE(confirmed.count(), 1);
    }

    void enterInTheNumberLeadsToTheButtonAndConfirmsNothing()
    {
        QList<Task> many;
        for (int i = 1; i <= 21; ++i)
            many.append(task(i, Audience::Tag, 3600, m_clock));
        CancelQuestion question(many, shop(), m_clock);
        QSignalSpy confirmed(&question, &CancelQuestion::confirmed);
        question.open();
        QVERIFY(QTest::qWaitForWindowActive(&question));
        QTest::qWait(500);
        auto* count = question.findChild<QLineEdit*>(QStringLiteral("countEdit"));
        count->setFocus();
        QTest::keyClicks(count, QStringLiteral("2"));
        QTest::keyClick(count, Qt::Key_Return); // not the number: nothing happens
        QVERIFY(question.isVisible() && count->hasFocus());
        QTest::keyClicks(count, QStringLiteral("1"));
        QTest::keyClick(count, Qt::Key_Return);
        QVERIFY(question.isVisible());
        QVERIFY(confirmButton(question)->hasFocus());
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"), true);
        QCoreApplication::sendEvent(confirmButton(question), &held);
        QCOMPARE(confirmed.count(), 0);
        QTest::keyClick(confirmButton(question), Qt::Key_Return);
        QCOMPARE(confirmed.count(), 1);
    }

    void readsDifferentlyInPractice()
    {
        CancelQuestion practice({ task(1, Audience::Tag, 3600, m_clock) }, shop(true), m_clock);
        CancelQuestion real({ task(1, Audience::Tag, 3600, m_clock) }, shop(), m_clock);
        QVERIFY(confirmButton(practice)->text() != confirmButton(real)->text());
        QVERIFY(practice.windowTitle() != real.windowTitle());
    }

    void endlessTitlesDoNotPushTheButtonsOffTheScreen()
    {
        for (const QString& endless : samples::endlessTitles()) {
            QList<Task> tasks;
            for (TaskId id = 1; id <= 5; ++id)
                tasks.append(samples::task(m_clock, id, endless, 5, Audience::All));
            CancelQuestion question(tasks, shop(), m_clock);
            QVERIFY2(question.minimumSizeHint().width() <= 900,
                qPrintable(QString::number(question.minimumSizeHint().width())));
            QVERIFY2(question.layout()->heightForWidth(700) <= 900,
                qPrintable(QString::number(question.layout()->heightForWidth(700))));
        }
    }

    void carriesTheMarkOfTheAppAndSaysWhoItsUsersAre()
    {
        Profile test = shop();
        test.colour = ProfileColour::Red;
        test.realUsers = false;
        CancelQuestion question({ task(1, Audience::Tag, 3600, m_clock) }, test, m_clock);
        const auto* mark = question.findChild<QWidget*>(QStringLiteral("appMark"));
        QVERIFY(mark);
        QCOMPARE(mark->accessibleName(), QStringLiteral("Red diamond"));
        QVERIFY(
            question.findChild<QLabel*>(QStringLiteral("questionApp"))->text().contains(QLatin1String("a test app")));
        CancelQuestion practice({ task(1, Audience::Tag, 3600, m_clock) }, shop(true), m_clock);
        QVERIFY(practice.findChild<QWidget*>(QStringLiteral("appMark"))->accessibleName().isEmpty());
        QVERIFY(practice.findChild<QLabel*>(QStringLiteral("appWords"))->text().contains(QStringLiteral("practice")));
    }

    void saysThatThereIsNoRecordAndKeepsByDefault()
    {
        installLanguage(*qApp);
        QList<Task> tasks;
        for (TaskId id = 1; id <= 3; ++id)
            tasks.append(task(id, Audience::Tag, 3600, m_clock));
        CancelQuestion question(tasks, shop(), m_clock, DatabaseFault::Full);
        question.open();
        const auto* said = question.findChild<QLabel*>(QStringLiteral("questionRecord"));
        QVERIFY(said && said->isVisible());
        QVERIFY(said->text().startsWith(QLatin1String("This computer cannot keep a record now: the disk is full.")));
        QCOMPARE(question.accessibleDescription(), said->text());
        QCOMPARE(confirmButton(question)->text(), QStringLiteral("&Cancel 3 pushes without a record"));
        QVERIFY(question.findChild<QPushButton*>(QStringLiteral("keepButton"))->isDefault());
        CancelQuestion usual(tasks, shop(), m_clock);
        QVERIFY(!usual.findChild<QLabel*>(QStringLiteral("questionRecord")));
    }

    void callsNoButtonOnlyCancel()
    {
        CancelQuestion question({ task(1, Audience::Tag, 3600, m_clock) }, shop(), m_clock);
        for (const QPushButton* button : question.findChildren<QPushButton*>())
            QVERIFY(button->text().remove(QLatin1Char('&')) != QLatin1String("Cancel"));
    }
};

QTEST_MAIN(TestCancelQuestion)
#include "tst_cancelquestion.moc"
