// One local file that is dropped on a window is taken; anything else is not, and is not promised to be.
#include "ui/window/filedrop.h"

#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace pushbrake;
using namespace Qt::StringLiterals;

class FileDropTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesOneLocalFile()
    {
        QVERIFY(drag({ QUrl::fromLocalFile(u"/tmp/a b.csv"_s) }));
        drop({ QUrl::fromLocalFile(u"/tmp/a b.csv"_s) });
        QCOMPARE(m_dropped.count(), 1);
        QCOMPARE(m_dropped.first().first().toString(), u"/tmp/a b.csv"_s);
    }

    void takesNothingElse_data()
    {
        QTest::addColumn<QList<QUrl>>("urls");
        QTest::newRow("nothing") << QList<QUrl>();
        QTest::newRow("two files") << QList<QUrl> { QUrl(u"file:///tmp/a.csv"_s), QUrl(u"file:///tmp/b.csv"_s) };
        QTest::newRow("an address") << QList<QUrl> { QUrl(u"https://example.com/a.csv"_s) };
    }

    void takesNothingElse()
    {
        QFETCH(const QList<QUrl>, urls);
        m_dropped.clear();
        QVERIFY(!drag(urls));
        drop(urls);
        QCOMPARE(m_dropped.count(), 0);
    }

private:
    template<typename Event> bool send(const QList<QUrl>& urls)
    {
        QMimeData data;
        data.setUrls(urls);
        Event event = [&data] {
            if constexpr (std::is_same_v<Event, QDropEvent>)
                return Event(QPointF(1, 1), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            else
                return Event(QPoint(1, 1), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        }();
        event.ignore();
        QApplication::sendEvent(&m_window, &event);
        return event.isAccepted();
    }
    bool drag(const QList<QUrl>& urls) { return send<QDragEnterEvent>(urls); }
    void drop(const QList<QUrl>& urls) { send<QDropEvent>(urls); }

    QWidget m_window;
    FileDrop m_drop { m_window, nullptr };
    QSignalSpy m_dropped { &m_drop, &FileDrop::dropped };
};

QTEST_MAIN(FileDropTest)
#include "tst_filedrop.moc"
