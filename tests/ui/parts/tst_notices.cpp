// Of several notices the weightiest is shown, none of weight is lost, and good news looks like good news.
#include "ui/look/theme.h"
#include "ui/parts/iconlabel.h"
#include "ui/parts/noticebar.h"

#include <QLabel>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace pushbrake;
using namespace Qt::StringLiterals;

class NoticesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bar = std::make_unique<NoticeBar>(); }

    void whatWeighsLessWaitsUntilTheOtherIsClosed()
    {
        m_bar->tell(NoticeKind::Severe, u"The disk is full."_s);
        m_bar->tell(NoticeKind::Good, u"3 pushes added."_s);
        m_bar->tell(NoticeKind::Warning, u"No answer came."_s);
        QCOMPARE(closedInTurn(), QStringList({ u"The disk is full."_s, u"No answer came."_s, u"3 pushes added."_s }));
    }

    void whatWeighsMoreGoesBeforeAndLosesNothing()
    {
        m_bar->tell(NoticeKind::Information, u"Nothing to edit."_s);
        m_bar->tell(NoticeKind::Severe, u"The disk is full."_s);
        QCOMPARE(closedInTurn(), QStringList({ u"The disk is full."_s, u"Nothing to edit."_s }));
    }

    void ofTheSameWeightTheNewestIsShownAndWarningsAreKept()
    {
        m_bar->tell(NoticeKind::Warning, u"First"_s);
        m_bar->tell(NoticeKind::Warning, u"Second"_s);
        QCOMPARE(closedInTurn(), QStringList({ u"Second"_s, u"First"_s }));
        m_bar->tell(NoticeKind::Good, u"1 push added."_s);
        m_bar->tell(NoticeKind::Good, u"2 pushes added."_s);
        m_bar->tell(NoticeKind::Information, u"Nothing to edit."_s);
        QCOMPARE(closedInTurn(), QStringList { u"Nothing to edit."_s });
    }

    void whatIsSaidAgainIsToClose()
    {
        for (int i = 0; i < 3; ++i)
            m_bar->tell(NoticeKind::Severe, u"The disk is full."_s);
        QCOMPARE(closedInTurn(), QStringList { u"The disk is full."_s });
    }

    void goodNewsGoesByItselfAndAWarningStays()
    {
        auto* passing = m_bar->findChild<QTimer*>(u"noticePassing"_s);
        QVERIFY(passing && !passing->isActive());
        m_bar->tell(NoticeKind::Warning, u"No answer came."_s);
        QVERIFY(!passing->isActive());
        m_bar->tell(NoticeKind::Good, u"3 pushes added."_s);
        QVERIFY(passing->isActive());
        QVERIFY(passing->intervalAsDuration() >= std::chrono::seconds(20)); // long enough to be read
        QVERIFY(QTest::qWaitForWindowExposed(m_bar.get()));
        m_bar->setAttribute(Qt::WA_UnderMouse, false); // what is being read stays; this platform's pointer lies over it
        passing->start(1); // as if that had gone by
        QTRY_COMPARE(sinceText(), QString());
        QCOMPARE(shownText(), u"No answer came."_s);
        QTest::qWait(20);
        QCOMPARE(shownText(), u"No answer came."_s);
    }

    // Nobody saw that the list had been written, and wrote it again.
    void whatWasDoneUnderAWarningIsSeenAllTheSame()
    {
        m_bar->tell(NoticeKind::Good, u"Before it"_s);
        m_bar->tell(NoticeKind::Warning, u"No answer came."_s);
        QCOMPARE(sinceText(), QString());
        const int done = m_bar->tell(NoticeKind::Good, u"3 pushes written."_s);
        QCOMPARE(shownText(), u"No answer came."_s);
        QCOMPARE(sinceText(), u"3 pushes written."_s);
        QVERIFY(m_bar->accessibleDescription().contains(u"3 pushes written."_s));
        m_bar->tell(NoticeKind::Information, u"3 pushes copied."_s);
        QCOMPARE(sinceText(), u"3 pushes copied."_s);
        m_bar->takeBack(done);
        QCOMPARE(closedInTurn(), QStringList({ u"No answer came."_s, u"3 pushes copied."_s }));
        QCOMPARE(sinceText(), QString());
    }

    void whatNoLongerMattersGoesFromWhereverItStands()
    {
        const int waiting = m_bar->tell(NoticeKind::Warning, u"Waiting"_s);
        const int shown = m_bar->tell(NoticeKind::Severe, u"Shown"_s);
        m_bar->tell(NoticeKind::Good, u"Behind"_s);
        m_bar->takeBack(waiting);
        QCOMPARE(shownText(), u"Shown"_s);
        m_bar->takeBack(shown);
        QCOMPARE(shownText(), u"Behind"_s);
        m_bar->takeBack(shown); // once more harms nobody
        QCOMPARE(shownText(), u"Behind"_s);
    }

    void anotherAppKeepsWhatIsSevere()
    {
        m_bar->tell(NoticeKind::Severe, u"The list was damaged."_s);
        m_bar->tell(NoticeKind::Warning, u"No answer came."_s);
        m_bar->clear();
        QCOMPARE(closedInTurn(), QStringList { u"The list was damaged."_s });
    }

    void whatIsUnfoldedStaysSoWhenAnotherComesBehind()
    {
        m_bar->tell(NoticeKind::Warning, u"No answer came."_s, u"Try again."_s);
        auto* unfold = m_bar->findChild<QAbstractButton*>(u"noticeUnfold"_s);
        unfold->click();
        m_bar->tell(NoticeKind::Good, u"3 pushes added."_s);
        QVERIFY(unfold->isChecked());
    }

    void goodNewsHasTheIconOfSuccessAndNoWarningHasIt()
    {
        m_bar->tell(NoticeKind::Good, u"3 pushes added."_s);
        QCOMPARE(icon(), drawn(u"circle-check"_s, theme::Tone::Blue));
        QCOMPARE(m_bar->accessibleName(), u"Done"_s);
        QVERIFY(!m_bar->property("band").toBool());
        m_bar->tell(NoticeKind::Information, u"Nothing to edit."_s);
        QCOMPARE(icon(), drawn(u"info"_s, theme::Tone::Blue));
        m_bar->tell(NoticeKind::Warning, u"No answer came."_s);
        QCOMPARE(icon(), drawn(u"triangle-alert"_s, theme::Tone::OnBand));
        QVERIFY(m_bar->property("band").toBool());
        m_bar->tell(NoticeKind::Severe, u"The disk is full."_s);
        QCOMPARE(icon(), drawn(u"circle-x"_s, theme::Tone::OnBand));
        QCOMPARE(m_bar->accessibleName(), u"Severe warning"_s);
    }

private:
    QString shownText() const
    {
        const auto* text = m_bar->findChild<QLabel*>(u"noticeText"_s);
        return m_bar->isHidden() ? QString() : text->text();
    }
    QString sinceText() const
    {
        const auto* text = m_bar->findChild<QLabel*>(u"noticeSince"_s);
        return m_bar->isHidden() || text->isHidden() ? QString() : text->text();
    }
    QStringList closedInTurn()
    {
        QStringList closed;
        while (!m_bar->isHidden() && closed.size() < 20) {
            closed << shownText();
            m_bar->findChild<QToolButton*>(u"noticeClose"_s)->click();
        }
        return closed;
    }
    QImage icon() const { return pictureOf(*m_bar->findChild<IconLabel*>(u"noticeIcon"_s)); }
    static QImage drawn(const QString& name, theme::Tone tone)
    {
        IconLabel label(18, nullptr);
        label.setIcon(name, tone);
        return pictureOf(label);
    }
    static QImage pictureOf(QWidget& label)
    {
        QImage image(label.size(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        label.render(&image, {}, {}, {});
        return image;
    }

    std::unique_ptr<NoticeBar> m_bar;
};

QTEST_MAIN(NoticesTest)
#include "tst_notices.moc"
