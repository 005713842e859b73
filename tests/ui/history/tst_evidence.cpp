// Evidence as a person makes and verifies it: from the history into a file, which a disk may refuse, and back.
#include "historywindow.h"

#include "exchange/ziparchive.h"
#include "exchange/zipwriter.h"
#include "support/actions.h"
#include "ui/words/evidencewords.h"

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace historywindow;

class EvidenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_w = std::make_unique<Window>(m_folder->path());
        m_path = m_folder->filePath(QStringLiteral("evidence.zip"));
        m_w->done(singapore, 7'000'000'002, QStringLiteral("Summer sale"), Outcome::Cancelled, m_w->clock.now);
        m_w->done(
            singapore, 7'000'000'003, QStringLiteral("Too late one"), Outcome::TooLate, m_w->clock.now.addSecs(60));
        m_w->click("historyButton");
    }
    void cleanup() { m_w.reset(); }

    void theChosenPushsRunIsSavedReadBackAndToldWithItsSeal()
    {
        choose(1);
        save();
        QTRY_VERIFY(dialog());
        QCOMPARE(text("evidenceVerdict"), QStringLiteral("Evidence saved and read back"));
        QVERIFY2(
            text("evidenceAbout").contains(QStringLiteral("1 push of the app")), qPrintable(text("evidenceAbout")));
        const auto found = checkEvidence(bytes());
        QVERIFY(found);
        QVERIFY(text("evidenceSeal").contains(sentences::sealInGroups(found->seal)));
        QTest::mouseClick(dialog()->findChild<QPushButton*>(QStringLiteral("copySealButton")), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromLatin1(found->seal));
        const QByteArray rows = ZipArchive::open(bytes())->read("rows.jsonl").value();
        QVERIFY(rows.contains("Summer sale") && !rows.contains("Too late one"));
        QVERIFY(rows.contains("\"kind\":\"request\"") && rows.contains(osUser().toUtf8()));
        QCOMPARE(rows.count("serviceClockAheadMs"), 1);
        QVERIFY(ZipArchive::open(bytes())->read("READ-ME.txt").value().contains("SHA-256"));
    }

    // The history may be read anew while the file is chosen, and shows another row then.
    void whatIsSavedIsTheRunThatWasChosenWhenItWasAsked()
    {
        choose(1);
        m_w->click("saveEvidenceButton");
        auto* asked = m_w->find<QFileDialog>("saveEvidenceDialog");
        QVERIFY(asked);
        choose(0);
        Q_EMIT asked->fileSelected(m_path);
        asked->close();
        QTRY_VERIFY(dialog());
        const QByteArray saved = bytes();
        const QByteArray rows = ZipArchive::open(saved)->read("rows.jsonl").value();
        QVERIFY(rows.contains("Summer sale") && !rows.contains("Too late one"));
    }

    void aNotedSealIsComparedWithTheFiles()
    {
        choose(1);
        save();
        QTRY_VERIFY(dialog());
        const QString seal = text("evidenceSeal");
        dialog()->close();
        QTRY_VERIFY(!dialog());
        verify(m_path);
        QTRY_VERIFY(dialog());
        auto* noted = dialog()->findChild<QLineEdit*>(QStringLiteral("notedSealEdit"));
        QVERIFY(noted);
        const auto said = [this] {
            QStringList all;
            for (const QLabel* label : dialog()->findChildren<QLabel*>())
                all += label->text();
            return all.join(u'\n');
        };
        QTest::keyClicks(noted, seal.left(20).toUpper());
        QVERIFY(!said().contains(QStringLiteral("another seal:")));
        noted->setText(QString(seal).replace(u'\n', u' ').toUpper());
        QVERIFY(said().contains(QStringLiteral("It is the same seal")));
        QTest::keyClick(noted, Qt::Key_Return);
        QVERIFY(dialog() && dialog()->isVisible());
        noted->setText(seal.left(8) + QStringLiteral("xyz"));
        QVERIFY(said().contains(QStringLiteral("It is another seal:")));
    }

    void whatWasChangedSinceIsSaidWithItsLine()
    {
        choose(1);
        save();
        QTRY_VERIFY(dialog());
        dialog()->close();
        QList<ZipMember> members;
        const QByteArray saved = bytes();
        auto archive = ZipArchive::open(saved);
        for (const QByteArray& name : archive->names())
            members.append({ name, archive->read(name).value().replace("\"Summer sale\"", "\"Winter sale\"") });
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(*membersToZip(members));
        file.close();
        verify(m_path);
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        QCOMPARE(text("evidenceVerdict"), QStringLiteral("This file was changed"));
        QCOMPARE(text("evidenceAbout"), QStringLiteral("Line 2 of rows.jsonl was edited."));
        QVERIFY(!dialog()->findChild<QWidget*>(QStringLiteral("copySealButton")));
    }

    void anotherFileIsNoEvidence_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("a folder") << m_folder->path();
        QTest::newRow("nothing there") << QStringLiteral("nothing.zip");
        QTest::newRow("a pipe, which nobody writes to") << QStringLiteral("pipe");
        QTest::newRow("text") << QStringLiteral("text");
    }

    void anotherFileIsNoEvidence()
    {
        QFETCH(QString, path);
        path = m_folder->filePath(path);
        if (path.endsWith(QStringLiteral("pipe")))
            QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        if (path.endsWith(QStringLiteral("text"))) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("hello") == 5);
        }
        verify(path);
        QTRY_VERIFY(dialog());
        QCOMPARE(text("evidenceVerdict"), QStringLiteral("This file cannot be checked"));
    }

    void aDiskThatTakesNoMoreLeavesNothingHalfWritten()
    {
        choose(1);
        struct rlimit old
        {
        };
        getrlimit(RLIMIT_FSIZE, &old);
        const auto restored = qScopeGuard([&] { setrlimit(RLIMIT_FSIZE, &old); });
        std::signal(SIGXFSZ, SIG_IGN);
        const struct rlimit small
        {
            100, old.rlim_max
        };
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        save();
        QTRY_VERIFY2(m_w->notice().contains(QStringLiteral("could not be written")), qPrintable(m_w->notice()));
        QVERIFY(!QFile::exists(m_path));
        QVERIFY(actionOf(m_w->window, "saveEvidenceAction")->isEnabled());
    }

    void aHistoryThatCannotBeReadWritesNothing()
    {
        choose(1);
        QVERIFY(m_w->forget("events"));
        save();
        QTRY_VERIFY2(m_w->notice().contains(QStringLiteral("could not be read")), qPrintable(m_w->notice()));
        QVERIFY(!QFile::exists(m_path));
    }

    void withoutAChoiceItSaysWhatToChoose()
    {
        m_w->find<QLineEdit>("historySearch")->setText(QStringLiteral("no such push"));
        const QAction* save = actionOf(m_w->window, "saveEvidenceAction");
        QTRY_VERIFY(!save->isEnabled());
        QCOMPARE(save->toolTip(), QStringLiteral("Choose a cancellation in the history first."));
    }

