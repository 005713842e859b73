// Many task IDs at once: what is understood is added, what is not is named by its line and stays.
#include "support/fakeclock.h"
#include "ui/tasks/pastedialog.h"
#include "ui/tasks/pastedmodel.h"
#include "ui/tasks/taskmodel.h"
#include "ui/words/language.h"

#include <QApplication>
#include <QCheckBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace pushbrake;

class PasteDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp); }
    void init()
    {
        m_list.setTasks({});
        m_dialog = std::make_unique<PasteDialog>(m_list);
    }

    void takesAnySensibleSeparatorAndMergesDuplicates()
    {
        type(QStringLiteral("7000000001, 7000000002;7000000003\n7000000001\t7000000004"));
        QCOMPARE(m_dialog->tasks().size(), 4);
        QVERIFY2(find<QLabel>("pasteSummary")->text().contains(u'4'), qPrintable(find<QLabel>("pasteSummary")->text()));
        QVERIFY(find<QLabel>("pasteSummary")->text().contains(u'1'));
    }

    void namesTheLineAndTheReason()
    {
        type(QStringLiteral("7000000001\n1.23457E+18\n0"));
        QCOMPARE(rowCount(), 3);
        QVERIFY(row(0).startsWith(QStringLiteral("Line 2:")));
        QVERIFY(row(1).startsWith(QStringLiteral("Line 3:")));
        const auto reason = [this](int at) { return row(at).section(QStringLiteral(". "), 1); };
        QVERIFY(!reason(0).isEmpty() && !reason(1).isEmpty() && reason(0) != reason(1));
    }

    void whatIsSuspiciousStandsFirstAndIsNotTicked()
    {
        type(QStringLiteral("7000000001 0\n12 pushes: 7000000002 7000000001"));
        QCOMPARE(rowCount(), 4);
        QVERIFY2(
            row(0).contains(QStringLiteral("12")) && row(0).startsWith(QStringLiteral("Line 2:")), qPrintable(row(0)));
        QCOMPARE(check(0), Qt::Unchecked);
        QVERIFY2(row(1).contains(QStringLiteral("7000000001")), qPrintable(row(1)));
        QCOMPARE(check(1), Qt::Checked); // twice, and counts once
        QVERIFY2(row(2).contains(QStringLiteral("0")), qPrintable(row(2)));
        QVERIFY(row(3).contains(QStringLiteral("7000000002")));
        QVERIFY(!list().model()->index(3, 0).flags().testFlag(Qt::ItemIsUserCheckable));
        QCOMPARE(chosen(), (QList<TaskId> { 7000000001, 7000000002 }));
        QVERIFY(summary().contains(QStringLiteral("1 not ticked")));
        QVERIFY(summary().contains(QStringLiteral("Words without a number were skipped.")));
    }

    void whatIsSuspiciousIsAddedWhenAPersonTicksIt()
    {
        type(QStringLiteral("12 13 7000000001"));
        m_dialog->show();
        list().setCurrentIndex(list().model()->index(0, 0));
        QTest::keyClick(&list(), Qt::Key_Space);
        QCOMPARE(chosen(), (QList<TaskId> { 12, 7000000001 }));
        QCOMPARE(find<QCheckBox>("unlikeBox")->checkState(), Qt::PartiallyChecked);
        QCOMPARE(button(), QStringLiteral("&Add 2 pushes"));
        find<QCheckBox>("unlikeBox")->click();
        QCOMPARE(chosen().size(), 3);
        find<QCheckBox>("unlikeBox")->click();
        QCOMPARE(chosen(), QList<TaskId> { 7000000001 });
        QTest::keyClick(&list(), Qt::Key_Space);
        type(QStringLiteral("12 13 7000000001 7000000002")); // what was ticked stays so
        QCOMPARE(chosen(), (QList<TaskId> { 12, 7000000001, 7000000002 }));
    }

    void saysWhatIsListedAlreadyAndCountsWhatIsNew()
    {
        list({ 7000000001, 7000000002 });
        type(QStringLiteral("7000000001 7000000002 7000000003"));
        QVERIFY(row(0).contains(QStringLiteral("listed already")) && row(2).contains(QStringLiteral("new")));
        QVERIFY2(summary().contains(QStringLiteral("1 new · 2 listed already")), qPrintable(summary()));
        QCOMPARE(button(), QStringLiteral("&Add 1 push"));
        list({ 7000000001 }); // while the dialog is open
        QCOMPARE(button(), QStringLiteral("&Add 2 pushes"));
        list({ 7000000001, 7000000002, 7000000003 });
        QCOMPARE(button(), QStringLiteral("&Show 3 listed pushes"));
        QVERIFY(find<QPushButton>("addButton")->isEnabled());
    }

    void opensWithTheClipboardAndLetsItGoWithoutAQuestion()
    {
        m_dialog->offerClipboard(QStringLiteral("please cancel 7000000001"));
        m_dialog->open();
        QCOMPARE(chosen().size(), 1);
        QVERIFY(find<QLabel>("pasteEditBelow")->text().contains(QStringLiteral("clipboard")));
        m_dialog->reject();
        QVERIFY(!m_dialog->isVisible());
        m_dialog->open();
        auto* text = find<QPlainTextEdit>("pasteEdit");
        text->selectAll();
        QTest::keyClicks(text, QStringLiteral("5")); // replaces it
        QCOMPARE(text->toPlainText(), QStringLiteral("5"));
        QVERIFY(find<QLabel>("pasteEditBelow")->text().isEmpty());
        m_dialog->reject();
        QVERIFY(m_dialog->isVisible()); // and asks
    }

    void theOfferedTextIsSelected()
    {
        m_dialog->offerClipboard(QStringLiteral("7000000001"));
        QCOMPARE(find<QPlainTextEdit>("pasteEdit")->textCursor().selectedText(), QStringLiteral("7000000001"));
    }

    void aClipboardWithoutTaskIdsIsNotOffered_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("words") << QStringLiteral("Dear all");
        QTest::newRow("a short number among words") << QStringLiteral("Lunch at 12");
        QTest::newRow("too long") << QStringLiteral("7000000001 ").repeated(100'000);
    }
    void aClipboardWithoutTaskIdsIsNotOffered()
    {
        QFETCH(QString, text);
        m_dialog->offerClipboard(text);
        QVERIFY(find<QPlainTextEdit>("pasteEdit")->toPlainText().isEmpty());
    }

    void aHundredThousandAreThereAtOnce()
    {
        QString text;
        for (int i = 0; i < 100'000; ++i)
            text += QString::number(7000000001 + i) + QLatin1Char('\n');
        m_dialog->show();
        QElapsedTimer time;
        time.start();
        m_dialog->setText(text);
        QTRY_COMPARE_WITH_TIMEOUT(rowCount(), 100'000, 10'000);
        QCoreApplication::processEvents();
        QVERIFY2(time.elapsed() < 4'000, qPrintable(QString::number(time.elapsed())));
    }

    void whatCannotBeUsedStaysAfterTheRestWasAdded()
    {
        type(QStringLiteral("7000000001\n12a4\n7000000002"));
        QSignalSpy added(m_dialog.get(), &PasteDialog::addRequested);
        connect(m_dialog.get(), &PasteDialog::addRequested, m_dialog.get(), [this] { m_dialog->noteAdded({}); });
        m_dialog->open();
        m_dialog->accept();
        QCOMPARE(added.count(), 1);
        QCOMPARE(added.first().first().value<QList<Task>>().size(), 2);
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(find<QPlainTextEdit>("pasteEdit")->toPlainText(), QStringLiteral("12a4"));
        QTest::qWait(250); // longer than the pause after which typed text is read
        const QString said = find<QLabel>("pasteSummary")->text();
        QVERIFY2(said.contains(QStringLiteral("2 task IDs added")) && said.contains(QStringLiteral("1 cannot be used")),
            qPrintable(said));
    }

    void closesWhenEverythingWasAdded()
    {
        type(QStringLiteral("7000000001"));
        connect(m_dialog.get(), &PasteDialog::addRequested, m_dialog.get(), [this] { m_dialog->noteAdded({}); });
        m_dialog->open();
        m_dialog->accept();
        QVERIFY(!m_dialog->isVisible());
    }

    void whatCouldNotBeWrittenStaysWithTheReason()
    {
        const QString typed = QStringLiteral("7000000001\n12a4");
        type(typed);
        connect(m_dialog.get(), &PasteDialog::addRequested, m_dialog.get(),
            [this] { m_dialog->noteAdded(QStringLiteral("The disk is full.")); });
        m_dialog->open();
        m_dialog->accept();
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(find<QPlainTextEdit>("pasteEdit")->toPlainText(), typed);
        QVERIFY(find<QLabel>("pasteProblem")->isVisible());
        QVERIFY(find<QLabel>("pasteProblem")->text().contains(QStringLiteral("The disk is full.")));
        QVERIFY(find<QPushButton>("addButton")->isEnabled()); // for the next try
    }

    // The list has to be read before anything is added; on a small screen the text gives way first.
    void aSmallScreenShowsFiveRowsOfWhatWasUnderstood()
    {
        QString text;
        for (int i = 0; i < 20; ++i)
            text += QString::number(7000000001 + i) + QLatin1Char('\n');
        m_dialog->show();
        type(text);
        m_dialog->resize(640, 430);
        QTest::qWait(50);
        const int rows = list().viewport()->height() / list().sizeHintForRow(0);
        QVERIFY2(rows >= 5, qPrintable(QString::number(rows)));
        const auto* textEdit = find<QPlainTextEdit>("pasteEdit");
        QVERIFY(textEdit->viewport()->height() >= 3 * textEdit->fontMetrics().lineSpacing());
        QCOMPARE(find<QScrollArea>("scrolledForm")->verticalScrollBar()->maximum(), 0);
    }

    void addsNothingFromNothing()
    {
        type(QStringLiteral("12a4"));
        QVERIFY(!find<QPushButton>("addButton")->isEnabled());
        QCOMPARE(button(), QStringLiteral("&Add"));
        QSignalSpy added(m_dialog.get(), &PasteDialog::addRequested);
        m_dialog->accept();
        QCOMPARE(added.count(), 0);
    }

    void aTimeInAMessageDoesNotHoldTheDialogOpen()
    {
        type(QStringLiteral("7000000001 at 10:30"));
        connect(m_dialog.get(), &PasteDialog::addRequested, m_dialog.get(), [this] { m_dialog->noteAdded({}); });
        m_dialog->open();
        m_dialog->accept();
        QVERIFY(!m_dialog->isVisible());
    }

private:
    QListView& list() const { return *find<QListView>("pastedList"); }
    int rowCount() const { return list().model()->rowCount(); }
    QString row(int at) const { return list().model()->index(at, 0).data().toString(); }
    Qt::CheckState check(int at) const
    {
        return list().model()->index(at, 0).data(Qt::CheckStateRole).value<Qt::CheckState>();
    }
    QString summary() const { return find<QLabel>("pasteSummary")->text(); }
    QString button() const { return find<QPushButton>("addButton")->text(); }
    QList<TaskId> chosen() const
    {
        QList<TaskId> ids;
        for (const Task& task : m_dialog->tasks())
            ids.append(task.id);
        return ids;
    }
    void list(const QList<TaskId>& ids)
    {
        QList<Task> tasks;
        for (const TaskId id : ids) {
            tasks.append(Task());
            tasks.last().id = id;
        }
        m_list.setTasks(tasks);
    }
    void type(const QString& text)
    {
        m_dialog->setText(text);
        QTest::qWait(250);
    }
    template<typename Widget> Widget* find(const char* name) const
    {
        return m_dialog->findChild<Widget*>(QString::fromLatin1(name));
    }

    FakeClock m_clock;
    TaskModel m_list { m_clock };
    std::unique_ptr<PasteDialog> m_dialog;
};

QTEST_MAIN(PasteDialogTest)
#include "tst_pastedialog.moc"
