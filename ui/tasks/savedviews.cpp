#include "ui/tasks/savedviews.h"

#include <QSettings>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pushbrake {

SavedViews::SavedViews(QSettings& settings)
    : m_settings(settings)
{
}

// The name of an app has slashes, which are folders to the settings.
void SavedViews::open(const AppKey& app)
{
    m_views.clear();
    m_key = app.isEmpty() ? QString() : u"views/"_s + QString::fromLatin1(QUrl::toPercentEncoding(app.text));
    if (m_key.isEmpty())
        return;
    for (const QString& text : m_settings.value(m_key).toStringList()) {
        if (const auto view = savedViewOf(text); view && !contains(view->name))
            m_views.append(*view);
    }
}

qsizetype SavedViews::find(const QString& name) const
{
    const auto found = std::find_if(m_views.begin(), m_views.end(),
        [&name](const SavedView& one) { return one.name.compare(name, Qt::CaseInsensitive) == 0; });
    return found == m_views.end() ? -1 : found - m_views.begin();
}

void SavedViews::save(const SavedView& view)
{
    if (const qsizetype place = find(view.name); place >= 0)
        m_views[place] = view;
    else
        m_views.append(view);
    write();
}

void SavedViews::rename(const QString& name, const QString& wanted)
{
    const qsizetype place = find(name);
    if (place < 0)
        return;
    SavedView& view = m_views[place];
    view.name = wanted;
    for (qsizetype other = m_views.size() - 1; other >= 0; --other) {
        if (other != place && m_views.at(other).name.compare(wanted, Qt::CaseInsensitive) == 0)
            m_views.removeAt(other);
    }
    write();
}

void SavedViews::remove(const QString& name)
{
    if (const qsizetype place = find(name); place >= 0)
        m_views.removeAt(place);
    write();
}

void SavedViews::write()
{
    if (m_key.isEmpty())
        return;
    QStringList texts;
    for (const SavedView& view : m_views)
        texts << textOf(view);
    if (texts.isEmpty())
        m_settings.remove(m_key);
    else
        m_settings.setValue(m_key, texts);
}

} // namespace pushbrake
