// The requests of the service as URL and body (documents 78841-78843). Pure; the secret goes in and stays in the URL.
#pragma once

#include "domain/profile.h"
#include "domain/task.h"
#include "net/command.h"
#include "net/transport.h"

#include <QDateTime>

namespace pushbrake {

/// Who asks: everything of the query but `random`.
struct Caller
{
    QString host; ///< NAME or NAME:PORT
    bool plainHttp = false; ///< honoured on the loopback only: the practice service
    quint32 sdkAppId = 0;
    QString identifier;
    const Secret* userSig = nullptr; ///< borrowed for the call
    QString practiceToken {}; ///< first part of the path; empty for a real service
};

/// The whole URL, each value percent-encoded. HTTPS unless the host is the loopback and plainHttp is set.
QUrl requestUrl(const Caller& caller, Command command, quint32 random);

QByteArray deleteBody(quint32 sdkAppId, TaskId task, Audience audience);
QByteArray getBody(quint32 sdkAppId, TaskId task);

/// One page of list_sched_task. The two spellings are both met in the vendor's copies; reading is safe to repeat.
struct ListQuery
{
    enum class Spelling { LowerCase, CamelCase }; ///< "schedat" and "schedAt"
    enum class Order { SoonestFirst, LatestFirst };
    QDateTime from; ///< UTC
    QDateTime until; ///< UTC, at most 30 days later
    qint64 offset = 0;
    int want = 100; ///< rows a page
    Spelling spelling = Spelling::LowerCase;
    Order order = Order::SoonestFirst;
};
QByteArray listBody(quint32 sdkAppId, const ListQuery& query);

/// "YYYY-MM-DD HH:MM:SS" in UTC, as the service writes times.
QString serviceTime(const QDateTime& time);
/// The reverse; invalid for anything else.
QDateTime fromServiceTime(const QString& text);

} // namespace pushbrake
