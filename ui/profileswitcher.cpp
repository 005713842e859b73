#include "ui/profileswitcher.h"

#include "ui/sentences.h"
#include "ui/theme.h"

#include <QActionGroup>
#include <QMenu>
#include <QPainter>
#include <QStyleOptionButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pushbrake {
namespace {

constexpr int side = 3 * theme::unit;
constexpr int glyph = 18;
constexpr int gap = 2 * theme::unit;
constexpr int frameWidth = side + glyph + gap + gap + gap + gap + glyph + side;

/// A profile's name as a menu shows it: foreign, so its ampersands are no mnemonics.
QString menuText(const QString& name)
{
    return theme::isolated(name).replace(u'&', u"&&"_s);
}

} // namespace

ProfileSwitcher::ProfileSwitcher(QWidget* parent) : QPushButton(parent), m_menu(new QMenu(this))
{
    setObjectName(u"profileSwitcher"_s);
    m_menu->setObjectName(u"profileMenu"_s);
    m_menu->setAccessibleName(tr("Apps"));
    setMenu(m_menu);
    setToolTip(tr("Change, add or edit the app"));
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    showWords(tr("No app yet"), {}, u"info"_s);
    fillMenu();
}

void ProfileSwitcher::setProfiles(const QList<ProfileEntry>& profiles, const QString& currentId)
{
    m_profiles = profiles;
    m_currentId = currentId;
    for (const ProfileEntry& entry : profiles) {
        if (entry.id == currentId)
            showWords(entry.name, {}, u"info"_s);
    }
    fillMenu();
}

void ProfileSwitcher::setOpened(const Profile& profile)
{
    m_currentId = profile.id;
    m_practice = profile.isPractice();
    const QString icon = m_practice ? u"graduation-cap"_s : profile.realUsers ? u"users"_s : u"shield-check"_s;
    showWords(profile.name, detailWords(profile), icon);
    fillMenu();
}

QString ProfileSwitcher::detailWords(const Profile& profile) const
{
    if (profile.isPractice())
        return tr("a service on this computer");
    const QString id = theme::leftToRight(QString::number(profile.sdkAppId));
    const QString users = profile.realUsers ? tr("real users") : tr("test users");
    const QString place = profile.region == Region::OtherHost ? theme::isolated(profile.host())
                                                              : sentences::regionName(profile.region);
    return u"%1 · %2 · %3"_s.arg(place, id, users);
}

void ProfileSwitcher::showWords(const QString& name, const QString& rest, const QString& icon)
{
    m_name = theme::isolated(name);
    m_rest = rest;
    m_icon = icon;
    setAccessibleName(rest.isEmpty() ? tr("App: %1").arg(m_name) : tr("App: %1, %2").arg(m_name, rest));
    updateGeometry();
    update();
}

void ProfileSwitcher::fillMenu()
{
    m_menu->clear();
    auto* group = new QActionGroup(m_menu);
    for (const ProfileEntry& entry : m_profiles) {
        QAction* action = m_menu->addAction(menuText(entry.name));
        action->setCheckable(true);
        action->setChecked(entry.id == m_currentId);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, id = entry.id] { Q_EMIT chosen(id); });
    }
    m_menu->addSeparator();
    connect(m_menu->addAction(theme::icon(u"plus"_s), tr("&New app…")), &QAction::triggered, this,
        &ProfileSwitcher::newWished);
    const bool own = !m_practice && !m_currentId.isEmpty();
    const auto addOwn = [&](const QString& icon, const QString& text, auto signal) {
        QAction* action = m_menu->addAction(theme::icon(icon), text);
        action->setEnabled(own);
        connect(action, &QAction::triggered, this, signal);
    };
    addOwn(u"pencil"_s, tr("&Edit this app…"), &ProfileSwitcher::editWished);
    addOwn(u"shield-check"_s, tr("&Test the connection"), &ProfileSwitcher::testWished);
    addOwn(u"trash-2"_s, tr("&Remove this app…"), &ProfileSwitcher::removeWished);
}

QSize ProfileSwitcher::sizeHint() const
{
    const int name = QFontMetrics(theme::strongFont(font())).horizontalAdvance(m_name);
    const int width = frameWidth + name + fontMetrics().horizontalAdvance(m_rest);
    return { std::min(width, 560), std::max(theme::controlHeight, fontMetrics().height() + 4 * theme::unit) };
}

QSize ProfileSwitcher::minimumSizeHint() const
{
    return { 180, sizeHint().height() };
}

void ProfileSwitcher::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.features &= ~QStyleOptionButton::HasMenu;
    style()->drawControl(QStyle::CE_PushButtonBevel, &option, &painter, this);
    painter.setLayoutDirection(layoutDirection());
    const auto mirrored = [this](const QRect& place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
    const auto alignment = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)
        | Qt::AlignAbsolute | Qt::TextSingleLine);
    const int iconTop = (height() - glyph) / 2;
    theme::icon(m_icon, m_practice ? theme::Tone::Orange : theme::Tone::Blue)
        .paint(&painter, mirrored({ side, iconTop, glyph, glyph }));
    theme::icon(u"chevron-down"_s, theme::Tone::Dim)
        .paint(&painter, mirrored({ width() - side - glyph, iconTop, glyph, glyph }));

    int left = side + glyph + gap;
    const int right = width() - side - glyph - gap;
    painter.setFont(theme::strongFont(font()));
    painter.setPen(theme::color(theme::Tone::Text));
    const QString name = painter.fontMetrics().elidedText(m_name, Qt::ElideRight, right - left);
    painter.drawText(mirrored({ left, 0, right - left, height() }), alignment, name);
    left += painter.fontMetrics().horizontalAdvance(name) + gap;
    painter.setFont(font());
    painter.setPen(theme::color(theme::Tone::Dim));
    const QString rest = painter.fontMetrics().elidedText(m_rest, Qt::ElideRight, std::max(0, right - left));
    painter.drawText(mirrored({ left, 0, std::max(0, right - left), height() }), alignment, rest);
}

} // namespace pushbrake
