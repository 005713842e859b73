// Which app something happened in, on one line: its own mark, its name with "real users" or "test", its region and
// SDKAppID; in practice, that nobody was reached. For windows that stay open while another app may be chosen. Owned by
// its parent.
#pragma once

#include <QWidget>

namespace pushbrake {

struct Profile;

class AppLine : public QWidget
{
    Q_OBJECT
public:
    AppLine(const Profile& profile, QWidget* parent);
};

} // namespace pushbrake
