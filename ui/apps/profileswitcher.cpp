#include "ui/apps/profileswitcher.h"

#include "ui/look/profilemark.h"
#include "ui/words/appwords.h"

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

/// An app's name and mark as a menu shows them: foreign, so its ampersands are no mnemonics.
QString menuText(const ProfileEntry& entry)
{
    const QString text
        = entry.isPractice() ? theme::isolated(entry.name) : sentences::nameWithMark(entry.name, entry.realUsers);
    return theme::inMenu(text);
}

} // namespace

ProfileSwitcher::ProfileSwitcher(const QList<QAction*>& commands, QWidget* parent)
    : QPushButton(parent)
    , m_commands(commands)
    , m_menu(new QMenu(this))
{
    setObjectName(u"profileSwitcher"_s);
    m_menu->setObjectName(u"profileMenu"_s);
    m_menu->setAccessibleName(tr("Apps"));
    setMenu(m_menu);
    setToolTip(tr("Change, add or edit the app"));
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    showWords(tr("No app yet"), {}, theme::icon(u"info"_s, theme::Tone::Blue));
    fillMenu();
}

void ProfileSwitcher::setProfiles(const QList<ProfileEntry>& profiles, const QString& currentId)
{
    m_profiles = profiles;
    m_currentId = currentId;
    for (const ProfileEntry& entry : profiles) {
        if (entry.id == currentId && entry.id != m_openedId)
            showEntry(entry);
    }
    fillMenu();
}

void ProfileSwitcher::showEntry(const ProfileEntry& entry)
{
    m_openedId.clear();
    m_expiry.clear();
    m_practice = entry.isPractice();
    showWords(entry.name, m_practice ? QString() : sentences::usersWord(entry.realUsers),
        profilemark::iconOfApp(entry.isPractice(), entry.colour));
}

void ProfileSwitcher::setOpened(const Profile& profile)
{
    m_currentId = profile.id;
    m_openedId = profile.id;
    m_practice = profile.isPractice();
    m_expiry.clear();
    showWords(profile.name, detailWords(profile), profilemark::iconOfApp(m_practice, profile.colour));
    fillMenu();
}

void ProfileSwitcher::setExpiry(const QDateTime& expiresAt, const QDateTime& now)
{
    m_expiry.clear();
    if (expiresAt.isValid()) {
        const sentences::Expiry state = sentences::signatureTimeLeft(expiresAt, now).expiry;
        m_expiryTone = state == sentences::Expiry::Over ? theme::Tone::Red
            : state == sentences::Expiry::Far           ? theme::Tone::Dim
                                                        : theme::Tone::Orange;
        m_expiry = tr("UserSig: %1").arg(sentences::expiryWords(expiresAt, now));
    }
    showWords(m_name, m_rest, m_icon);
}

QString ProfileSwitcher::detailWords(const Profile& profile) const
{
    if (profile.isPractice())
        return tr("a service on this computer");
    const QString id = theme::leftToRight(QString::number(profile.sdkAppId));
    const QString users = sentences::usersWord(profile.realUsers);
    return u"%1 · %2 · %3"_s.arg(sentences::place(profile), id, users);
}

void ProfileSwitcher::showWords(const QString& name, const QString& rest, const QIcon& icon)
{
    m_name = name;
    m_rest = rest;
    m_icon = icon;
    const QString said = m_expiry.isEmpty() ? rest : u"%1, %2"_s.arg(rest, m_expiry);
    const QString shown = theme::isolated(name);
    setAccessibleName(said.isEmpty() ? tr("App: %1").arg(shown) : tr("App: %1, %2").arg(shown, said));
    updateGeometry();
    update();
}

void ProfileSwitcher::fillMenu()
{
    m_menu->clear();
    auto* group = new QActionGroup(m_menu);
    for (const ProfileEntry& entry : m_profiles) {
        QAction* action = m_menu->addAction(profilemark::iconOfApp(entry.isPractice(), entry.colour), menuText(entry));
        action->setCheckable(true);
        action->setChecked(entry.id == m_currentId);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, id = entry.id] { Q_EMIT chosen(id); });
    }
    m_menu->addSeparator();
    m_menu->addActions(m_commands);
}

QSize ProfileSwitcher::sizeHint() const
{
    const int name = QFontMetrics(theme::strongFont(font())).horizontalAdvance(theme::isolated(m_name));
    const int expiry = m_expiry.isEmpty() ? 0 : gap + fontMetrics().horizontalAdvance(m_expiry);
    const int width = frameWidth + name + fontMetrics().horizontalAdvance(m_rest) + expiry;
    return { std::min(width, 640), std::max(theme::controlHeight, fontMetrics().height() + 4 * theme::unit) };
}

QSize ProfileSwitcher::minimumSizeHint() const
{
    return { 100, sizeHint().height() };
}

// Draws as much of the text as there is room for, and moves `left` behind it.
void ProfileSwitcher::drawPart(QPainter& painter, int& left, const QString& text) const
{
    const int right = width() - side - glyph - gap;
    const auto alignment = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)
        | Qt::AlignAbsolute | Qt::TextSingleLine);
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, std::max(0, right - left));
    const QRect place(left, 0, std::max(0, right - left), height());
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), place), alignment, shown);
    left += painter.fontMetrics().horizontalAdvance(shown) + gap;
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
    const int iconTop = (height() - glyph) / 2;
    m_icon.paint(&painter, mirrored({ side, iconTop, glyph, glyph }));
    theme::icon(u"chevron-down"_s, theme::Tone::Dim)
        .paint(&painter, mirrored({ width() - side - glyph, iconTop, glyph, glyph }));

    int left = side + glyph + gap;
    painter.setFont(theme::strongFont(font()));
    painter.setPen(theme::color(theme::Tone::Text));
    drawPart(painter, left, theme::isolated(m_name));
    painter.setFont(font());
    painter.setPen(theme::color(theme::Tone::Dim));
    drawPart(painter, left, m_rest);
    painter.setPen(theme::color(m_expiryTone));
    drawPart(painter, left, m_expiry);
}

} // namespace pushbrake
