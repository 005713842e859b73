#include "ui/runs/stopdue.h"

#include "cancel/appsession.h"
#include "ui/runs/duepushes.h"
#include "ui/runs/duereading.h"
#include "ui/runs/duewords.h"
#include "ui/runs/stopduewindow.h"
#include "ui/tasks/refreshnotice.h"
#include "ui/tasks/taskdesk.h"
#include "ui/tasks/taskpage.h"

namespace pushbrake {

using namespace std::chrono_literals;

StopDue::StopDue(Needs needs, QObject* parent)
    : QObject(parent)
    , m_needs(needs)
    , m_reading(new DueReading(needs.clock, this))
{
    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, this, &StopDue::present);
    connect(m_reading, &DueReading::changed, this, &StopDue::onReadingChanged);
    connect(m_reading, &DueReading::rowsRead, this,
        [this](const QList<Task>& rows) { m_needs.list.takeOver(rows, m_reading->askedAt()); });
}

StopDue::~StopDue() = default;

void StopDue::open(AppSession* session)
{
    close();
    m_session = session;
    m_reading->setReader(session ? &session->ownReader() : nullptr);
}

void StopDue::close()
{
    delete m_window;
}

void StopDue::show()
{
    if (!m_session)
        return;
    if (!m_window) {
        m_window = new StopDueWindow(m_session->profile(), m_needs.clock, m_needs.settings, &m_needs.window);
        m_window->setAttribute(Qt::WA_DeleteOnClose);
        connectWindow();
        m_tick.start();
        read();
    }
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void StopDue::connectWindow()
{
    connect(m_window, &StopDueWindow::readRequested, this, &StopDue::read);
    connect(m_window, &StopDueWindow::stopReadingRequested, m_reading, &DueReading::stop);
    connect(m_window, &StopDueWindow::minutesChanged, m_reading, &DueReading::forget);
    connect(m_window, &StopDueWindow::cancelRequested, this, &StopDue::cancelRequested);
    connect(m_window, &QObject::destroyed, this, [this] {
        m_window.clear(); // a widget says so while it can still be pointed to
        m_tick.stop();
        m_reading->forget();
        Q_EMIT closed();
    });
}

QWidget* StopDue::window() const
{
    return m_window;
}

void StopDue::read()
{
    m_notShown = 0;
    m_reading->read(m_window->minutes());
}

void StopDue::onReadingChanged()
{
    if (m_reading->state() == DueReading::State::Whole)
        m_notShown = m_needs.list.lookAtNotShown(m_reading->range(), m_reading->askedAt());
    present();
}

void StopDue::present()
{
    if (!m_window)
        return;
    switch (m_reading->state()) {
    case DueReading::State::None:
        m_window->showNothingRead(tr("Press Enter to read what goes out in this time."), {});
        break;
    case DueReading::State::Reading: m_window->showReading(int(m_reading->rows().size()), m_reading->share()); break;
    case DueReading::State::NotWhole: presentNotWhole(); break;
    case DueReading::State::Whole:
        if (m_reading->isFresh()) {
            m_window->showPushes(due(), m_reading->askedAt(), m_notShown);
            m_window->tick();
        } else {
            m_window->showNothingRead(tr("What was read is more than two minutes old."),
                tr("Read again: nothing is cancelled by what may have changed since."));
        }
        break;
    }
}

void StopDue::presentNotWhole()
{
    const RefreshNotice notice = refreshNotice(m_reading->report(), m_reading->reading(), m_session->profile().kind);
    m_window->showNothingRead(notice.text,
        tr("Nothing is cancelled from here without a whole list. Read again, or select pushes in the window of the "
           "list and cancel them there."));
}

DuePushes StopDue::due() const
{
    Meanwhile meanwhile;
    if (const CancelRun* run = m_session->run()) {
        for (const Task& task : m_reading->rows()) {
            const RunState state = run->stateOf(task.id);
            if (!run->isFinished() && state != RunState::Planned && state != RunState::Settled)
                meanwhile.underWay.insert(task.id);
        }
        for (const SettledResult& result : run->results()) {
            if (result.outcome == Outcome::Cancelled && result.settledAt >= m_reading->askedAt())
                meanwhile.cancelled.insert(result.taskId);
        }
    }
    const TaskModel& list = m_needs.list.page().model();
    for (const Task& task : m_reading->rows()) {
        const int row = list.rowOf(task.id);
        if (row < 0 || list.briefAt(row).lastOutcome() != Outcome::Cancelled)
            continue; // the others need not be read from a long list, each second
        if (const auto known = list.task(task.id); known && isOlderThanResult(*known, task, m_reading->askedAt()))
            meanwhile.cancelled.insert(task.id);
    }
    return duePushes(m_reading->rows(), m_reading->range(), meanwhile, m_needs.clock.utcNow());
}

StopDue::Decided StopDue::decided() const
{
    if (!m_session || !m_reading->isFresh())
        return {};
    const DuePushes found = due();
    return { found.tasks, duewords::leftOut(found) };
}

} // namespace pushbrake
