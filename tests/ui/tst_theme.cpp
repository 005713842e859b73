#include "ui/theme.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <cmath>

using namespace pushbrake;
using theme::Tone;

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textCanBeReadOnEveryGround_data();
    void textCanBeReadOnEveryGround();
    void iconsAreThereAndFollowTheScheme();
    void invisibleCharactersAreMadeVisible();
    void labelsNeverTakeTextForHtml();
};

namespace {

double luminance(const QColor& colour)
{
    const auto part = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace

void ThemeTest::textCanBeReadOnEveryGround_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void ThemeTest::textCanBeReadOnEveryGround()
{
    QFETCH(const bool, dark);
    theme::apply(*qApp, dark ? theme::Scheme::Dark : theme::Scheme::Light);
    QCOMPARE(theme::isDark(), dark);
    for (const Tone ground : { Tone::Window, Tone::Card, Tone::Selection }) {
        for (const Tone text : { Tone::Text, Tone::Dim, Tone::Blue, Tone::Orange, Tone::Red, Tone::Violet })
            QVERIFY2(contrast(theme::color(text), theme::color(ground)) >= 4.5,
                qPrintable(QStringLiteral("%1 on %2").arg(int(text)).arg(int(ground))));
    }
    QVERIFY(contrast(theme::color(Tone::OnBand), theme::color(Tone::Band)) >= 4.5);
}

void ThemeTest::iconsAreThereAndFollowTheScheme()
{
    theme::apply(*qApp, theme::Scheme::Light);
    const QIcon icon = theme::icon(QStringLiteral("ban"));
    const QImage light = icon.pixmap(24, 24).toImage();
    QVERIFY(!light.isNull());
    theme::apply(*qApp, theme::Scheme::Dark);
    QVERIFY(icon.pixmap(24, 24).toImage() != light);
}

void ThemeTest::invisibleCharactersAreMadeVisible()
{
    const QString shown = theme::isolated(QStringLiteral("a\u202Eb\u200Bc"));
    QVERIFY(!shown.contains(QChar(0x202e)) && !shown.contains(QChar(0x200b)));
    QCOMPARE(shown.front(), QChar(0x2068));
    QCOMPARE(shown.back(), QChar(0x2069));
    QVERIFY(theme::isolated(QStringLiteral("😀")).contains(QStringLiteral("😀")));
}

void ThemeTest::labelsNeverTakeTextForHtml()
{
    QWidget parent;
    QCOMPARE(theme::plainLabel(QStringLiteral("<b>x</b>"), &parent)->textFormat(), Qt::PlainText);
}

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
