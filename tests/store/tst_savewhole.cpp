// A file that did not fit on the disk is not there, however little of it there was.
#include "store/savewhole.h"

#include <QDir>
#include <QSaveFile>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace pushbrake;

class SaveWholeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatFitsTakesThePlace()
    {
        QVERIFY(write(QByteArray(100, 'x')));
        QCOMPARE(written(), QByteArray(100, 'x'));
        QVERIFY(write("y"));
        QCOMPARE(written(), QByteArray("y"));
    }

    void whatDoesNotFitLeavesWhatStoodThere_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::newRow("buffered until the end") << 2'000;
        QTest::newRow("written at once") << 100'000;
    }
    void whatDoesNotFitLeavesWhatStoodThere()
    {
        QFETCH(int, bytes);
        QVERIFY(write("before"));
        {
            // As on a full disk, every write beyond the limit fails.
            const auto before = std::signal(SIGXFSZ, SIG_IGN);
            rlimit limit {};
            getrlimit(RLIMIT_FSIZE, &limit);
            const rlimit low { 1'000, limit.rlim_max };
            setrlimit(RLIMIT_FSIZE, &low);
            const auto undo = qScopeGuard([&] {
                setrlimit(RLIMIT_FSIZE, &limit);
                std::signal(SIGXFSZ, before);
            });
            QVERIFY(!write(QByteArray(bytes, 'x')));
        }
        QCOMPARE(written(), QByteArray("before"));
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList { QStringLiteral("f") });
    }

private:
    bool write(const QByteArray& bytes)
    {
        QSaveFile file(path());
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && commitWhole(file);
    }
    QByteArray written() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString path() const { return m_folder.filePath(QStringLiteral("f")); }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(SaveWholeTest)
#include "tst_savewhole.moc"
