#include "store/historyquery.h"

#include "domain/outcome.h"
#include "store/storedvalues.h"

#include <algorithm>

namespace pushbrake {

namespace {

/// SQLite knows upper and lower case of ASCII only: any other letter that has both is looked for as "any letter", and
/// isMatch() has the last word.
QString patternOf(const QString& word)
{
    QString pattern;
    for (const QChar c : word) {
        if (c.unicode() > 127 && (c.toLower() != c || c.toUpper() != c))
            pattern += u'_';
        else if (c == u'%' || c == u'_' || c == u'\\')
            pattern += QString(u'\\') + c;
        else
            pattern += c;
    }
    return u'%' + pattern + u'%';
}

} // namespace

void Asked::add(const QString& condition, const QList<QVariant>& bound)
{
    conditions += condition;
    values += bound;
}

void Asked::addWords(const QStringList& words, const QStringList& columns)
{
    for (const QString& word : words) {
        QStringList either;
        for (const QString& column : columns) {
            either += column + QStringLiteral(" LIKE ? ESCAPE '\\'");
            values += patternOf(word);
        }
        conditions += u'(' + either.join(QStringLiteral(" OR ")) + u')';
    }
}

QString Asked::text() const
{
    return conditions.isEmpty() ? QStringLiteral("1") : conditions.join(QStringLiteral(" AND "));
}

QString journalWhen()
{
    return QStringLiteral("ifnull(j.settled_ms, 9223372036854775807)");
}

Part partOf(const HistoryFilter& filter, const HistoryMark& mark, TaskId known)
{
    const bool isFirst = mark.run == std::numeric_limits<qint64>::max();
    Part part { QStringLiteral("journal AS j"), {}, {} };
    if (filter.run != 0) {
        part.where.add(QStringLiteral("j.run_id = ? AND j.task_id > ?"), { filter.run, isFirst ? 0 : mark.task });
        part.order = QStringLiteral("j.task_id");
        return part;
    }
    if (known != 0) {
        part.source += QStringLiteral(" INDEXED BY journal_task");
        part.where.add(QStringLiteral("j.task_id = ?"), { known });
    } else if (filter.outcomes.size() == 1) {
        part.where.add(QStringLiteral("j.outcome = ?"), { outcomeWord(filter.outcomes.first()) });
    }
    if (!isFirst)
        // As one value of three parts, which the index finds at once however many were settled in the same moment.
        part.where.add(QStringLiteral("(%1, j.run_id, j.task_id) < (?, ?, ?)").arg(journalWhen()),
            { mark.when, mark.run, mark.task });
    if (filter.from.isValid())
        part.where.add(journalWhen() + QStringLiteral(" >= ?"), { storedTime(filter.from) });
    if (filter.before.isValid())
        part.where.add(journalWhen() + QStringLiteral(" < ?"), { storedTime(filter.before) });
    part.order = QStringLiteral("%1 DESC, j.run_id DESC, j.task_id DESC").arg(journalWhen());
    return part;
}

Asked restOf(const HistoryFilter& filter)
{
    Asked rest;
    if (!filter.app.isEmpty())
        rest.add(QStringLiteral("r.app = ?"), { filter.app.text });
    if (!filter.outcomes.isEmpty()) {
        QStringList marks;
        for (const Outcome outcome : filter.outcomes) {
            marks += QStringLiteral("?");
            rest.values += outcomeWord(outcome);
        }
        // What only waits for its turn, or for its answer, has no outcome yet.
        rest.conditions += QStringLiteral("j.state = 'settled' AND j.outcome IN (%1)").arg(marks.join(u','));
    }
    if (filter.run != 0) { // elsewhere the part begins and ends with the time
        if (filter.from.isValid())
            rest.add(journalWhen() + QStringLiteral(" >= ?"), { storedTime(filter.from) });
        if (filter.before.isValid())
            rest.add(journalWhen() + QStringLiteral(" < ?"), { storedTime(filter.before) });
    }
    rest.addWords(wordsOf(filter.words),
        { QStringLiteral("j.title"), QStringLiteral("CAST(j.task_id AS TEXT)"), QStringLiteral("r.os_user") });
    return rest;
}

bool isMatch(const QStringList& words, const QStringList& texts)
{
    return std::all_of(words.begin(), words.end(), [&texts](const QString& word) {
        return std::any_of(texts.begin(), texts.end(),
            [&word](const QString& text) { return text.contains(word, Qt::CaseInsensitive); });
    });
}

QStringList wordsOf(const QString& text)
{
    return text.simplified().split(u' ', Qt::SkipEmptyParts);
}

} // namespace pushbrake
