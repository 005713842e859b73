// What a fuzzer demands of what it tries: where it does not hold the process ends, and libFuzzer keeps the input.
#pragma once

#include <cstdlib>

inline void always(bool holds)
{
    if (!holds)
        std::abort();
}
