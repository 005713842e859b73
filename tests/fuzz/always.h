// What a fuzzer demands of what it tries: where it does not hold the line is told, the process ends, and libFuzzer
// keeps the input.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <source_location>

inline void always(bool holds, std::source_location where = std::source_location::current())
{
    if (holds)
        return;
    std::fprintf(stderr, "%s:%u does not hold\n", where.file_name(), unsigned(where.line()));
    std::abort();
}