private:
    void choose(int row)
    {
        QTRY_COMPARE(m_w->titles().size(), 2);
        m_w->pushes().setCurrentIndex(m_w->pushes().model()->index(row, 0));
    }
    void save()
    {
        m_w->click("saveEvidenceButton");
        auto* asked = m_w->find<QFileDialog>("saveEvidenceDialog");
        QVERIFY(asked);
        QVERIFY(asked->selectedFiles().first().endsWith(QStringLiteral(".zip")));
        Q_EMIT asked->fileSelected(m_path);
        asked->close();
    }
    void verify(const QString& path)
    {
        actionOf(m_w->window, "verifyEvidenceAction")->trigger();
        auto* asked = m_w->find<QFileDialog>("verifyEvidenceDialog");
        QVERIFY(asked);
        Q_EMIT asked->fileSelected(path);
        asked->close();
    }
    QDialog* dialog() { return m_w->find<QDialog>("evidenceDialog"); }
    QString text(const char* label)
    {
        auto* found = dialog() ? dialog()->findChild<QLabel*>(QString::fromLatin1(label)) : nullptr;
        return found ? found->text() : QString();
    }
    QByteArray bytes()
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Window> m_w;
    QString m_path;
};

QTEST_MAIN(EvidenceTest)
#include "tst_evidence.moc"
