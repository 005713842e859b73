// Where the program keeps a person's data, and how that folder is made: 0700, for its owner alone.
// Used by Program for the real folder; Database makes a missing folder of any other path the same way.
#pragma once

#include <QString>

namespace pushbrake {

/// The folder of this user's data, by the application's name (QStandardPaths::AppLocalDataLocation).
QString userDataFolder();
/// Path of the database in a data folder.
QString databasePath(const QString& folder);
/// Makes the folder when it is missing, 0700. A folder that is there keeps its rights: it may be somebody else's.
bool makePrivateFolder(const QString& folder);
/// Takes the rights of group and others from a folder that is the program's own.
bool closeToOthers(const QString& path);

} // namespace pushbrake
