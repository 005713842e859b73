// The whole program as one object: builds everything in the right order and takes it down in the reverse.
// Owned by main(); the tour and the start-up benchmark build the same one in folders of their own.
#pragma once

#include <QString>

#include <memory>

namespace pushbrake {

class MainWindow;
class PracticeService;

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
    /// Shows the window and opens the app that was used last.
    void start();
    MainWindow& window();

private:
    struct Parts;
    std::unique_ptr<Parts> d;
};

} // namespace pushbrake
