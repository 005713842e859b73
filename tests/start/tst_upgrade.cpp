// A large list of an earlier version is brought up to date while the computer stays alive.
#include "start/upgrade.h"
#include "store/earlierfiles.h"
#include "store/filecopy.h"
#include "store/schema.h"
#include "store/storefiles.h"
#include "store/tasklist.h"

#include <QApplication>
#include <QProgressDialog>
#include <QSignalSpy>
#include <QSqlQuery>
#include <QTest>

using namespace pushbrake;

namespace {

const AppKey shop { QStringLiteral("shop/1") };

struct Stage
{
    /// As version 7 left it.
    explicit Stage(int tasks)
    {
        QList<Task> added;
        for (TaskId id = 1; id <= tasks; ++id)
            added.append(storefiles::task(id, QStringLiteral("A title of some length for the push %1").arg(id)));
        auto database = storefiles::opened(path);
        const bool isOld = TaskList(*database).add(shop, added) && database->transaction([&] {
            QSqlQuery query(database->connection());
            return query.exec(QStringLiteral("DROP TABLE expectations"))
                && query.exec(QStringLiteral("DROP TABLE checks")) && query.exec(QStringLiteral("DROP INDEX tasks_due"))
                && query.exec(QStringLiteral("DROP TABLE origins"))
                && query.exec(QStringLiteral("ALTER TABLE tasks DROP COLUMN origin"))
                && query.exec(QStringLiteral("PRAGMA user_version = 7"));
        });
        if (!isOld)
            qFatal("The earlier file could not be made.");
    }

    QWidget* window() const
    {
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (widget->objectName() == QStringLiteral("upgradeWindow"))
                return widget;
        }
        return nullptr;
    }

    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("known.db"));
};

constexpr int many = 60'000;

} // namespace

class UpgradeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyALargeFileOfAnEarlierVersionNeedsIt()
    {
        const Stage large(many);
        QVERIFY(Upgrade::isNeeded(large.path));
        QVERIFY(storefiles::opened(large.path));
        QVERIFY(!Upgrade::isNeeded(large.path)); // it is up to date now
        const Stage small(10);
        QVERIFY(!Upgrade::isNeeded(small.path));
        QVERIFY(!Upgrade::isNeeded(small.folder.filePath(QStringLiteral("none.db"))));
        storefiles::write(small.path, QByteArray(10, 'x'));
        QVERIFY(!Upgrade::isNeeded(small.path));
    }

    void theListIsWholeAndItsCopyIsBesideIt()
    {
        const Stage stage(many);
        Upgrade upgrade(stage.path, std::chrono::milliseconds(0));
        QSignalSpy ended(&upgrade, &Upgrade::ended);
        upgrade.start();
        QTRY_VERIFY(stage.window() || !ended.isEmpty());
        QVERIFY2(ended.isEmpty(), "It was over before it could be said.");
        QVERIFY(stage.window()->isVisible());
        QVERIFY(ended.wait(60'000));
        QVERIFY(!stage.window());
        QVERIFY(QFile::exists(copyOfVersion(stage.path, 7)));
        const auto database = storefiles::opened(stage.path);
        QCOMPARE(TaskList(*database).load(shop)->size(), many);
    }

    void itIsSaidForAsLongAsItGoesOn_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("Escape") << true;
        QTest::newRow("closed") << false;
    }

    void itIsSaidForAsLongAsItGoesOn()
    {
        QFETCH(const bool, byKey);
        const Stage stage(many);
        Upgrade upgrade(stage.path, std::chrono::milliseconds(0));
        QSignalSpy ended(&upgrade, &Upgrade::ended);
        upgrade.start();
        QTRY_VERIFY(stage.window() || !ended.isEmpty());
        QVERIFY2(ended.isEmpty(), "It was over before it could be said.");
        if (byKey)
            QTest::keyClick(stage.window(), Qt::Key_Escape);
        else
            stage.window()->close();
        QCoreApplication::processEvents();
        QVERIFY2(ended.isEmpty(), "It was over before it could be said again.");
        QVERIFY(stage.window()->isVisible());
        QVERIFY(ended.wait(60'000));
        QVERIFY(!stage.window());
    }

    void whatIsOverSoonIsNotTold()
    {
        const Stage stage(10);
        Upgrade upgrade(stage.path, std::chrono::seconds(30));
        QSignalSpy ended(&upgrade, &Upgrade::ended);
        upgrade.start();
        QVERIFY(ended.wait(20'000));
        QVERIFY(!stage.window());
    }

    void aFileThatCannotBeBroughtUpToDateIsLeftAsItWas()
    {
        const Stage stage(many);
        QByteArray bytes = storefiles::bytesOf(stage.path);
        bytes.replace(bytes.size() / 2, 8192, QByteArray(8192, '\xff'));
        storefiles::write(stage.path, bytes);
        Upgrade upgrade(stage.path);
        QSignalSpy ended(&upgrade, &Upgrade::ended);
        upgrade.start();
        QVERIFY(ended.wait(60'000));
        QVERIFY(storefiles::bytesOf(stage.path) == bytes);
    }
};

QTEST_MAIN(UpgradeTest)
#include "tst_upgrade.moc"
