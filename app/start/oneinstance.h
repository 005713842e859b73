// One Pushbrake a user and data folder: the first one listens, a second one hands its file over and ends.
// Owned by Program. The socket lies in the user's own runtime folder, or without one in the data folder, and lets
// nobody else in.
#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

class QLocalServer;
class QLocalSocket;

namespace pushbrake {

class OneInstance : public QObject
{
    Q_OBJECT
public:
    explicit OneInstance(const QString& dataFolder, QObject* parent = nullptr);
    ~OneInstance() override;

    /// Begins to listen; false when the socket cannot be had, in which case a second start can only say so.
    /// Call it only while the data folder's lock is held: it takes over what a crash left.
    bool listen();
    /// From the second start: asks the first one to show itself and to open `file` (empty for none). Calls `done` once,
    /// from the event loop, with whether it answered within three seconds.
    void handOver(const QString& file, std::function<void(bool)> done);

Q_SIGNALS:
    /// Another start asked for the window; `file` is an absolute path or empty.
    void called(const QString& file);

private:
    void onConnection();
    void read(QLocalSocket* socket);

    QString m_name;
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace pushbrake
