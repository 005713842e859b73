#include "ui/look/tones.h"

#include <array>

namespace pushbrake::theme {

namespace {

/// In the order of Tone. Text on each background has a contrast of at least 4.5 : 1.
constexpr std::array<Shade, 14> shades { {
    { 0xff1c2430, 0xffe8eaee }, // Text
    { 0xff5a6575, 0xff9aa3b2 }, // Dim
    { 0xfff5f6f8, 0xff1b1e24 }, // Window
    { 0xffffffff, 0xff23272f }, // Card
    { 0xffdfe3e8, 0xff343a45 }, // Line
    { 0xffe5effe, 0xff22375c }, // Selection
    { 0xff1d5fd1, 0xff6ea8fe }, // Blue
    { 0xffa84f06, 0xfff5a524 }, // Orange
    { 0xffb42318, 0xffff7b72 }, // Red
    { 0xffffffff, 0xffffffff }, // OnRed
    { 0xff6d28d9, 0xffc4a7ff }, // Violet
    { 0xfffff4d6, 0xff3a2f14 }, // Band
    { 0xff6b4700, 0xfff6d791 }, // OnBand
    { 0xffffffff, 0xff16191e }, // OnMark
} };

constexpr Shade dangerous { 0xffb42318, 0xffc0362c };

bool darkApplied = false;

} // namespace

void setDark(bool dark)
{
    darkApplied = dark;
}

bool isDark()
{
    return darkApplied;
}

QColor color(const Shade& shade)
{
    return QColor::fromRgb(darkApplied ? shade.dark : shade.light);
}

QColor color(Tone tone)
{
    return color(shades.at(size_t(tone)));
}

QColor dangerousGround()
{
    return color(dangerous);
}

} // namespace pushbrake::theme
