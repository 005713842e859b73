#include "store/listreader.h"

#include "domain/titleorder.h"
#include "store/database.h"

#include <QElapsedTimer>

#include <optional>
#include <utility>

namespace pushbrake {

namespace {
/// Some milliseconds each: a writer waits no longer than that.
constexpr int briefsAtOnce = 10'000;
constexpr int wordsAtOnce = 10'000;
constexpr int betweenFinds = 150; ///< milliseconds
constexpr int beginning = 200; ///< more than a window shows
} // namespace

class ListReader::Worker : public QObject
{
public:
    explicit Worker(QString path)
        : m_path(std::move(path))
    {
    }

    /// Part by part, so that whatever else is asked meanwhile takes its turn.
    void run(const std::stop_token& stop, Part part, ListReader& reader)
    {
        if (stop.stop_requested())
            return;
        if (const auto fault = connect()) {
            reader.tell(stop, [&reader, fault = *fault] { Q_EMIT reader.failed(fault); });
            return;
        }
        if (!part(*m_list, reader))
            QMetaObject::invokeMethod(
                this, [this, stop, part = std::move(part), &reader]() mutable { run(stop, std::move(part), reader); },
                Qt::QueuedConnection);
    }

private:
    // Where it is used: a connection belongs to its thread.
    std::optional<DatabaseFault> connect()
    {
        if (m_database)
            return std::nullopt;
        auto opened = Database::openBeside(m_path);
        if (!opened)
            return opened.error();
        m_database = std::move(*opened);
        m_list.emplace(*m_database);
        return std::nullopt;
    }

    QString m_path;
    std::unique_ptr<Database> m_database;
    std::optional<TaskList> m_list;
};

ListReader::ListReader(QString path, QObject* parent)
    : QObject(parent)
    , m_path(std::move(path))
{
    m_thread.setObjectName(QStringLiteral("list"));
}

ListReader::~ListReader()
{
    m_opened.request_stop();
    m_thread.quit();
    m_thread.wait();
}

void ListReader::open(const AppKey& app)
{
    m_app = app;
    for (std::stop_source* asked : { &m_opened, &m_loading, &m_finding, &m_ordering }) {
        asked->request_stop();
        *asked = std::stop_source();
    }
}

void ListReader::begin(std::stop_token stop, Part part)
{
    if (!m_worker) {
        m_worker = new Worker(m_path);
        m_worker->moveToThread(&m_thread);
        connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
        m_thread.start();
    }
    QMetaObject::invokeMethod(
        m_worker,
        [this, stop = std::move(stop), part = std::move(part)]() mutable {
            m_worker->run(stop, std::move(part), *this);
        },
        Qt::QueuedConnection);
}

template<typename Answer> void ListReader::tell(const std::stop_token& stop, Answer answer)
{
    QMetaObject::invokeMethod(
        this,
        [stop, answer = std::move(answer)] {
            if (!stop.stop_requested())
                answer();
        },
        Qt::QueuedConnection);
}

void ListReader::load()
{
    m_loading.request_stop();
    m_loading = std::stop_source();
    const std::stop_token stop = m_loading.get_token();
    begin(stop, [app = m_app, stop](TaskList& list, ListReader& reader) {
        if (const auto first = list.soonest(app, beginning))
            reader.tell(stop, [&reader, first = *first] { Q_EMIT reader.beginningRead(first); });
        return true; // what follows says what is wrong
    });
    begin(stop, [app = m_app, stop, all = QList<TaskBrief>()](TaskList& list, ListReader& reader) mutable {
        const auto part = list.briefs(app, all.isEmpty() ? 0 : all.last().id, briefsAtOnce);
        if (!part) {
            reader.tell(stop, [&reader, fault = part.error()] { Q_EMIT reader.failed(fault); });
            return true;
        }
        all += *part;
        if (part->size() == briefsAtOnce)
            return false;
        all.squeeze();
        reader.tell(stop, [&reader, all = std::exchange(all, {})] { Q_EMIT reader.loaded(all); });
        return true;
    });
}

void ListReader::read(const QList<TaskId>& ids)
{
    const std::stop_token stop = m_opened.get_token();
    begin(stop, [app = m_app, stop, ids](TaskList& list, ListReader& reader) {
        const auto tasks = list.read(app, ids);
        reader.tell(stop, [&reader, tasks] {
            if (tasks)
                Q_EMIT reader.tasksRead(*tasks);
            else
                Q_EMIT reader.failed(tasks.error());
        });
        return true;
    });
}

void ListReader::find(const TaskWords& words)
{
    m_finding.request_stop();
    m_finding = std::stop_source();
    const std::stop_token stop = m_finding.get_token();
    begin(stop,
        [app = m_app, stop, words, after = TaskId(0), ids = QList<TaskId>(), told = QElapsedTimer()](
            TaskList& list, ListReader& reader) mutable {
            const auto part = list.find(app, words, after, wordsAtOnce);
            if (!part) {
                reader.tell(stop, [&reader, fault = part.error()] { Q_EMIT reader.failed(fault); });
                return true;
            }
            after = part->last;
            ids += part->ids;
            const bool isWhole = part->looked < wordsAtOnce;
            // What is found so far is shown while the rest is looked through.
            if (isWhole || !told.isValid() || told.hasExpired(betweenFinds)) {
                told.start();
                reader.tell(stop, [&reader, words, ids, isWhole] { Q_EMIT reader.found(words, ids, isWhole); });
            }
            return isWhole;
        });
}

void ListReader::stopFinding()
{
    m_finding.request_stop();
}

void ListReader::order(Words words)
{
    m_ordering.request_stop();
    m_ordering = std::stop_source();
    const std::stop_token stop = m_ordering.get_token();
    struct Known
    {
        QList<TaskId> ids;
        ManyTitles titles;
        bool isWhole = false;
    };
    begin(stop, [app = m_app, stop, words, known = std::make_shared<Known>()](TaskList& list, ListReader& reader) {
        if (known->isWhole) {
            if (!known->titles.sortSome())
                return false;
            reader.tell(stop, [&reader, words, ids = known->ids, places = known->titles.places()] {
                Q_EMIT reader.ordered(words, ids, places);
            });
            return true;
        }
        const auto part = list.words(app, words, known->ids.isEmpty() ? 0 : known->ids.last(), wordsAtOnce,
            [&known](QByteArrayView title) { known->titles.append(title); });
        if (!part) {
            reader.tell(stop, [&reader, fault = part.error()] { Q_EMIT reader.failed(fault); });
            return true;
        }
        known->ids += part->ids;
        known->isWhole = part->looked < wordsAtOnce;
        return false;
    });
}

} // namespace pushbrake
