#include "secrets/profileindex.h"

#include <QSettings>

namespace pushbrake {

namespace {
const QString listKey = QStringLiteral("profiles");
const QString testMark = QStringLiteral("test");
const QString lastKey = QStringLiteral("lastProfile");
} // namespace

ProfileIndex::ProfileIndex(QSettings& settings)
    : m_settings(settings)
{
}

QList<ProfileEntry> ProfileIndex::entries() const
{
    QList<ProfileEntry> entries;
    const int count = m_settings.beginReadArray(listKey);
    for (int i = 0; i < count; ++i) {
        m_settings.setArrayIndex(i);
        entries.append(
            { m_settings.value(QStringLiteral("id")).toString(), m_settings.value(QStringLiteral("name")).toString(),
                m_settings.value(QStringLiteral("savedAt")).toDateTime().toUTC(),
                colourFromWord(m_settings.value(QStringLiteral("colour")).toString()).value_or(ProfileColour::Blue),
                m_settings.value(QStringLiteral("mark")).toString() != testMark,
                m_settings.value(QStringLiteral("neverInKeychain"), false).toBool() });
    }
    m_settings.endArray();
    return entries;
}

static void writeAll(QSettings& settings, const QList<ProfileEntry>& entries)
{
    settings.remove(listKey);
    settings.beginWriteArray(listKey, int(entries.size()));
    for (int i = 0; i < entries.size(); ++i) {
        settings.setArrayIndex(i);
        settings.setValue(QStringLiteral("id"), entries[i].id);
        settings.setValue(QStringLiteral("name"), entries[i].name);
        settings.setValue(QStringLiteral("savedAt"), entries[i].savedAt);
        settings.setValue(QStringLiteral("colour"), colourWord(entries[i].colour));
        settings.setValue(QStringLiteral("mark"), entries[i].realUsers ? QStringLiteral("real") : testMark);
        if (entries[i].neverInKeychain)
            settings.setValue(QStringLiteral("neverInKeychain"), true);
    }
    settings.endArray();
}

void ProfileIndex::put(const ProfileEntry& entry)
{
    QList<ProfileEntry> all = entries();
    const auto known = std::find_if(all.begin(), all.end(), [&](const ProfileEntry& e) { return e.id == entry.id; });
    if (known == all.end())
        all.append(entry);
    else
        *known = entry;
    writeAll(m_settings, all);
}

void ProfileIndex::remove(const QString& id)
{
    QList<ProfileEntry> all = entries();
    all.removeIf([&](const ProfileEntry& e) { return e.id == id; });
    writeAll(m_settings, all);
    if (lastUsed() == id)
        m_settings.remove(lastKey);
}

void ProfileIndex::move(const QString& id, int by)
{
    QList<ProfileEntry> all = entries();
    const auto known = std::find_if(all.begin(), all.end(), [&](const ProfileEntry& e) { return e.id == id; });
    const qsizetype from = known - all.begin();
    const qsizetype to = from + by;
    if (known == all.end() || to < 0 || to >= all.size())
        return;
    all.move(from, to);
    writeAll(m_settings, all);
}

std::optional<ProfileEntry> ProfileIndex::entry(const QString& id) const
{
    for (const ProfileEntry& entry : entries()) {
        if (entry.id == id)
            return entry;
    }
    return std::nullopt;
}

QString ProfileIndex::lastUsed() const
{
    return m_settings.value(lastKey).toString();
}

void ProfileIndex::setLastUsed(const QString& id)
{
    if (id != lastUsed()) // a value that is set is written to the disk, changed or not
        m_settings.setValue(lastKey, id);
}

} // namespace pushbrake
