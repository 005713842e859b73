// The service's error codes (documents 34348, 34620, 78841) in words for somebody who does not program.
#pragma once

#include <QString>

namespace pushbrake::sentences {

struct CodeWords
{
    QString happened; ///< empty when the code is not one that Pushbrake knows
    QString next; ///< empty when there is nothing to do but look or try again
    QString nextWithKey; ///< where a UserSig is what is wrong and Pushbrake makes it from a key itself
};
CodeWords codeWords(int code);

} // namespace pushbrake::sentences
