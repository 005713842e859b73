// Text that others wrote, or that was cut in a character, made whole. Pure, owns nothing. Whoever looks through such a
// text with a regular expression makes it whole first: in one that is not, nothing at all is found.
#pragma once

#include <QString>

namespace pushbrake {

/// The same with U+FFFD in the place of each half of a character that stands alone.
QString wellFormed(const QString& text);

} // namespace pushbrake
