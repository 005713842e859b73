// One thing that a person can have done, as every button, menu and key of a window offers it: words, icon, tip, keys,
// and whether it can be done now - or why not. Made and owned by a room; the reason is said in one place, here.
#pragma once

#include <QAction>

namespace pushbrake {

class CommandAction : public QAction
{
    Q_OBJECT
public:
    /// `name`: the object name, purpose and type ("refreshAction"). `icon`: one of :/icons, or empty.
    CommandAction(const char* name, const QString& text, const QString& icon, QObject* parent);

    /// What it does, in a sentence; the keys are added to it.
    void setTip(const QString& tip);
    void setKeys(const QKeySequence& keys);
    /// Empty when it can be done now; otherwise the reason, which takes the place of the tip.
    void setWhyNot(const QString& reason);
    const QString& whyNot() const { return m_whyNot; }
    /// Empty while what it speaks of is shown; otherwise where that is, which goes before any other reason.
    void setElsewhere(const QString& reason);

private:
    void tell();

    QString m_tip;
    QString m_whyNot;
    QString m_elsewhere;
};

} // namespace pushbrake
