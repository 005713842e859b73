// UserSig against the vectors, and against everything a clipboard may bring.
#include "api/usersig.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace pushbrake;

class TestUserSig : public QObject
{
    Q_OBJECT

private:
    static QJsonArray vectors()
    {
        QFile file(QStringLiteral(TEST_DATA_DIR "/usersig-vectors.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("The vectors cannot be read.");
        return QJsonDocument::fromJson(file.readAll())[QLatin1String("vectors")].toArray();
    }

private Q_SLOTS:
    void matchesAllVectors_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        for (const QJsonValue& vector : vectors())
            QTest::newRow(qPrintable(vector[QLatin1String("name")].toString())) << vector.toObject();
        QVERIFY(!vectors().isEmpty());
    }

    void matchesAllVectors()
    {
        QFETCH(QJsonObject, vector);
        const QString identifier = vector[QLatin1String("identifier")].toString();
        const auto appId = quint32(vector[QLatin1String("sdkappid")].toInteger());
        const QByteArray key = vector[QLatin1String("key")].toString().toUtf8();
        const qint64 time = vector[QLatin1String("time")].toInteger();
        const qint64 expire = vector[QLatin1String("expire")].toInteger();
        const QByteArray hmac = vector[QLatin1String("hmac_base64")].toString().toLatin1();
        QCOMPARE(userSigHmac(identifier, appId, key, time, expire), hmac);

        const Secret own = signUserSig(identifier, appId, Secret(QByteArray(key)),
            QDateTime::fromSecsSinceEpoch(time, Qt::UTC), std::chrono::seconds(expire));
        for (const QByteArray& signature : { own.reveal(), vector[QLatin1String("usersig")].toString().toLatin1() }) {
            const auto read = readUserSig(signature);
            QVERIFY(read);
            QCOMPARE(read->identifier, identifier);
            QCOMPARE(read->sdkAppId, appId);
            QCOMPARE(read->signedAt.toSecsSinceEpoch(), time);
            QCOMPARE(read->expiresAt.toSecsSinceEpoch(), time + expire);
            QCOMPARE(read->signature, hmac);
        }
    }

    void saysWhatIsWrongWithASignature()
    {
        QCOMPARE(readUserSig({}).error(), UserSigFault::Empty);
        QCOMPARE(readUserSig("a+b/c=").error(), UserSigFault::Alphabet);
        QCOMPARE(readUserSig("AAAA").error(), UserSigFault::NotCompressed);
        QCOMPARE(readUserSig(QByteArray(5000, 'A')).error(), UserSigFault::TooLarge);
        const auto packed = [](const QByteArray& text) {
            return qCompress(text).mid(4).toBase64().replace('+', '*').replace('/', '-').replace('=', '_');
        };
        QCOMPARE(readUserSig(packed("[]")).error(), UserSigFault::NotJson);
        QCOMPARE(readUserSig(packed("{}")).error(), UserSigFault::MissingField);
        QCOMPARE(readUserSig(packed(QByteArray(1'000'000, ' '))).error(), UserSigFault::NotCompressed);
    }

    void refusesEverySignatureThatWasCutShort()
    {
        const Secret whole = signUserSig(QStringLiteral("administrator"), 1'400'000'000, Secret(QByteArray("key")),
            QDateTime::fromSecsSinceEpoch(1'767'225'600, Qt::UTC), std::chrono::hours(1));
        for (qsizetype length = 0; length < whole.reveal().size() - 3; ++length)
            QVERIFY2(!readUserSig(whole.reveal().left(length)), qPrintable(QString::number(length)));
    }

    void takesOffWhatCopyingBringsAlong() { QCOMPARE(tidyPastedSecret(" \"ab\r\ncd\t'\n"), QByteArray("abcd")); }
};

QTEST_GUILESS_MAIN(TestUserSig)
#include "tst_usersig.moc"
