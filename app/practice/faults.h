// What the practice service does wrong on purpose, by name and probability. Pure.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace pushbrake {

/// DropBefore: closes without applying. DropAfter: applies, then closes without answering. Reset*: the same with RST.
/// Stall*: never answers. BadGateway: 502 with HTML (nothing applied). CutBody: applies, half an answer. EmptyBody,
/// Garbage, WrongTypes: applied, unusable answers. SlowDrip: one byte every half second. ErrorCode: answers that code,
/// applies nothing.
enum class FaultKind {
    DropBefore,
    DropAfter,
    ResetBefore,
    ResetAfter,
    StallBefore,
    StallAfter,
    BadGateway,
    CutBody,
    EmptyBody,
    Garbage,
    WrongTypes,
    SlowDrip,
    ErrorCode
};

struct Fault
{
    FaultKind kind = FaultKind::DropBefore;
    double probability = 0; ///< 0..1 a request
    int code = 0; ///< for ErrorCode
    QString command; ///< strikes this command only ("delete_sched_task"); empty: every one
};

/// Draws from a list of faults with a seeded generator, so that a run can be repeated.
class Faults
{
public:
    explicit Faults(QList<Fault> faults = {}, quint32 seed = 1);

    /// Reads "drop-after=0.1,code-90105=0.05,delete_sched_task:stall-before=0.1"; nothing for a name or a command
    /// that does not exist.
    static std::optional<Faults> fromText(const QString& text, quint32 seed = 1);
    static QStringList names();
    static QString nameOf(const Fault& fault);

    /// At most one fault for this request.
    std::optional<Fault> draw(const QString& command);

private:
    QList<Fault> m_faults;
    quint64 m_state;
};

} // namespace pushbrake
