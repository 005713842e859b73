// What the service, Qt, or something on the way writes may repeat the request, and so a signature or a key. Nothing of
// it is kept, shown, copied, exported or logged before it went through here. Pure; used by ServiceClient, through which
// every answer comes, and by the handler of all that is logged.
#pragma once

#include "domain/secret.h"
#include "domain/task.h"

#include <QString>

#include <initializer_list>

namespace pushbrake {

/// `text` with "***" in the place of the value of each `usersig=`, percent-encoded too, and of anything that has the
/// shape of a UserSig (zlib in the signature's own base64, document 34385) or of a secret key (64 hexadecimal digits).
QString withoutSecretShapes(QString text);
/// The same with each stretch of 16 or more characters of one of the `secrets`, plain or percent-encoded.
QString withoutSecrets(const QString& text, std::initializer_list<const Secret*> secrets);
/// All that is text in it.
Task withoutSecrets(Task task, std::initializer_list<const Secret*> secrets);

} // namespace pushbrake
