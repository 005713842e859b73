// What the program says of itself is true of its figures and words, complete, and can be read in any way of looking.
#include "api/limits.h"
#include "cancel/cancelrun.h"
#include "net/command.h"
#include "ui/help/promises.h"
#include "ui/help/promisesdialog.h"
#include "ui/look/theme.h"
#include "ui/words/badges.h"

#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextEdit>

using namespace pushbrake;
using namespace std::chrono_literals;

namespace {

QString wholeText()
{
    QStringList all { promises::title(), promises::lead(), promises::meaningsTitle() };
    for (const auto& meaning : promises::meanings())
        all << meaning.text;
    for (const auto& section : promises::sections())
        all << section.title << section.paragraphs << section.points;
    return all.join(u'\n');
}

} // namespace

class PromisesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOutcomeHasItsMeaningAndWord()
    {
        QSet<Outcome> explained;
        PromisesDialog* dialog = open();
        for (const auto& meaning : promises::meanings()) {
            explained.insert(meaning.outcome);
            QVERIFY(text(*dialog).contains(sentences::outcomeBadge(meaning.outcome, false).word));
            QVERIFY(text(*dialog).contains(meaning.text));
        }
        for (const Outcome outcome : { Outcome::Cancelled, Outcome::TooLate, Outcome::Rejected, Outcome::Unknown,
                 Outcome::NotSent, Outcome::Withdrawn })
            QVERIFY(explained.contains(outcome));
    }

    void nothingIsLeftOutOfTheWindow()
    {
        const PromisesDialog* dialog = open();
        QStringList missing;
        for (const QString& line : wholeText().split(u'\n')) {
            if (!text(*dialog).contains(line))
                missing << line;
        }
        QCOMPARE(missing.join(u'\n'), QString());
    }

    // Whoever changes one of these figures changes what the page says.
    void theFiguresAreThoseOfTheProgram()
    {
        const QString all = wholeText();
        QCOMPARE(commandRate(Command::Delete), 5);
        QVERIFY(all.contains(QStringLiteral("at most 5 cancellations a second")));
        QCOMPARE(RunOptions().hold, 5'000ms);
        QVERIFY(all.contains(QStringLiteral("there are 5 seconds in which Undo")));
        QCOMPARE(limits::dueSoon, 60s);
        QVERIFY(all.contains(QStringLiteral("within a minute does not wait")));
        QCOMPARE(limits::dueAtOnce, 10s);
        QVERIFY(all.contains(QStringLiteral("within 10 seconds")));
        QCOMPARE(limits::signatureLife, 1h);
        QVERIFY(all.contains(QStringLiteral("valid for an hour")));
    }

    void escapeCloses()
    {
        QPointer<PromisesDialog> dialog = open();
        QVERIFY(!dialog->isModal());
        QTest::keyClick(dialog->findChild<QTextEdit*>(), Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
    }

    void theKeyboardReadsToTheEnd()
    {
        const PromisesDialog* dialog = open();
        auto* page = dialog->findChild<QTextEdit*>();
        QCOMPARE(dialog->focusWidget(), page);
        QVERIFY(page->verticalScrollBar()->maximum() > 0);
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(page, Qt::Key_PageDown);
        QCOMPARE(page->textCursor().block(), page->document()->lastBlock());
        QVERIFY(page->viewport()->rect().contains(page->cursorRect()));
        QTest::keyClick(page, Qt::Key_Tab);
        QVERIFY(qobject_cast<QPushButton*>(dialog->focusWidget()));
    }

    void aNarrowWindowCutsNothingInEitherDirection()
    {
        for (const auto direction : { Qt::LeftToRight, Qt::RightToLeft }) {
            PromisesDialog* dialog = open();
            dialog->setLayoutDirection(direction);
            dialog->resize(320, 400);
            QCOMPARE(dialog->findChild<QTextEdit*>()->horizontalScrollBar()->maximum(), 0);
            dialog->close();
        }
    }

    void theColoursFollowTheScheme()
    {
        const PromisesDialog* dialog = open();
        const QColor light = inkOf(*dialog);
        theme::apply(theme::Scheme::Dark);
        const QColor dark = inkOf(*dialog);
        theme::apply(theme::Scheme::Light);
        QVERIFY(light != dark);
        QCOMPARE(inkOf(*dialog), light);
    }

    void initTestCase() { theme::apply(theme::Scheme::Light); }

private:
    PromisesDialog* open()
    {
        m_window = std::make_unique<QWidget>();
        auto* dialog = new PromisesDialog(m_window.get());
        dialog->show();
        return dialog;
    }
    static QString text(const PromisesDialog& dialog) { return dialog.findChild<QTextEdit*>()->toPlainText(); }
    static QColor inkOf(const PromisesDialog& dialog)
    {
        QTextCursor cursor(dialog.findChild<QTextEdit*>()->document());
        cursor.movePosition(QTextCursor::NextCharacter);
        return cursor.charFormat().foreground().color();
    }

    std::unique_ptr<QWidget> m_window;
};

QTEST_MAIN(PromisesTest)
#include "tst_promises.moc"
