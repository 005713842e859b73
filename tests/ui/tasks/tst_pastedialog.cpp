// Many task IDs at once: what is understood is added, what is not is named by its line and stays.
#include "ui/tasks/pastedialog.h"

#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace pushbrake;

class PasteDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dialog = std::make_unique<PasteDialog>(); }

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
        auto* refused = find<QListWidget>("refusedList");
        QCOMPARE(refused->count(), 2);
        QVERIFY(refused->item(0)->text().startsWith(QStringLiteral("Line 2:")));
        QVERIFY(refused->item(1)->text().startsWith(QStringLiteral("Line 3:")));
        const auto reason = [refused](int row) { return refused->item(row)->text().section(QStringLiteral(". "), 1); };
        QVERIFY(!reason(0).isEmpty() && !reason(1).isEmpty() && reason(0) != reason(1));
    }

    void whatCannotBeUsedStaysAfterTheRestWasAdded()
    {
        type(QStringLiteral("7000000001\nnonsense\n7000000002"));
        QSignalSpy added(m_dialog.get(), &PasteDialog::addRequested);
        connect(m_dialog.get(), &PasteDialog::addRequested, m_dialog.get(), [this] { m_dialog->noteAdded({}); });
        m_dialog->open();
        m_dialog->accept();
        QCOMPARE(added.count(), 1);
        QCOMPARE(added.first().first().value<QList<Task>>().size(), 2);
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(find<QPlainTextEdit>("pasteEdit")->toPlainText(), QStringLiteral("nonsense"));
        QTest::qWait(250); // longer than the pause after which typed text is read
        const QString said = find<QLabel>("pasteSummary")->text();
        QVERIFY2(
            said.contains(QStringLiteral("2 task ID(s) added")) && said.contains(QStringLiteral("1 cannot be used")),
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
        const QString typed = QStringLiteral("7000000001\nnonsense");
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

    void addsNothingFromNothing()
    {
        type(QStringLiteral("nonsense"));
        QVERIFY(!find<QPushButton>("addButton")->isEnabled());
        QSignalSpy added(m_dialog.get(), &PasteDialog::addRequested);
        m_dialog->accept();
        QCOMPARE(added.count(), 0);
    }

private:
    void type(const QString& text)
    {
        m_dialog->setText(text);
        QTest::qWait(250);
    }
    template<typename Widget> Widget* find(const char* name) const
    {
        return m_dialog->findChild<Widget*>(QString::fromLatin1(name));
    }

    std::unique_ptr<PasteDialog> m_dialog;
};

QTEST_MAIN(PasteDialogTest)
#include "tst_pastedialog.moc"
