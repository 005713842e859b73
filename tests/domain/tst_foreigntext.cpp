#include "api/usersig.h"
#include "domain/foreigntext.h"

#include <QTest>
#include <QUrl>

using namespace pushbrake;
using namespace std::chrono_literals;

class ForeignTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidesTheLiveSignatureHoweverItIsRepeated_data()
    {
        QTest::addColumn<QString>("text");
        const QString whole = m_sig;
        QTest::newRow("whole") << whole;
        QTest::newRow("in a sentence") << QStringLiteral("invalid usersig %1 for admin").arg(whole);
        QTest::newRow("in an address") << QStringLiteral("https://host/v4/x?sdkappid=1&usersig=%1&random=5").arg(whole);
        QTest::newRow("percent-encoded") << QString::fromLatin1(QUrl::toPercentEncoding(whole));
        QTest::newRow("cut at the end") << QStringLiteral("bad: ") + whole.left(40);
        QTest::newRow("cut at the beginning") << whole.last(40) + QStringLiteral(" is bad");
        QTest::newRow("a middle piece") << whole.mid(50, 20);
        QTest::newRow("the key") << m_key;
        QTest::newRow("the key in capitals") << m_key.toUpper();
        QTest::newRow("twice") << whole + u' ' + whole;
    }

    void hidesTheLiveSignatureHoweverItIsRepeated()
    {
        QFETCH(QString, text);
        const Secret sig(m_sig.toUtf8());
        const Secret key(m_key.toUtf8());
        const QString said = withoutSecrets(text, { &sig, &key });
        QVERIFY(said.contains(QStringLiteral("***")));
        for (const QString& secret : { m_sig, m_key, m_key.toUpper() }) {
            for (qsizetype i = 0; i + 16 <= secret.size(); ++i)
                QVERIFY2(!said.contains(secret.mid(i, 16)), qPrintable(said));
        }
    }

    void hidesWhatOnlyHasTheShapeOfOne()
    {
        const QByteArray other = signUserSig(
            QStringLiteral("somebody"), 1400000009, Secret(QByteArray(64, 'b')), QDateTime::currentDateTimeUtc(), 3600s)
                                     .reveal();
        QCOMPARE(withoutSecrets(QStringLiteral("was: ") + QString::fromLatin1(other), {}), QStringLiteral("was: ***"));
        QCOMPARE(withoutSecrets(QStringLiteral("key ") + QString(64, u'b'), {}), QStringLiteral("key ***"));
        QCOMPARE(withoutSecrets(QStringLiteral("GET /?usersig=short&random=12345"), {}),
            QStringLiteral("GET /?usersig=***&random=12345"));
        QCOMPARE(withoutSecrets(QStringLiteral("{\"UserSig\": \"abc\", \"a\": 123456}"), {}),
            QStringLiteral("{\"UserSig\": \"***\", \"a\": 123456}"));
    }

    void takesTheValueOfEverySignatureOut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("none") << QStringLiteral("GET /v4/x?random=1") << QStringLiteral("GET /v4/x?random=1");
        QTest::newRow("middle") << QStringLiteral("?usersig=eJw*-_&random=1")
                                << QStringLiteral("?usersig=***&random=1");
        QTest::newRow("end") << QStringLiteral("x&usersig=abc") << QStringLiteral("x&usersig=***");
        QTest::newRow("case") << QStringLiteral("UserSig=abc d") << QStringLiteral("UserSig=*** d");
        QTest::newRow("quoted") << QStringLiteral("\"u?usersig=abc\" x") << QStringLiteral("\"u?usersig=***\" x");
        QTest::newRow("encoded") << QStringLiteral("u%3Fusersig%3Dabc%26random%3D1")
                                 << QStringLiteral("u%3Fusersig%3D***%26random%3D1");
        QTest::newRow("twice") << QStringLiteral("usersig=a usersig=b") << QStringLiteral("usersig=*** usersig=***");
    }
    void takesTheValueOfEverySignatureOut()
    {
        QFETCH(QString, text);
        QTEST(withoutSecretShapes(text), "shown");
    }

    void hidesAValueHoweverLongItIs()
    {
        const QString longOne(1'000'000, u'a');
        QCOMPARE(withoutSecretShapes(QStringLiteral("?usersig=%1&random=1").arg(longOne)),
            QStringLiteral("?usersig=***&random=1"));
        QCOMPARE(withoutSecretShapes(QStringLiteral("eJ") + longOne), QStringLiteral("***"));
    }

    void hidesThemInATextThatIsCutInACharacter_data()
    {
        QTest::addColumn<QString>("text");
        for (const QChar half : { QChar(0xD83D), QChar(0xDE00) }) {
            QTest::addRow("%x, name", half.unicode()) << QStringLiteral("usersig=secret ") + half;
            QTest::addRow("%x, name behind", half.unicode()) << half + QStringLiteral(" usersig=secret");
            QTest::addRow("%x, signature", half.unicode()) << m_sig + half;
            QTest::addRow("%x, key", half.unicode()) << half + m_key.toUpper();
        }
    }

    void hidesThemInATextThatIsCutInACharacter()
    {
        QFETCH(QString, text);
        const QString said = withoutSecretShapes(text);
        QVERIFY2(said.contains(QStringLiteral("***")), qPrintable(said));
        for (const QString& secret : { QStringLiteral("secret"), m_sig, m_key.toUpper() })
            QVERIFY2(!said.contains(secret), qPrintable(said));
        QVERIFY(said.contains(QChar::ReplacementCharacter));
        QVERIFY(withoutSecretShapes(QStringLiteral("\U0001F600")) == QStringLiteral("\U0001F600"));
    }

    void leavesOrdinaryWordsAlone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("words") << QStringLiteral("The TaskID is not valid, see the documentation at length.");
        QTest::newRow("push id") << QStringLiteral("660cc447_5f3a19d0_7e2b4c10aa55ff00");
        QTest::newRow("long number") << QStringLiteral("9223372036854775807 9223372036854775806");
        QTest::newRow("Chinese") << QStringLiteral("今晚八点开始的夏季大促销通知推送给所有用户");
        QTest::newRow("a hash of 40") << QString(40, u'a');
    }

    void leavesOrdinaryWordsAlone()
    {
        QFETCH(QString, text);
        const Secret sig(m_sig.toUtf8());
        const Secret key(m_key.toUtf8());
        QCOMPARE(withoutSecrets(text, { &sig, &key }), text);
    }

    void cleansAllTextsOfATask()
    {
        const Secret sig(m_sig.toUtf8());
        Task task;
        task.title = task.description = task.statusWord = task.pushTaskId = m_sig;
        task = withoutSecrets(task, { &sig });
        for (const QString& text : { task.title, task.description, task.statusWord, task.pushTaskId })
            QCOMPARE(text, QStringLiteral("***"));
    }

private:
    const QString m_key = QStringLiteral("5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e");
    const QString m_sig = QString::fromLatin1(signUserSig(
        QStringLiteral("administrator"), 1400000001, Secret(m_key.toUtf8()), QDateTime::currentDateTimeUtc(), 3600s)
                                                  .reveal());
};

QTEST_GUILESS_MAIN(ForeignTextTest)
#include "tst_foreigntext.moc"
