// Looks through the pages of a large file on another thread once it is open and shown. Owned by Program.
#pragma once

#include "store/storefault.h"

#include <QObject>
#include <QThreadPool>

namespace pushbrake {

class PageCheck : public QObject
{
    Q_OBJECT
public:
    explicit PageCheck(QObject* parent = nullptr);
    /// Waits for the thread: a second for some million tasks.
    ~PageCheck() override;

    /// Of the file at `path`, which is open. Whoever writes to it meanwhile has to wait: see Database::waitLonger().
    void start(const QString& path);

Q_SIGNALS:
    /// A page was damaged; nothing is said of a sound file, nor of one that could not be read now.
    void foundDamage();
    /// Whatever came of it, after foundDamage().
    void ended();

private:
    QThreadPool m_thread;
};

} // namespace pushbrake
