// Tells why a run waits for a person, and takes it back when the run goes on: what has passed would stand in front of
// what is told next. Owned by RunDesk.
#pragma once

#include <QObject>

#include <optional>

namespace pushbrake {

class AppSession;
class CancelRun;
class Notices;
enum class NoticeKind;

class ObstacleNotice : public QObject
{
    Q_OBJECT
public:
    /// Borrows the notices.
    explicit ObstacleNotice(Notices& notices, QObject* parent = nullptr);

    /// Follows `run`, which `session` outlives.
    void watch(CancelRun& run, const AppSession& session);

private:
    void tell(NoticeKind kind, const QString& text, const QString& details);
    void takeBack();

    Notices& m_notices;
    std::optional<int> m_told;
};

} // namespace pushbrake
