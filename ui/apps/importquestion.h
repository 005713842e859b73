// What a colleague's file would add, shown before anything is added. Made and opened by ProfilesDesk, owned by the
// window it stands over.
#pragma once

#include "domain/profile.h"

#include <QDialog>

namespace pushbrake {

class ImportQuestion : public QDialog
{
    Q_OBJECT
public:
    /// `here` are apps that stand in the list already; they are shown, but not added again.
    ImportQuestion(const QList<Profile>& added, const QList<Profile>& here, QWidget* parent = nullptr);

Q_SIGNALS:
    void confirmed();
};

} // namespace pushbrake
