// Where the program keeps a person's data, and how that folder is made: 0700, for its owner alone.
// Used by Program for the real folder; Database makes a missing folder of any other path the same way.
#pragma once

#include <QFileDevice>
#include <QString>

namespace pushbrake {

/// The folder of this user's data, by the application's name (QStandardPaths::AppLocalDataLocation).
QString userDataFolder();
/// Path of the database in a data folder.
QString databasePath(const QString& folder);
/// Makes the folder when it is missing, 0700. A folder that is there keeps its rights.
bool makePrivateFolder(const QString& folder);
/// Whether the path is this user's own, and no link that may lead anywhere. A missing one is nobody's.
bool isOwn(const QString& path);
/// Takes the rights of group and others from a file or folder; what is not this user's own stays as it is.
bool closeToOthers(const QString& path);
/// Makes the file when it is missing, empty and 0600; takes the rights of others from one that is there. NoError when
/// it is there now.
QFileDevice::FileError makePrivateFile(const QString& path);

} // namespace pushbrake
