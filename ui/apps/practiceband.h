// The coloured line that says, for as long as it is so, that nothing here reaches real users. Made by AccountDesk,
// owned by Shell.
#pragma once

#include <QFrame>

namespace pushbrake {

class PracticeBand : public QFrame
{
    Q_OBJECT
public:
    /// Hidden at first.
    explicit PracticeBand(QWidget* parent);
};

} // namespace pushbrake
