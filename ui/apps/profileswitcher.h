// Which app the window is in: mark, name, region, SDKAppID, whether real people get its pushes and how long its UserSig
// is good; its menu changes it, and shows the room's commands below the apps. Made by AccountDesk, owned by Shell.
#pragma once

#include "domain/profile.h"
#include "secrets/profileindex.h"
#include "ui/look/theme.h"

#include <QPushButton>

class QAction;
class QMenu;

namespace pushbrake {

class ProfileSwitcher : public QPushButton
{
    Q_OBJECT
public:
    /// Borrows the commands.
    explicit ProfileSwitcher(const QList<QAction*>& commands, QWidget* parent = nullptr);

    void setProfiles(const QList<ProfileEntry>& profiles, const QString& currentId);
    void setOpened(const Profile& profile);
    /// How long the opened app's UserSig is still good; an invalid time for an app that signs by itself.
    void setExpiry(const QDateTime& expiresAt, const QDateTime& now);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void fillMenu();
    void showEntry(const ProfileEntry& entry);
    void showWords(const QString& name, const QString& rest, const QIcon& icon);
    QString detailWords(const Profile& profile) const;
    void drawPart(QPainter& painter, int& left, const QString& text) const;

    const QList<QAction*> m_commands;
    QMenu* m_menu;
    QList<ProfileEntry> m_profiles;
    QString m_currentId;
    QString m_openedId; ///< whose details are shown; a new list of apps leaves them
    QString m_name;
    QString m_rest;
    QString m_expiry; ///< empty while there is nothing to say of it
    theme::Tone m_expiryTone = theme::Tone::Dim;
    QIcon m_icon;
    bool m_practice = false;
};

} // namespace pushbrake
