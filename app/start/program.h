// The whole program as one object: builds everything in the right order and takes it down in the reverse.
// Owned by main(); the tour and the start-up benchmark build the same one in folders of their own.
#pragma once

#include <QString>

#include <functional>
#include <memory>

namespace pushbrake {

class Console;
class Shell;

class Program
{
public:
    struct Places
    {
        QString dataFolder; ///< holds pushbrake.db
        QString settingsFile; ///< INI
    };
    static Places usualPlaces();

    explicit Program(const Places& places);
    ~Program();

    /// False when another Pushbrake of this user is open; nothing was changed then.
    bool canStart() const;
    /// When canStart() is false: has the first Pushbrake show itself and open `file`. Calls `done` once with whether it
    /// did.
    void handOver(const QString& file, std::function<void(bool)> done);
    /// Shows the window and opens the app that was used last, then `file` when there is one.
    void start(const QString& file = {});
    /// The session ends: nothing more is sent, answers are waited for a while, then the event loop ends.
    void end();
    /// Both only when canStart().
    Shell& window();
    Console& console();

private:
    struct Parts;
    std::unique_ptr<Parts> d;
};

} // namespace pushbrake
