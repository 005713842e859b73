// What a proxy asks for before it lets anything through. Moves only, like the secret in it.
#pragma once

#include "domain/secret.h"

#include <QString>

namespace pushbrake {

struct ProxyLogin
{
    QString user;
    Secret password;
};

} // namespace pushbrake
