#include "api/accountcheck.h"
#include "api/usersig.h"

#include <QTest>
#include <QTimeZone>

using namespace pushbrake;

class TestAccountCheck : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAppNumbersInAsciiAndFullWidthDigitsOnly()
    {
        QCOMPARE(readSdkAppId(QStringLiteral(" 1400000000 ")), std::optional<quint32>(1400000000));
        QCOMPARE(readSdkAppId(QStringLiteral("4294967295")), std::optional<quint32>(4294967295U));
        QCOMPARE(readSdkAppId(QStringLiteral("１４")), std::optional<quint32>(14));
        QCOMPARE(checkSdkAppId(QStringLiteral("4294967296")), std::optional(FieldFault::OutOfRange));
        QCOMPARE(checkSdkAppId(QString(60, u'9')), std::optional(FieldFault::OutOfRange));
        QCOMPARE(checkSdkAppId(QStringLiteral("0")), std::optional(FieldFault::OutOfRange));
        for (const QString& text :
            { QStringLiteral("14 00"), QStringLiteral("١٢"), QStringLiteral("-1"), QStringLiteral("1.0") })
            QCOMPARE(checkSdkAppId(text), std::optional(FieldFault::NotANumber));
        QCOMPARE(checkSdkAppId(QStringLiteral("  ")), std::optional(FieldFault::Empty));
    }
    void limitsNamesIdentifiersHostsAndKeys()
    {
        QVERIFY(!checkName(QString(100, u'x')));
        QCOMPARE(checkName(QString(101, u'x')), std::optional(FieldFault::TooLong));
        QCOMPARE(checkName(QStringLiteral(" ")), std::optional(FieldFault::Empty));
        QCOMPARE(checkName(QStringLiteral("a\nb")), std::optional(FieldFault::ControlCharacters));
        QVERIFY(!checkIdentifier(QString(32, u'~')));
        QCOMPARE(checkIdentifier(QString(33, u'a')), std::optional(FieldFault::TooLong));
        QCOMPARE(checkIdentifier(QStringLiteral("a b")), std::optional(FieldFault::NotAscii));
        QVERIFY(!checkHost(QStringLiteral("im.example.com:8443")));
        QCOMPARE(checkHost(QStringLiteral("https://im.example.com")), std::optional(FieldFault::NotAHost));
        QVERIFY(!checkSecretKey("0123abcd"));
        QCOMPARE(checkSecretKey("01\x7f"), std::optional(FieldFault::KeyUnreadable));
        QCOMPARE(checkSecretKey("\xc3\xa9"), std::optional(FieldFault::KeyUnreadable));
    }
    void comparesASignatureWithItsAppAccountAndTime()
    {
        const QDateTime now = QDateTime::fromSecsSinceEpoch(1'750'000'000, QTimeZone::utc());
        const QString admin = QStringLiteral("admin");
        const Secret sig = signUserSig(admin, 88, Secret(QByteArray("key")), now, std::chrono::hours(1));
        QVERIFY(!checkUserSig(sig.reveal(), 88, admin, now.addSecs(3600)));
        QCOMPARE(checkUserSig(sig.reveal(), 88, admin, now.addSecs(3601)), std::optional(FieldFault::SigExpired));
        QCOMPARE(checkUserSig(sig.reveal(), 89, admin, now), std::optional(FieldFault::SigOtherApp));
        QCOMPARE(
            checkUserSig(sig.reveal(), 88, QStringLiteral("Admin"), now), std::optional(FieldFault::SigOtherAccount));
        QCOMPARE(checkUserSig("abc", 88, admin, now), std::optional(FieldFault::SigUnreadable));
        QCOMPARE(checkUserSig({}, 88, admin, now), std::optional(FieldFault::Empty));
    }
};

QTEST_GUILESS_MAIN(TestAccountCheck)
#include "tst_accountcheck.moc"
