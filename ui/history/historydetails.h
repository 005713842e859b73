// What is known of the row that is chosen: a push with every request about it and every answer, or a run with who, when
// and what came of it. Times to the second in both zones. Foreign text stays plain text. Owned by HistoryPage.
#pragma once

#include "store/history.h"
#include "ui/look/theme.h"

#include <QScrollArea>

#include <expected>
#include <optional>

class QVBoxLayout;

namespace pushbrake {

class HistoryDetails : public QScrollArea
{
    Q_OBJECT
public:
    explicit HistoryDetails(QWidget* parent);

    void showNothing();
    /// `story`: every request about it, or why that could not be read.
    /// `listed`: the push as the list has it now, if it is there.
    void showPush(const HistoryPush& push, const std::expected<QList<RunEvent>, DatabaseFault>& story,
        const std::optional<Task>& listed);
    void showRun(const HistoryRun& run);

private:
    void begin(const QString& icon, theme::Tone tone, const QString& word, const QString& what);
    void add(const QString& text, theme::Tone tone = theme::Tone::Text);
    void addFact(const QString& name, const QString& value);
    void addPhone(const HistoryPush& push, const std::optional<Task>& listed);
    void addEvents(const QList<RunEvent>& events);
    void addEvent(const RunEvent& event);

    QWidget* m_sheet;
    QVBoxLayout* m_column;
};

} // namespace pushbrake
