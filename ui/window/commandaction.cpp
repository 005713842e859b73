#include "ui/window/commandaction.h"

#include "ui/look/theme.h"

namespace pushbrake {

CommandAction::CommandAction(const char* name, const QString& text, const QString& icon, QObject* parent)
    : QAction(text, parent)
{
    setObjectName(QLatin1StringView(name));
    if (!icon.isEmpty())
        setIcon(theme::icon(icon));
    tell();
}

void CommandAction::setTip(const QString& tip)
{
    m_tip = tip;
    tell();
}

void CommandAction::setKeys(const QKeySequence& keys)
{
    setShortcut(keys);
    tell();
}

void CommandAction::setWhyNot(const QString& reason)
{
    m_whyNot = reason;
    tell();
}

void CommandAction::setElsewhere(const QString& reason)
{
    m_elsewhere = reason;
    tell();
}

void CommandAction::tell()
{
    const QString& reason = m_elsewhere.isEmpty() ? m_whyNot : m_elsewhere;
    setEnabled(reason.isEmpty());
    const QString keys = shortcut().toString(QKeySequence::NativeText);
    const QString tip = !reason.isEmpty()   ? reason
        : m_tip.isEmpty() || keys.isEmpty() ? m_tip
                                            : tr("%1 (%2)", "what it does, its keys").arg(m_tip, keys);
    // Without one Qt would show the text once more.
    setToolTip(tip.isEmpty() ? text().remove(QLatin1Char('&')) : tip);
    setStatusTip(tip);
}

} // namespace pushbrake
