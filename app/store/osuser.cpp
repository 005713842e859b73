#include "store/osuser.h"

#include <array>
#include <pwd.h>
#include <unistd.h>

namespace pushbrake {

namespace {

QString askForUser()
{
    std::array<char, 16'384> space;
    passwd entry {};
    passwd* found = nullptr;
    if (getpwuid_r(getuid(), &entry, space.data(), space.size(), &found) == 0 && found)
        return QString::fromLocal8Bit(found->pw_name);
    return QString::number(getuid());
}

} // namespace

QString osUser()
{
    static const QString user = askForUser();
    return user;
}

} // namespace pushbrake
