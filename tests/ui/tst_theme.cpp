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
    void wordsTakeTheColoursOfTheNextScheme();
    void theDesktopsChangeIsFollowed();
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
    theme::apply(dark ? theme::Scheme::Dark : theme::Scheme::Light);
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
    theme::apply(theme::Scheme::Light);
    const QIcon icon = theme::icon(QStringLiteral("ban"));
    const QImage light = icon.pixmap(24, 24).toImage();
    QVERIFY(!light.isNull());
    theme::apply(theme::Scheme::Dark);
    QVERIFY(icon.pixmap(24, 24).toImage() != light);
}

void ThemeTest::wordsTakeTheColoursOfTheNextScheme()
{
    theme::apply(theme::Scheme::Light);
    QFrame band;
    band.setProperty("band", true);
    auto* inBand = new QLabel(QStringLiteral("in the band"), &band);
    QLabel quiet(QStringLiteral("quiet"));
    theme::setTone(quiet, Tone::Dim);
    for (QWidget* widget : { static_cast<QWidget*>(&band), static_cast<QWidget*>(inBand), static_cast<QWidget*>(&quiet) })
        widget->ensurePolished();
    for (const auto scheme : { theme::Scheme::Dark, theme::Scheme::Light }) {
        theme::apply(scheme);
        QCOMPARE(quiet.palette().color(quiet.foregroundRole()), theme::color(Tone::Dim));
        QCOMPARE(inBand->palette().color(inBand->foregroundRole()), theme::color(Tone::OnBand));
    }
}

void ThemeTest::theDesktopsChangeIsFollowed()
{
    theme::followDesktop();
    const bool desktop = theme::isDark();
    theme::apply(desktop ? theme::Scheme::Light : theme::Scheme::Dark);
    QWidget window;
    QEvent change(QEvent::ThemeChange);
    QCoreApplication::sendEvent(&window, &change);
    QTRY_COMPARE(theme::isDark(), desktop);
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
