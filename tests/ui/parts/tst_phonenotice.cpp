// A push as it would look on a phone: what is known of it, cut where a phone cuts it, and never taken for markup.
#include "ui/look/theme.h"
#include "ui/parts/phonenotice.h"
#include "ui/uisamples.h"

#include <QImage>
#include <QTest>

using namespace pushbrake;
using namespace Qt::StringLiterals;

class PhoneNoticeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_around = std::make_unique<QWidget>();
        m_phone = new PhoneNotice(m_around.get());
        m_around->resize(400, 400);
        m_around->show();
        theme::apply(theme::Scheme::Light);
    }

    void nothingIsShownOfNothing()
    {
        m_phone->setPush({ u"Shop"_s, u"10:00"_s, {}, {} });
        QVERIFY(m_phone->isHidden());
        m_phone->setPush({ u"Shop"_s, u"10:00"_s, u"Summer sale"_s, {} });
        QVERIFY(!m_phone->isHidden());
        m_phone->setPush({ u"Shop"_s, {}, {}, u"Only a text"_s });
        QVERIFY(!m_phone->isHidden());
        m_phone->setPush({ u"Shop"_s, {}, u" \n "_s, {} });
        QVERIFY(m_phone->isHidden());
    }

    void whatItShowsIsSaid()
    {
        m_phone->setPush({ u"Shop"_s, u"10:00"_s, u"Summer <b>sale</b>"_s, u"Today\nonly"_s });
        QCOMPARE(m_phone->accessibleName(), u"Shop\n10:00\nSummer <b>sale</b>\nToday\nonly"_s);
    }

    void endlessTextsAreCutAfterAFewLines()
    {
        m_phone->setPush({ u"Shop"_s, u"10:00"_s, u"Short"_s, {} });
        const int oneLine = m_phone->heightForWidth(300);
        for (const QString& endless : samples::endlessTitles()) {
            m_phone->setPush({ endless, u"10:00"_s, endless, {} });
            const int title = m_phone->heightForWidth(300);
            QVERIFY(title > oneLine);
            m_phone->setPush({ endless, u"10:00"_s, endless, endless });
            const int line = QFontMetrics(m_phone->font()).lineSpacing();
            QVERIFY2(m_phone->heightForWidth(300) <= title + 5 * line, qPrintable(endless.left(5)));
            QVERIFY(m_phone->minimumSizeHint().width() <= 200);
            QVERIFY(!drawn(300).isNull());
        }
    }

    void textFromRightToLeftStandsAtTheRight()
    {
        m_phone->setPush({ {}, {}, u"Sale"_s, {} });
        const auto [left, fromRight] = inkOf(drawn(300));
        QVERIFY2(left < fromRight, "left");
        m_phone->setPush({ {}, {}, u"عرض"_s, {} });
        const auto [arabicLeft, arabicFromRight] = inkOf(drawn(300));
        QVERIFY2(arabicLeft > arabicFromRight, "right");
    }

    void bothSchemesHaveTheirOwnColours()
    {
        m_phone->setPush({ u"Shop"_s, u"10:00"_s, u"Sale"_s, {} });
        const QRgb light = drawn(300).pixel(150, 5);
        theme::apply(theme::Scheme::Dark);
        const QRgb dark = drawn(300).pixel(150, 5);
        theme::apply(theme::Scheme::Light);
        QVERIFY(qGray(light) > 200 && qGray(dark) < 80);
    }

    void marksOfDirectionCannotTurnItRound()
    {
        m_phone->setPush({ {}, {}, u"abc\u202Edef"_s, {} });
        QVERIFY(!m_phone->accessibleName().contains(QChar(0x202E)));
    }

private:
    QImage drawn(int width)
    {
        m_phone->resize(width, m_phone->heightForWidth(width));
        QImage image(m_phone->size(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        m_phone->render(&image);
        return image;
    }
    /// How far the dark pixels below the head are from both sides.
    static std::pair<int, int> inkOf(const QImage& image)
    {
        int first = image.width();
        int last = 0;
        for (int y = 36; y < image.height() - 6; ++y) {
            for (int x = 6; x < image.width() - 6; ++x) {
                if (qGray(image.pixel(x, y)) < 120) {
                    first = std::min(first, x);
                    last = std::max(last, x);
                }
            }
        }
        return { first, image.width() - last };
    }

    std::unique_ptr<QWidget> m_around;
    PhoneNotice* m_phone = nullptr;
};

QTEST_MAIN(PhoneNoticeTest)
#include "tst_phonenotice.moc"
