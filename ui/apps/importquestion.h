// What a colleague's file would add, shown before anything is added. Made and opened by ProfilesDesk, owned by the
// window it stands over.
#pragma once

#include "domain/profile.h"

#include <QDialog>
#include <QStringList>

namespace pushbrake {

class ImportQuestion : public QDialog
{
    Q_OBJECT
public:
    /// `here` are apps that stand in the list already; they are shown, but not added again. `taken` are the names of
    /// all apps that are listed.
    ImportQuestion(
        const QList<Profile>& added, const QList<Profile>& here, const QStringList& taken, QWidget* parent = nullptr);

Q_SIGNALS:
    void confirmed();

private:
    /// What is said of each, with a warning of what a person may take for something else.
    static QStringList described(const QList<Profile>& added, const QStringList& taken);
};

} // namespace pushbrake
