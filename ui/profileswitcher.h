// Which app the window is in: name, region, SDKAppID and whether real people get its pushes; its menu changes it.
// Owned by MainWindow.
#pragma once

#include "domain/profile.h"
#include "secrets/profileindex.h"

#include <QPushButton>

class QMenu;

namespace pushbrake {

class ProfileSwitcher : public QPushButton
{
    Q_OBJECT
public:
    explicit ProfileSwitcher(QWidget* parent = nullptr);

    void setProfiles(const QList<ProfileEntry>& profiles, const QString& currentId);
    void setOpened(const Profile& profile);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const QString& id);
    void newWished();
    void editWished();
    void removeWished();
    void testWished();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void fillMenu();
    void showWords(const QString& name, const QString& rest, const QString& icon);
    QString detailWords(const Profile& profile) const;

    QMenu* m_menu;
    QList<ProfileEntry> m_profiles;
    QString m_currentId;
    QString m_name;
    QString m_rest;
    QString m_icon;
    bool m_practice = false;
};

} // namespace pushbrake
