// The service's rules without its sockets: who may call, how often, and what each command does and answers
// (documents 78839-78843, 60571, 34348). Pure; time is passed in. Owned by PracticeService.
#pragma once

#include "practice/practicebook.h"

#include <QJsonObject>
#include <QUrlQuery>

#include <deque>
#include <map>

namespace pushbrake {

class PracticeProtocol
{
public:
    struct Answer
    {
        QJsonObject body;
        TaskId task = 0;
        int code = 0;
        bool applied = false; ///< something was deleted, added, changed or revoked
    };

    /// Counts the call against the limit of its command; an answer is due only when it is over it (60007).
    std::optional<Answer> countCall(const QString& command, const QDateTime& now);
    /// Carries out one call. `path` is that of the URL.
    Answer handle(const QString& command, const QUrlQuery& query, const QByteArray& body, const QDateTime& now);

    PracticeBook& book() { return m_book; }
    const PracticeBook& book() const { return m_book; }
    void setRate(int callsASecond) { m_rate = callsASecond; }
    /// The vendor's copies disagree in how list_sched_task spells OrderBy: "schedat" or "schedAt". Only one is taken.
    void setCamelCase(bool camelCase) { m_camelCase = camelCase; }

private:
    int accountFault(const QUrlQuery& query, const QDateTime& now) const;
    Answer add(const QJsonObject& request, const QDateTime& now);
    Answer modify(const QJsonObject& request, const QDateTime& now);
    Answer remove(const QJsonObject& request, const QDateTime& now);
    Answer get(const QJsonObject& request, const QDateTime& now) const;
    Answer list(const QJsonObject& request, const QDateTime& now) const;
    Answer revoke(const QJsonObject& request, const QDateTime& now);

    PracticeBook m_book;
    std::map<QString, std::deque<qint64>> m_calls; ///< times in ms of the last second, by command
    int m_rate = 5;
    bool m_camelCase = false;
};

} // namespace pushbrake
