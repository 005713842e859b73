// The app that something happens in, as a band that nobody overlooks: one with real users in its own mark's colour,
// practice in amber, a test app quietly. For the window, the run bar, and the dialogs, which may stay open while
// another app is chosen. Owned by its parent.
#pragma once

#include "domain/profile.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace pushbrake {

class IconLabel;

class AppBand : public QFrame
{
    Q_OBJECT
public:
    /// Window: mark, name, and whom it reaches. Dialog: mark, name, region and SDKAppID. Chip: mark and name.
    enum class Form { Window, Dialog, Chip };

    /// Hidden until present().
    AppBand(Form form, QWidget* parent);
    AppBand(Form form, const Profile& app, QWidget* parent);

    /// For the window and a chip an outline will do: name, mark and whether it has real users. Shows the band.
    void present(const Profile& app);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    enum class Kind { Practice, RealUsers, Test };

    void buildLayout();
    QString nameWords(const Profile& app) const;
    QString words(const Profile& app) const;
    QString spoken(const Profile& app) const;
    void setMark();
    void setTones();

    Form m_form;
    Kind m_kind = Kind::Practice;
    ProfileColour m_colour = ProfileColour::Grey;
    QFrame* m_head; ///< mark and name: what stands on the colour itself
    IconLabel* m_mark;
    QLabel* m_name;
    QLabel* m_words;
};

} // namespace pushbrake
