// The list of profiles that the window can show without the keychain: id, name, colour, mark, when it was saved and
// whether it ever was in the keychain, nothing else. Kept in the settings file. Owned by Program; changed through
// Accounts.
#pragma once

#include "domain/profile.h"

#include <QDateTime>
#include <QList>
#include <QString>

class QSettings;

namespace pushbrake {

struct ProfileEntry
{
    QString id;
    QString name;
    QDateTime savedAt; ///< UTC
    ProfileColour colour = ProfileColour::Blue;
    bool realUsers = true; ///< also where the settings do not say: the careful reading
    bool neverInKeychain = false; ///< each time it was used, its account was kept for that session only
    bool isPractice() const { return id == practiceId; }
    bool operator==(const ProfileEntry&) const = default;
};

class ProfileIndex
{
public:
    /// Borrows the settings.
    explicit ProfileIndex(QSettings& settings);

    QList<ProfileEntry> entries() const;
    /// Adds, or replaces the entry of the same id in its place.
    void put(const ProfileEntry& entry);
    void remove(const QString& id);
    /// Up by one (-1) or down (1); where there is no more room it stays.
    void move(const QString& id, int by);
    std::optional<ProfileEntry> entry(const QString& id) const;
    QString lastUsed() const;
    void setLastUsed(const QString& id);

private:
    QSettings& m_settings;
};

} // namespace pushbrake
