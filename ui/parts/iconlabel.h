// An icon that stands beside words, drawn anew whenever the scheme changes (the picture in a QLabel would keep its old
// tint). Without a name it says nothing to a screen reader: the words do. Owned by its parent.
#pragma once

#include "ui/look/theme.h"

#include <QWidget>

namespace pushbrake {

class IconLabel : public QWidget
{
    Q_OBJECT
public:
    /// `side`: in pixels before scaling.
    IconLabel(int side, QWidget* parent);

    /// One of :/icons.
    void setIcon(const QString& name, theme::Tone tone);
    /// One that looks right in either scheme by itself.
    void setIcon(const QIcon& icon);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QIcon m_icon;
};

} // namespace pushbrake
