// What a colleague's file would add, shown before anything is added; and the sentences about a file that is refused.
// Opened by ProfilesDesk, owned by the window it stands over.
#pragma once

#include "domain/profile.h"
#include "exchange/profilefile.h"

#include <QDialog>

namespace pushbrake {

QString profileFileProblem(const ProfileFileFault& fault);

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
