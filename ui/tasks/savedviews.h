// The views that a person saved for an app, in the order in which they were saved first; kept in the settings. An entry
// that cannot be read is left out. Owned by ViewsMenu.
#pragma once

#include "domain/appkey.h"
#include "ui/tasks/savedview.h"

class QSettings;

namespace pushbrake {

class SavedViews
{
public:
    /// Borrows the settings.
    explicit SavedViews(QSettings& settings);

    void open(const AppKey& app);
    const QList<SavedView>& all() const { return m_views; }
    /// Names that differ in their case alone are one.
    bool contains(const QString& name) const { return find(name) >= 0; }
    /// In the place of one of that name.
    void save(const SavedView& view);
    /// One that had that name is removed.
    void rename(const QString& name, const QString& wanted);
    void remove(const QString& name);

private:
    qsizetype find(const QString& name) const; ///< -1 when there is none
    void write();

    QSettings& m_settings;
    QString m_key; ///< in the settings
    QList<SavedView> m_views;
};

} // namespace pushbrake
