#include "ui/parts/appband.h"

#include "ui/look/boxes.h"
#include "ui/look/profilemark.h"
#include "ui/look/theme.h"
#include "ui/parts/iconlabel.h"
#include "ui/words/appwords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {
constexpr int markSide = 16;
constexpr int longestName = 36; // beside it the rest must find room
constexpr int longestOnChip = 20;
} // namespace

AppBand::AppBand(Form form, QWidget* parent)
    : QFrame(parent)
    , m_form(form)
    , m_head(new QFrame(this))
    , m_mark(new IconLabel(markSide, m_head))
    , m_name(form == Form::Dialog ? theme::selectableLabel({}, m_head) : theme::plainLabel({}, m_head))
    , m_words(form == Form::Dialog ? theme::selectableLabel({}, this) : theme::plainLabel({}, this))
{
    setObjectName(u"appBand"_s);
    m_head->setObjectName(u"appHead"_s);
    m_mark->setObjectName(u"appMark"_s);
    m_name->setObjectName(u"appName"_s);
    m_name->setFont(theme::strongFont(font()));
    m_name->setWordWrap(false);
    m_words->setObjectName(u"appWords"_s);
    buildLayout();
    hide();
}

AppBand::AppBand(Form form, const Profile& app, QWidget* parent)
    : AppBand(form, parent)
{
    present(app);
}

void AppBand::buildLayout()
{
    constexpr int beside = 3 * theme::unit;
    const int above = m_form == Form::Window ? 2 * theme::unit : theme::unit + 2;
    auto* head = new QHBoxLayout(m_head);
    head->setContentsMargins(beside, above, beside, above);
    head->setSpacing(theme::buttonGap);
    head->addWidget(m_mark);
    head->addWidget(m_name);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_head);
    if (m_form == Form::Chip) {
        m_words->hide();
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        return;
    }
    row->addWidget(m_words, 1);
    row->addSpacing(beside); // a margin would stay on the right where everything else is mirrored
}

void AppBand::present(const Profile& app)
{
    m_kind = app.isPractice() ? Kind::Practice : app.realUsers ? Kind::RealUsers : Kind::Test;
    m_colour = app.colour;
    m_name->setText(nameWords(app));
    m_words->setText(words(app));
    layout()->setSpacing(m_kind == Kind::RealUsers ? 3 * theme::unit : 0); // from the edge of the colour
    setToolTip(app.isPractice() ? QString() : theme::plainTip(theme::isolated(app.name)));
    setAccessibleName(spoken(app));
    setMark();
    setTones();
    show();
    update();
}

QString AppBand::nameWords(const Profile& app) const
{
    if (app.isPractice())
        return tr("Practice");
    return theme::brief(app.name, m_form == Form::Chip ? longestOnChip : longestName);
}

QString AppBand::words(const Profile& app) const
{
    if (app.isPractice())
        return m_form == Form::Window
            ? tr("Nothing here reaches real users. Try everything: it begins anew at each start.")
            : tr("In practice: nothing here reaches real users.");
    if (m_form == Form::Window)
        return app.realUsers ? tr("What is scheduled here reaches real users.") : tr("A test app, without real users.");
    const QString number = theme::leftToRight(QString::number(app.sdkAppId));
    return (
        app.realUsers ? tr("%1 · %2 · real users", "region, SDKAppID") : tr("%1 · %2 · test app", "region, SDKAppID"))
        .arg(sentences::place(app), number);
}

QString AppBand::spoken(const Profile& app) const
{
    if (app.isPractice())
        return tr("Practice: nothing here reaches real users");
    return tr("App: %1").arg(sentences::nameWithMark(app.name, app.realUsers));
}

void AppBand::setMark()
{
    if (m_kind == Kind::Practice) {
        m_mark->setIcon(u"graduation-cap"_s, theme::Tone::OnBand);
        m_mark->setAccessibleName({});
        m_mark->setToolTip({});
        return;
    }
    m_mark->setIcon(m_kind == Kind::RealUsers ? profilemark::iconOnItsColour(m_colour) : profilemark::icon(m_colour));
    m_mark->setAccessibleName(sentences::colourName(m_colour));
    m_mark->setToolTip(sentences::colourName(m_colour));
}

void AppBand::setTones()
{
    switch (m_kind) {
    case Kind::Practice:
        theme::setTone(*m_name, theme::Tone::OnBand);
        theme::setTone(*m_words, theme::Tone::OnBand);
        return;
    case Kind::RealUsers:
        theme::setTone(*m_name, theme::Tone::OnMark);
        theme::setTone(*m_words, theme::Tone::Text);
        return;
    case Kind::Test:
        theme::setTone(*m_name, theme::Tone::Text);
        theme::setTone(*m_words, theme::Tone::Dim);
        return;
    }
}

void AppBand::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_kind != Kind::RealUsers) {
        const bool isPractice = m_kind == Kind::Practice;
        look::drawBox(painter, rect(), isPractice ? theme::color(theme::Tone::Band) : QColor(Qt::transparent),
            theme::color(theme::Tone::Line), isPractice ? 0 : 1, look::controlRadius);
        return;
    }
    const QColor colour = profilemark::colourOf(m_colour);
    look::drawBox(painter, rect(), profilemark::groundOf(m_colour), colour, 1, look::controlRadius);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath round;
    round.addRoundedRect(rect(), look::controlRadius, look::controlRadius);
    painter.setClipPath(round);
    painter.fillRect(m_head->geometry(), colour);
}

} // namespace pushbrake
