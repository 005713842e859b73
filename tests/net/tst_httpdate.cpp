// The Date header is read whatever language the person's names of days are in, and nothing else is taken for it.
#include "net/httpdate.h"

#include <QLocale>
#include <QTest>

using namespace pushbrake;

class HttpDateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void readsTheFormThatServersSendInAnyLanguage()
    {
        for (const QLocale::Language language : { QLocale::English, QLocale::Chinese, QLocale::Arabic }) {
            QLocale::setDefault(QLocale(language));
            QCOMPARE(
                httpDate("Thu, 26 Nov 2026 10:00:07 GMT"), QDateTime(QDate(2026, 11, 26), QTime(10, 0, 7), Qt::UTC));
        }
    }

    void takesNothingElse_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("another zone") << QByteArray("Thu, 26 Nov 2026 10:00:07 CET");
        QTest::newRow("the wrong day of the week") << QByteArray("Fri, 26 Nov 2026 10:00:07 GMT");
        QTest::newRow("a day that does not exist") << QByteArray("Tue, 31 Nov 2026 10:00:07 GMT");
        QTest::newRow("an hour that does not exist") << QByteArray("Thu, 26 Nov 2026 25:00:07 GMT");
        QTest::newRow("two") << QByteArray("Thu, 26 Nov 2026 10:00:07 GMT, Thu, 26 Nov 2026 10:00:08 GMT");
        QTest::newRow("the form of RFC 850") << QByteArray("Thursday, 26-Nov-26 10:00:07 GMT");
        QTest::newRow("cut") << QByteArray("Thu, 26 Nov 2026 10:0");
    }

    void takesNothingElse()
    {
        QFETCH(const QByteArray, header);
        QVERIFY(!httpDate(header).isValid());
    }
};

QTEST_GUILESS_MAIN(HttpDateTest)
#include "tst_httpdate.moc"
