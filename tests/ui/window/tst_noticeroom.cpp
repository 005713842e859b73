// A notice that comes or goes by itself moves nothing under the mouse, and is seen all the same.
#include "ui/parts/notices.h"
#include "ui/window/shell.h"

#include <QAbstractButton>
#include <QCursor>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace pushbrake;
using namespace Qt::StringLiterals;

namespace {

struct Stage
{
    explicit Stage(const QString& path)
        : settings(path, QSettings::IniFormat)
        , window(settings)
    {
        auto* page = new QWidget;
        page->setObjectName(u"rowsPage"_s);
        auto* column = new QVBoxLayout(page);
        column->addWidget(upper = new QPushButton(u"Upper"_s, page));
        column->addStretch();
        column->addWidget(lower = new QPushButton(u"Lower"_s, page));
        Room room;
        room.page = Page { u"&Rows"_s, page };
        room.footer = stop = new QPushButton(u"Stop"_s);
        window.add(room);
        window.resize(800, 600);
        window.show();
        putHand(*window.centralWidget(), { 5, 2 }); // above the page
    }

    static void putHand(const QWidget& on, const QPoint& where) { QCursor::setPos(on.mapToGlobal(where)); }
    static QPoint placeOf(const QWidget& part) { return part.mapToGlobal(QPoint()); }
    QWidget& part(const char* name) const { return *window.findChild<QWidget*>(QLatin1StringView(name)); }
    bool isSeen(const char* name) const { return part(name).isVisible() && !part(name).visibleRegion().isEmpty(); }

    QSettings settings;
    Shell window;
    QPushButton* upper = nullptr;
    QPushButton* lower = nullptr;
    QPushButton* stop = nullptr;
};

} // namespace

class NoticeRoomTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<Stage>(m_folder.filePath(u"s.ini"_s));
        QVERIFY(QTest::qWaitForWindowExposed(&m_stage->window));
        settle();
    }

    void thePageGivesItsRoomWhileTheMouseIsElsewhere()
    {
        const QPoint lower = Stage::placeOf(*m_stage->lower);
        const QPoint upper = Stage::placeOf(*m_stage->upper);
        const QPoint stop = Stage::placeOf(*m_stage->stop);
        m_stage->window.notices().tell(NoticeKind::Warning, u"Something."_s);
        settle();
        QVERIFY(m_stage->isSeen("noticeBar"));
        QVERIFY(Stage::placeOf(*m_stage->lower).y() < lower.y());
        QCOMPARE(Stage::placeOf(*m_stage->upper), upper);
        QCOMPARE(Stage::placeOf(*m_stage->stop), stop);
        QVERIFY(!covers(*m_stage->lower));
    }

    void nothingMovesUnderTheMouse()
    {
        Stage::putHand(*m_stage->upper, { 10, 10 });
        const QPoint lower = Stage::placeOf(*m_stage->lower);
        m_stage->window.notices().tell(NoticeKind::Warning, u"Something."_s);
        m_stage->window.notices().tell(NoticeKind::Good, u"Something else."_s);
        settle();
        QVERIFY(m_stage->isSeen("noticeBar") && m_stage->isSeen("noticeSince"));
        QTest::qWait(300);
        QCOMPARE(Stage::placeOf(*m_stage->lower), lower);

        Stage::putHand(m_stage->part("noticeText"), { 3, 3 }); // as on the way to what lies under it
        QTRY_VERIFY(Stage::placeOf(*m_stage->lower).y() < lower.y());
        QTRY_VERIFY(!covers(*m_stage->lower));
        const QPoint given = Stage::placeOf(*m_stage->lower);
        Stage::putHand(*m_stage->upper, { 10, 10 });
        m_stage->window.notices().clear();
        QTest::qWait(300);
        QVERIFY(!m_stage->isSeen("noticeBar"));
        QCOMPARE(Stage::placeOf(*m_stage->lower), given);
        Stage::putHand(*m_stage->window.centralWidget(), { 5, 2 });
        QTRY_COMPARE(Stage::placeOf(*m_stage->lower), lower);
    }

    void aNoticeDoesNotComeBetweenTheMouseAndAButton()
    {
        Stage::putHand(*m_stage->lower, { 10, 10 });
        m_stage->window.notices().tell(NoticeKind::Good, u"Something."_s);
        settle();
        QVERIFY(!m_stage->isSeen("noticeBar"));
        Stage::putHand(*m_stage->upper, { 10, 10 });
        QTRY_VERIFY(m_stage->isSeen("noticeBar"));
    }

    void aMouseThatWasLeftThereHidesNoNotice()
    {
        Stage::putHand(*m_stage->lower, { 10, 10 });
        m_stage->window.notices().tell(NoticeKind::Severe, u"Something."_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->isSeen("noticeBar"), 4'000);
    }

    void whoWorksByTheKeysIsShownTheFootOfThePage()
    {
        Stage::putHand(*m_stage->upper, { 10, 10 });
        m_stage->window.notices().tell(NoticeKind::Warning, u"Something."_s);
        QTest::qWait(300);
        QVERIFY(covers(*m_stage->lower));
        QTest::keyClick(m_stage->upper, Qt::Key_Tab);
        QTRY_VERIFY(!covers(*m_stage->lower));
    }

    void twoNoticesAndAnUnfoldedOneLeaveStopWhereItIs()
    {
        m_stage->window.resize(500, 400);
        settle();
        const QPoint stop = Stage::placeOf(*m_stage->stop);
        m_stage->window.standingNotice().tell(NoticeKind::Severe, u"The disk is full."_s);
        m_stage->window.notices().tell(NoticeKind::Warning, u"No answer came."_s, u"Try again.\nAnd again."_s);
        m_stage->window.findChild<QAbstractButton*>(u"noticeUnfold"_s)->setChecked(true);
        settle();
        QVERIFY(m_stage->isSeen("standingBar") && m_stage->isSeen("noticeDetails"));
        QCOMPARE(Stage::placeOf(*m_stage->stop), stop);
        QVERIFY(m_stage->part("standingBar").geometry().bottom() < m_stage->part("noticeBar").geometry().top());
        QVERIFY(m_stage->part("noticeDetails").height() >= 2 * QFontMetrics(m_stage->window.font()).height());
    }

private:
    bool covers(const QWidget& part) const
    {
        const QWidget& sheet = m_stage->part("noticeSheet");
        return QRect(Stage::placeOf(sheet), sheet.size()).intersects({ Stage::placeOf(part), part.size() });
    }
    static void settle()
    {
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Stage> m_stage;
};

QTEST_MAIN(NoticeRoomTest)
#include "tst_noticeroom.moc"
