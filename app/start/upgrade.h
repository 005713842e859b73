// Brings a large list of an earlier version up to date on another thread, before the program begins, and says so when
// that takes over a second. Owned by main(). What goes wrong is told by the program, which opens the file next.
#pragma once

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <chrono>
#include <memory>

class QProgressDialog;

namespace pushbrake {

class Upgrade : public QObject
{
    Q_OBJECT
public:
    /// Of the database at `path`; says nothing before `patience` has passed.
    explicit Upgrade(QString path, std::chrono::milliseconds patience = std::chrono::seconds(1));
    /// Waits for the thread.
    ~Upgrade() override;

    /// There is a file of an earlier version, so large that a person would wait for it. Reads a few bytes.
    static bool isNeeded(const QString& path);
    void start();

Q_SIGNALS:
    /// Once, whatever came of it.
    void ended();

private:
    void show();

    const QString m_path;
    QThreadPool m_thread;
    QTimer m_patience;
    std::unique_ptr<QProgressDialog> m_window;
};

} // namespace pushbrake
