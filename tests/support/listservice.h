// A service that lists tasks in any way a test wants, without a network: each answer comes from the event loop. What is
// not list_sched_task is refused with 90104.
#pragma once

#include "domain/clock.h"
#include "net/transport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>

namespace pushbrake {

struct ListPage
{
    QJsonArray rows;
    qint64 total = 0;
};

/// `number` counts the pages that were asked for, from 0.
using ListPages = std::function<ListPage(qint64 offset, int want, int number)>;

class ListService final : public Transport
{
public:
    /// `pages` is for the window that begins now; the others are empty.
    explicit ListService(ListPages pages)
        : m_pages(std::move(pages))
    {
    }

    static QJsonObject row(qint64 id, const QString& goesOutAt = QStringLiteral("2026-12-01 10:00:00"))
    {
        return { { QStringLiteral("TaskID"), id }, { QStringLiteral("Type"), QStringLiteral("Tag") },
            { QStringLiteral("Title"), QStringLiteral("Push %1").arg(id) }, { QStringLiteral("SchedAt"), goesOutAt },
            { QStringLiteral("Status"), QStringLiteral("pending") } };
    }

    /// Rows first+offset, first+offset+1, ... as an honest service gives them that has `count`.
    static QJsonArray rows(qint64 first, qint64 count, qint64 offset, int want)
    {
        QJsonArray page;
        for (qint64 i = offset; i < std::min(offset + want, count); ++i)
            page.append(row(first + i));
        return page;
    }

    void post(HttpRequest request, QObject* context, Done done) override
    {
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        const bool isList = request.url.path().endsWith(QLatin1String("list_sched_task"));
        if (m_first.isEmpty())
            m_first = body[QLatin1String("BeginTime")].toString();
        ListPage page;
        if (isList && body[QLatin1String("BeginTime")].toString() == m_first)
            page = m_pages(body[QLatin1String("Offset")].toInteger(), body[QLatin1String("Want")].toInt(), m_asked++);
        m_requests += isList;
        const QJsonObject answer { { QStringLiteral("ActionStatus"),
                                       isList ? QStringLiteral("OK") : QStringLiteral("FAIL") },
            { QStringLiteral("ErrorInfo"), QString() }, { QStringLiteral("ErrorCode"), isList ? 0 : 90104 },
            { QStringLiteral("Total"), page.total }, { QStringLiteral("Tasks"), page.rows } };
        HttpOutcome outcome;
        outcome.bodyRead = true;
        outcome.httpStatus = 200;
        outcome.body = QJsonDocument(answer).toJson(QJsonDocument::Compact);
        QTimer::singleShot(
            wait, context, [outcome, done = std::make_shared<Done>(std::move(done))] { (*done)(outcome); });
    }

    int asked() const { return m_asked; } ///< pages of the first window
    int requests() const { return m_requests; } ///< list_sched_task in all windows
    Milliseconds wait { 0 }; ///< until each answer

private:
    ListPages m_pages;
    QString m_first;
    int m_asked = 0;
    int m_requests = 0;
};

/// Each look at it is a second later, so that a limiter never has to wait.
class HastyClock final : public Clock
{
public:
    SteadyTime steadyNow() const override { return m_steady += step; }
    QDateTime utcNow() const override { return QDateTime(QDate(2026, 11, 20), QTime(2, 0), Qt::UTC); }

    Milliseconds step { 1'000 };

private:
    mutable SteadyTime m_steady { std::chrono::hours(1) };
};

} // namespace pushbrake
