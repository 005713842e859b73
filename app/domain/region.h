// The service's regions and their hosts (document 78841). A profile may name another host of its own.
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace pushbrake {

enum class Region { China, Singapore, Seoul, Frankfurt, SiliconValley, Jakarta, Riyadh, OtherHost, Practice };

inline constexpr std::array serviceRegions { Region::China, Region::Singapore, Region::Seoul, Region::Frankfurt,
    Region::SiliconValley, Region::Jakarta, Region::Riyadh };

/// DNS name of a listed region; empty for OtherHost and Practice, whose host stands in the profile.
QString regionHost(Region region);
/// Stable word for storage ("china", "siliconvalley", "other", "practice").
QString regionWord(Region region);
std::optional<Region> regionFromWord(const QString& word);

/// Whether it is one of the seven, in whatever case.
bool isServiceHost(const QString& host);
/// NAME[:PORT] as hosts are compared: in lower case, and without the usual port.
QString comparableHost(const QString& host);

/// Whether a typed host is acceptable: a DNS name with an optional port, no scheme, path, user or IP literal.
/// "localhost" and loopback literals are refused too; only the practice service lives there.
bool isAcceptableHost(const QString& host);

/// Whether a host, without port, is certainly this computer itself: "localhost" or a loopback address, which may stand
/// in brackets. Only what stays here may be plain, and needs no proxy.
bool isLoopback(QString host);

} // namespace pushbrake
