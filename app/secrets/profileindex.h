// The list of profiles that the window can show without the keychain: id, name and when it was saved, nothing else.
// Kept in the settings file. Owned by main.cpp.
#pragma once

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
    QString lastUsed() const;
    void setLastUsed(const QString& id);

private:
    QSettings& m_settings;
};

} // namespace pushbrake
