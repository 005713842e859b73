#include "secrets/profileindex.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace pushbrake;

class ProfileIndexTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_file;

    static ProfileEntry entry(const QString& id, const QString& name)
    {
        return { id, name, QDateTime(QDate(2026, 3, 1), QTime(4, 5, 6), Qt::UTC) };
    }

private Q_SLOTS:
    void init() { m_file = m_dir.filePath(QString::fromLatin1(QTest::currentTestFunction()) + QStringLiteral(".ini")); }

    void isEmptyAtFirst()
    {
        QSettings settings(m_file, QSettings::IniFormat);
        const ProfileIndex index(settings);
        QVERIFY(index.entries().isEmpty());
        QVERIFY(index.lastUsed().isEmpty());
    }

    void keepsEntriesInTheirOrderOverARestart()
    {
        const auto a = entry(QStringLiteral("a"), QStringLiteral("商店, \"test\""));
        auto b = entry(QStringLiteral("b"), QString());
        b.colour = ProfileColour::Turquoise;
        b.realUsers = false;
        {
            QSettings settings(m_file, QSettings::IniFormat);
            ProfileIndex index(settings);
            index.put(b);
            index.put(a);
            index.setLastUsed(QStringLiteral("b"));
        }
        QSettings settings(m_file, QSettings::IniFormat);
        const ProfileIndex index(settings);
        QCOMPARE(index.entries(), (QList<ProfileEntry> { b, a }));
        QCOMPARE(index.lastUsed(), QStringLiteral("b"));
    }

    void takesAnAppForOneWithRealUsersWhereTheSettingsDoNotSay()
    {
        QSettings settings(m_file, QSettings::IniFormat);
        ProfileIndex index(settings);
        ProfileEntry test = entry(QStringLiteral("a"), QStringLiteral("a"));
        test.realUsers = false;
        index.put(test);
        settings.remove(QStringLiteral("profiles/1/mark"));
        settings.setValue(QStringLiteral("profiles/1/colour"), QStringLiteral("plaid"));
        QVERIFY(index.entries().first().realUsers);
        QCOMPARE(index.entries().first().colour, ProfileColour::Blue);
    }

    void keepsOfAnAppNothingButNameColourMarkAndTime()
    {
        QSettings settings(m_file, QSettings::IniFormat);
        ProfileIndex(settings).put(entry(QStringLiteral("a"), QStringLiteral("a")));
        settings.beginReadArray(QStringLiteral("profiles"));
        settings.setArrayIndex(0);
        QCOMPARE(settings.childKeys(),
            (QStringList { QStringLiteral("colour"), QStringLiteral("id"), QStringLiteral("mark"),
                QStringLiteral("name"), QStringLiteral("savedAt") }));
        settings.endArray();
    }

    void movesUpAndDownButNotBeyondTheEnds()
    {
        QSettings settings(m_file, QSettings::IniFormat);
        ProfileIndex index(settings);
        for (const char* id : { "a", "b", "c" })
            index.put(entry(QString::fromLatin1(id), QString::fromLatin1(id)));
        const auto order = [&index] {
            QString ids;
            for (const ProfileEntry& known : index.entries())
                ids += known.id;
            return ids;
        };
        index.move(QStringLiteral("c"), -1);
        QCOMPARE(order(), QStringLiteral("acb"));
        index.move(QStringLiteral("a"), -1);
        index.move(QStringLiteral("b"), 1);
        index.move(QStringLiteral("x"), 1);
        QCOMPARE(order(), QStringLiteral("acb"));
        index.move(QStringLiteral("a"), 1);
        QCOMPARE(order(), QStringLiteral("cab"));
        QCOMPARE(index.entry(QStringLiteral("a"))->name, QStringLiteral("a"));
        QVERIFY(!index.entry(QStringLiteral("x")));
    }

    void replacesInPlace()
    {
        QSettings settings(m_file, QSettings::IniFormat);
        ProfileIndex index(settings);
        index.put(entry(QStringLiteral("a"), QStringLiteral("old")));
        index.put(entry(QStringLiteral("b"), QStringLiteral("b")));
        index.put(entry(QStringLiteral("a"), QStringLiteral("new")));
        QCOMPARE(index.entries(),
            (QList<ProfileEntry> {
                entry(QStringLiteral("a"), QStringLiteral("new")), entry(QStringLiteral("b"), QStringLiteral("b")) }));
    }

    void removesTheEntryAndTheMemoryOfItsUse()
    {
        QSettings settings(m_file, QSettings::IniFormat);
        ProfileIndex index(settings);
        index.put(entry(QStringLiteral("a"), QStringLiteral("a")));
        index.put(entry(QStringLiteral("b"), QStringLiteral("b")));
        index.setLastUsed(QStringLiteral("b"));
        index.remove(QStringLiteral("a"));
        QCOMPARE(index.lastUsed(), QStringLiteral("b"));
        index.remove(QStringLiteral("b"));
        QVERIFY(index.entries().isEmpty());
        QVERIFY(index.lastUsed().isEmpty());
        settings.sync();
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("name"));
    }
};

QTEST_GUILESS_MAIN(ProfileIndexTest)
#include "tst_profileindex.moc"
