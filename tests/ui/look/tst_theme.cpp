#include "ui/look/profilemark.h"
#include "ui/look/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include <algorithm>
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
    void controlsAreOfOneHeightAndShowTheirFocus_data();
    void controlsAreOfOneHeightAndShowTheirFocus();
    void wordsOfAButtonStandBesideItsIconInBothDirections();
    void invisibleCharactersAreMadeVisible();
    void whatIsCopiedHoldsNoMarks();
    void longForeignTextIsCutAndCanBeBroken();
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
    for (const ProfileColour colour : profileColours) {
        const QByteArray which = colourWord(colour).toLatin1();
        const QColor solid = profilemark::colourOf(colour);
        QVERIFY2(contrast(theme::color(Tone::OnMark), solid) >= 4.5, which.constData());
        QVERIFY2(contrast(theme::color(Tone::Text), profilemark::groundOf(colour)) >= 4.5, which.constData());
        // The mark itself, and the edge of its band.
        for (const Tone ground : { Tone::Window, Tone::Card })
            QVERIFY2(contrast(solid, theme::color(ground)) >= 3, which.constData());
    }
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
    for (QWidget* widget :
        { static_cast<QWidget*>(&band), static_cast<QWidget*>(inBand), static_cast<QWidget*>(&quiet) })
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

void ThemeTest::controlsAreOfOneHeightAndShowTheirFocus_data()
{
    QTest::addColumn<QWidget*>("control");
    auto* framed = new QToolButton;
    framed->setProperty("framed", true);
    framed->setFocusPolicy(Qt::StrongFocus);
    auto* dangerous = new QPushButton(QStringLiteral("Cancel 3 pushes"));
    theme::makeDangerous(*dangerous);
    QTest::newRow("button") << static_cast<QWidget*>(new QPushButton(QStringLiteral("Refresh")));
    QTest::newRow("dangerous button") << static_cast<QWidget*>(dangerous);
    QTest::newRow("framed tool button") << static_cast<QWidget*>(framed);
    QTest::newRow("field") << static_cast<QWidget*>(new QLineEdit);
    QTest::newRow("combo box") << static_cast<QWidget*>(new QComboBox);
}

void ThemeTest::controlsAreOfOneHeightAndShowTheirFocus()
{
    QFETCH(QWidget*, control);
    theme::apply(theme::Scheme::Light);
    QWidget window;
    auto* other = new QPushButton(&window);
    control->setParent(&window);
    control->setGeometry(10, 10, 200, control->sizeHint().height());
    QCOMPARE(control->sizeHint().height(), theme::controlHeight);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    other->setFocus();
    const QColor line = control->grab().toImage().pixelColor(100, 0);
    control->setFocus();
    QVERIFY(control->hasFocus());
    QVERIFY(control->grab().toImage().pixelColor(100, 0) != line);
}

void ThemeTest::wordsOfAButtonStandBesideItsIconInBothDirections()
{
    theme::apply(theme::Scheme::Light);
    for (const auto direction : { Qt::LeftToRight, Qt::RightToLeft }) {
        QPushButton button(theme::icon(QStringLiteral("square")), QStringLiteral("III"));
        button.setLayoutDirection(direction);
        button.resize(300, theme::controlHeight);
        const QImage drawn = button.grab().toImage();
        int first = 300;
        int last = 0;
        for (int x = 10; x < 290; ++x) {
            for (int y = 8; y < 28; ++y) {
                if (drawn.pixelColor(x, y).lightness() < 128) {
                    first = std::min(first, x);
                    last = std::max(last, x);
                }
            }
        }
        QVERIFY2(first > 100 && last < 200, qPrintable(QStringLiteral("%1..%2").arg(first).arg(last)));
    }
}

void ThemeTest::invisibleCharactersAreMadeVisible()
{
    const QString shown = theme::isolated(QStringLiteral("a\u202Eb\u200Bc"));
    QVERIFY(!shown.contains(QChar(0x202e)) && !shown.contains(QChar(0x200b)));
    QCOMPARE(shown.front(), QChar(0x2068));
    QCOMPARE(shown.back(), QChar(0x2069));
    QVERIFY(theme::isolated(QStringLiteral("😀")).contains(QStringLiteral("😀")));
}

void ThemeTest::whatIsCopiedHoldsNoMarks()
{
    const QString marked = QStringLiteral("\u2068a\u2069\u2066b\u200e\u200f\u061c\u202e10:48\u202fPM\u00a0😀");
    QCOMPARE(theme::unmarked(marked), QStringLiteral("ab10:48 PM 😀"));
    QCOMPARE(theme::visible(QStringLiteral("a\u202Eb")), QStringLiteral("a\u2423b"));
}

void ThemeTest::longForeignTextIsCutAndCanBeBroken()
{
    QCOMPARE(theme::brief(QStringLiteral("Summer sale")), theme::isolated(QStringLiteral("Summer sale")));
    const QString shown = theme::brief(QStringLiteral("😀").repeated(500), 100);
    QCOMPARE(shown.count(QStringLiteral("😀")), 100);
    QVERIFY(shown.contains(u'…'));
    for (const QString& part : shown.split(QChar(0x200b)))
        QVERIFY(part.count(QStringLiteral("😀")) <= 41);
    QCOMPARE(theme::brief({}), theme::isolated({}));
}

void ThemeTest::labelsNeverTakeTextForHtml()
{
    QWidget parent;
    QCOMPARE(theme::plainLabel(QStringLiteral("<b>x</b>"), &parent)->textFormat(), Qt::PlainText);
}

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
