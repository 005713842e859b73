// What a person reads under a field of an account: what is wrong with it, in the terms of that field, or what was
// understood. For ProfileDialog.
#pragma once

#include "domain/profile.h"

#include <QDateTime>
#include <QString>

namespace pushbrake {

enum class FieldFault;

namespace fieldsentences {

QString name(FieldFault fault);
QString host(FieldFault fault);
QString sdkAppId(FieldFault fault);
/// Empty when the number stands there as it is read; blanks and full-width digits are told.
QString sdkAppIdHint(const QString& typed);
QString identifier(FieldFault fault);
QString secretKey(FieldFault fault, const QByteArray& key);
/// Why a secret that was entered for the one must be entered for the other; empty when it need not be.
QString secretOfAnother(const Profile& enteredFor, const Profile& typed);
/// Names what the signature was made for, or when it expired.
QString userSig(FieldFault fault, const QByteArray& signature);
/// Until when a signature is good, and how long that is; empty for one that has expired and for what is none.
QString userSigHint(const QByteArray& signature, const QDateTime& now);

} // namespace fieldsentences
} // namespace pushbrake
