// What is brought into the list, and when: a file waits for the account of its app, a dialog for nobody.
#include "support/fakeclock.h"
#include "ui/imports/importdialog.h"
#include "ui/tasks/intake.h"
#include "ui/tasks/taskpage.h"
#include "ui/window/shell.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace pushbrake;
using namespace Qt::StringLiterals;

class IntakeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(u"s.ini"_s), QSettings::IniFormat);
        m_window = std::make_unique<Shell>(*m_settings);
        m_page = new TaskPage(*m_settings, m_clock, m_window.get());
        m_intake = std::make_unique<Intake>(
            Intake::Needs { *m_window, *m_settings, m_clock, *m_page },
            [this](const QList<Task>& tasks, const std::optional<QString>& file, const std::function<void()>&) {
                m_brought += tasks;
                m_file = file;
                return std::nullopt;
            },
            nullptr);
        m_window->show();
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("Task ID,Title\n7000000001,Sale\n") > 0);
    }
    void cleanup()
    {
        m_intake.reset();
        m_window.reset();
    }

    void aFileThatComesBeforeTheAccountIsShownOnceItIsThere()
    {
        m_intake->takeFile(path());
        QTest::qWait(50);
        QVERIFY(!dialog());
        m_intake->open(std::nullopt);
        QTest::qWait(50);
        QVERIFY(!dialog());
        m_intake->open(Profile {});
        QVERIFY(!dialog()); // who opens the app is not ready yet
        QTRY_VERIFY(dialog());
        dialog()->reject();
        QTRY_VERIFY(!dialog());
        m_intake->open(Profile {});
        QTest::qWait(50);
        QVERIFY(!dialog()); // once is enough
    }

    void aFileThatWaitedIsShownOnceHoweverOftenTheAppIsOpenedMeanwhile()
    {
        m_intake->takeFile(path());
        m_intake->open(Profile {});
        m_intake->open(Profile {});
        QTRY_VERIFY(dialog());
        QTest::qWait(50);
        QCOMPARE(m_window->findChildren<ImportDialog*>().size(), 1);
        QVERIFY2(notice().isEmpty(), qPrintable(notice()));
    }

    void theNextFileIsLookedForWhereTheLastOneWas()
    {
        m_intake->open(Profile {});
        m_intake->takeFile(path());
        QTRY_VERIFY(dialog());
        dialog()->reject();
        QTRY_VERIFY(!dialog());
        m_intake->chooseFile();
        const auto* files = m_window->findChild<QFileDialog*>(u"importFileDialog"_s);
        QVERIFY(files);
        QCOMPARE(files->directory().canonicalPath(), QDir(m_folder->path()).canonicalPath());
    }

    void whatIsBroughtSaysFromWhichFileItComes()
    {
        m_intake->open(Profile {});
        const auto bring = [this] {
            auto* add = dialog()->findChild<QPushButton*>(u"addButton"_s);
            if (!QTest::qWaitFor([add] { return add->isEnabled(); }))
                return false;
            add->click();
            return QTest::qWaitFor([this] { return !dialog(); });
        };
        m_intake->takeFile(path());
        QTRY_VERIFY(dialog());
        QVERIFY(bring());
        QCOMPARE(m_brought.size(), 1);
        QCOMPARE(m_file, std::optional(u"table.csv"_s));
        QGuiApplication::clipboard()->setText(u"Task ID\tTitle\n7000000002\tSale\n"_s);
        m_intake->paste();
        QTRY_VERIFY(dialog());
        QVERIFY(bring());
        QCOMPARE(m_brought.size(), 2);
        QVERIFY(!m_file);
    }

private:
    QString path() const { return m_folder->filePath(u"table.csv"_s); }
    QString notice() const { return m_window->findChild<QLabel*>(u"noticeText"_s)->text(); }
    ImportDialog* dialog() const { return m_window->findChild<ImportDialog*>(); }

    FakeClock m_clock;
    QList<Task> m_brought;
    std::optional<QString> m_file;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Shell> m_window;
    TaskPage* m_page = nullptr;
    std::unique_ptr<Intake> m_intake;
};

QTEST_MAIN(IntakeTest)
#include "tst_intake.moc"
