// Why the database could not be used; ui/ makes the sentence.
#pragma once

namespace pushbrake {

enum class DatabaseFault { NoFolder, ForeignFolder, CannotOpen, ReadOnly, Full, Damaged, TooNew, InUse, WriteFailed };

} // namespace pushbrake
