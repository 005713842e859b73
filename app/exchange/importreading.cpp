#include "exchange/importreading.h"

#include "exchange/columnguess.h"

#include <functional>

namespace pushbrake {

namespace {

constexpr int tickMs = 100;

} // namespace

ImportReading::ImportReading(QObject* parent)
    : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, [this] { Q_EMIT progressed(m_watch ? m_watch->rows() : 0); });
}

ImportReading::~ImportReading()
{
    stop();
    m_thread.waitForDone();
}

template<typename Work> void ImportReading::begin(Work work)
{
    stop();
    m_stop = std::stop_source();
    m_watch = std::make_shared<const ReadingWatch>(m_stop.get_token());
    m_tick.start();
    m_thread.start([this, work = std::move(work), watch = m_watch]() mutable {
        if (!watch->goesOn()) // overtaken while it waited for the thread
            return;
        auto answer = work(*watch);
        QMetaObject::invokeMethod(
            this,
            [this, watch, answer = std::move(answer)]() mutable {
                if (watch != m_watch)
                    return;
                m_watch.reset();
                m_tick.stop();
                answer();
            },
            Qt::QueuedConnection);
    });
}

void ImportReading::readFile(const QString& path)
{
    m_source = { false, path, {}, {} };
    m_hints = {};
    read();
}

void ImportReading::readPasted(const QString& text)
{
    m_source = { true, {}, {}, text };
    m_hints = {};
    read();
}

void ImportReading::readAgain(const TableHints& hints)
{
    m_hints = hints;
    read();
}

void ImportReading::read()
{
    begin([this, source = m_source, hints = m_hints](const ReadingWatch& watch) mutable -> std::function<void()> {
        if (!source.isPasted && source.bytes.isNull()) {
            auto bytes = readTableFile(source.path);
            if (!bytes)
                return [this, fault = bytes.error()] { Q_EMIT failed(fault); };
            source.bytes = std::move(*bytes);
        }
        auto read
            = source.isPasted ? readPastedTable(source.text, hints, watch) : readTable(source.bytes, hints, watch);
        if (!read)
            return [this, source, fault = read.error()] {
                m_source = source;
                Q_EMIT failed(fault);
            };
        const auto table = std::make_shared<const ReadTable>(std::move(*read));
        return [this, source, table, guess = guessColumns(*table)] {
            m_source = source;
            Q_EMIT tableRead(table, guess);
        };
    });
}

void ImportReading::preview(
    std::shared_ptr<const ReadTable> table, const ColumnPlan& plan, const ImportContext& context)
{
    Q_ASSERT(table);
    begin([this, table = std::move(table), plan, context](const ReadingWatch& watch) -> std::function<void()> {
        auto preview = readImport(*table, plan, context, watch);
        if (!preview)
            return [this, fault = preview.error()] { Q_EMIT failed(fault); };
        auto shared = std::make_shared<const ImportPreview>(std::move(*preview));
        return [this, shared] { Q_EMIT previewed(shared); };
    });
}

void ImportReading::stop()
{
    m_stop.request_stop();
    m_watch.reset();
    m_tick.stop();
}

} // namespace pushbrake
