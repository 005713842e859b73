#include "ui/tasks/listsource.h"

#include "ui/tasks/taskfilter.h"
#include "ui/tasks/taskmodel.h"

namespace pushbrake {

namespace {
/// Read with all its words within a frame; what is longer is read by the other thread.
constexpr int longestAtOnce = 2'000;
} // namespace

ListSource::ListSource(TaskList& tasks, TaskModel& model, TaskFilter& filter, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_model(model)
    , m_filter(filter)
{
    m_model.setSource(this);
}

ListSource::~ListSource()
{
    m_model.setSource(nullptr);
}

ListReader& ListSource::reader()
{
    if (m_reader)
        return *m_reader;
    m_reader = std::make_unique<ListReader>(m_tasks.path());
    m_reader->open(m_app);
    connect(m_reader.get(), &ListReader::beginningRead, &m_model, &TaskModel::takeBeginning);
    connect(m_reader.get(), &ListReader::loaded, &m_model, &TaskModel::setLong);
    connect(m_reader.get(), &ListReader::tasksRead, &m_model, &TaskModel::takeWords);
    connect(m_reader.get(), &ListReader::found, &m_filter, &TaskFilter::takeFound);
    connect(m_reader.get(), &ListReader::ordered, &m_filter,
        [this](ListReader::Words words, const QList<TaskId>& ids, const QList<quint32>& places) {
            m_filter.takePlaces(words == ListReader::Words::Titles ? TaskModel::Push : TaskModel::Note, ids, places);
        });
    connect(m_reader.get(), &ListReader::failed, this, [this](DatabaseFault fault) {
        m_model.giveUpLoading();
        m_filter.giveUp();
        Q_EMIT failed(fault);
    });
    return *m_reader;
}

void ListSource::open(const AppKey& app)
{
    m_app = app;
    if (m_reader)
        m_reader->open(app);
    load();
}

void ListSource::load()
{
    const bool isKeptHere = m_tasks.path().isEmpty(); // of this process's memory: no other thread could read it
    const auto first = m_tasks.load(m_app, isKeptHere ? -1 : longestAtOnce + 1);
    if (!first)
        Q_EMIT failed(first.error());
    else if (isKeptHere || first->size() <= longestAtOnce)
        m_model.setTasks(*first);
    else {
        m_model.beginLong();
        reader().load();
    }
}

void ListSource::renew(const QList<TaskId>& ids)
{
    if (!m_model.isLong() || ids.size() > longestAtOnce)
        return load();
    if (const auto tasks = m_tasks.read(m_app, ids); tasks)
        m_model.putTasks(*tasks);
    else
        Q_EMIT failed(tasks.error());
}

QList<Task> ListSource::readNow(const QList<TaskId>& ids)
{
    auto tasks = m_tasks.read(m_app, ids);
    if (!tasks) {
        Q_EMIT failed(tasks.error());
        return {};
    }
    return *std::move(tasks);
}

void ListSource::readSoon(const QList<TaskId>& ids)
{
    reader().read(ids);
}

void ListSource::find(const TaskWords& words)
{
    reader().find(words);
}

void ListSource::stopFinding()
{
    reader().stopFinding();
}

void ListSource::orderTitles()
{
    reader().order(ListReader::Words::Titles);
}

void ListSource::orderNotes()
{
    reader().order(ListReader::Words::Notes);
}

template<typename Value> Value ListSource::orFail(std::expected<Value, DatabaseFault> read)
{
    if (!read)
        Q_EMIT failed(read.error());
    return read ? *std::move(read) : Value();
}

QStringList ListSource::importedFiles(int atMost)
{
    return orFail(m_tasks.files().names(m_app, atMost));
}

std::optional<quint16> ListSource::originOf(const QString& file)
{
    return orFail(m_tasks.files().numberOf(m_app, file));
}

QString ListSource::fileOf(quint16 origin)
{
    return orFail(m_tasks.files().nameOf(origin));
}

} // namespace pushbrake
