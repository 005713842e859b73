#include "ui/history/historytake.h"

#include "exchange/tablecsv.h"
#include "ui/look/theme.h"
#include "ui/words/badges.h"
#include "ui/words/historywords.h"
#include "ui/words/times.h"
#include "ui/words/zone.h"

#include <QCoreApplication>
#include <QIODevice>

#include <utility>

namespace pushbrake {

namespace {

constexpr int atOnce = 500;

struct HistoryCells
{
    Q_DECLARE_TR_FUNCTIONS(HistoryCells)
};

QStringList heading()
{
    return { HistoryCells::tr("Asked (local)"), HistoryCells::tr("Asked (UTC)"), HistoryCells::tr("Known since (UTC)"),
        HistoryCells::tr("Who"), HistoryCells::tr("App"), HistoryCells::tr("Host and SDKAppID"),
        HistoryCells::tr("Task ID"), HistoryCells::tr("Title"), HistoryCells::tr("Audience"),
        HistoryCells::tr("Was to go out (UTC)"), HistoryCells::tr("Result"), HistoryCells::tr("What happened"),
        HistoryCells::tr("Attempts"), HistoryCells::tr("Cancellation number") };
}

QStringList cells(const HistoryPush& push)
{
    const SettledResult& result = push.row.result;
    const bool isSettled = push.row.state == JournalState::Settled;
    return { sentences::localStamp(push.run.startedAt), sentences::utcStamp(push.run.startedAt),
        sentences::utcStamp(result.settledAt), theme::unmarked(sentences::runPerson(push.run)),
        theme::unmarked(sentences::runApp(push.run)), push.run.app.text, QString::number(push.row.taskId),
        push.row.title, sentences::audienceWords(push.row.audience), sentences::utcStamp(push.row.goesOutAt),
        isSettled ? sentences::outcomeBadge(result.outcome, result.checked, result.code).word : QString(),
        theme::unmarked(sentences::pushState(push)), QString::number(result.attempts), QString::number(push.run.id) };
}

QByteArray tabs(const QList<QStringList>& rows)
{
    QByteArray text;
    for (const QStringList& row : rows) {
        QStringList line;
        for (const QString& cell : row)
            line += harmlessCell(cell.simplified());
        text += line.join(u'\t').toUtf8() + '\n';
    }
    return text;
}

} // namespace

HistoryTake::HistoryTake(const History& history, HistoryFilter filter, Form form, QIODevice& to, QObject* parent)
    : QObject(parent)
    , m_history(history)
    , m_filter(std::move(filter))
    , m_form(form)
    , m_to(to)
{
    m_step.setSingleShot(true);
    connect(&m_step, &QTimer::timeout, this, &HistoryTake::step);
}

void HistoryTake::start()
{
    m_step.start(0);
}

QByteArray HistoryTake::tableOf(const QList<HistoryPush>& pushes, Form form)
{
    QList<QStringList> rows { heading() };
    for (const HistoryPush& push : pushes)
        rows.append(cells(push));
    return form == Form::Csv ? tableToCsv(rows) : tabs(rows);
}

bool HistoryTake::write(const QList<HistoryPush>& pushes, bool isFirst)
{
    QByteArray table;
    if (isFirst) {
        table = tableOf(pushes, m_form);
    } else {
        QList<QStringList> rows;
        for (const HistoryPush& push : pushes)
            rows.append(cells(push));
        table = m_form == Form::Csv ? rowsToCsv(rows) : tabs(rows);
    }
    return m_to.write(table) == table.size();
}

void HistoryTake::fail(Failure why)
{
    Q_EMIT failed(why);
    deleteLater();
}

void HistoryTake::step()
{
    const auto page = m_history.pushes(m_filter, m_mark, atOnce);
    if (!page) {
        fail(Failure::NotRead);
        return;
    }
    if (!write(page->rows, !std::exchange(m_hasHeading, true))) {
        fail(Failure::NotWritten);
        return;
    }
    m_written += int(page->rows.size());
    m_mark = page->next;
    if (!page->isEnd) {
        m_step.start(0);
        return;
    }
    Q_EMIT done(m_written);
    deleteLater();
}

} // namespace pushbrake
