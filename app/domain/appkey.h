// Which app at the service something belongs to: its host and its SDKAppID, whatever a person calls it and however
// often the profile was changed. List, record and interrupted runs are kept by it; two profiles of one app share them.
// A plain value.
#pragma once

#include <QString>

namespace pushbrake {

struct Profile;

struct AppKey
{
    QString text; ///< as stored: "adminapisgp.im.qcloud.com/1400000001"; empty: of no app

    /// Host in lower case, its port where it is not the usual one, and SDKAppID. Practice, whose port is another at
    /// each start, is always "practice".
    static AppKey of(const Profile& profile);
    /// Where the rows of versions that kept them by profile wait until that profile is opened. The key of no app: no
    /// host is called "profile".
    static AppKey notRecorded(const QString& profileId);

    bool isEmpty() const { return text.isEmpty(); }
    bool operator==(const AppKey&) const = default;
};

} // namespace pushbrake
