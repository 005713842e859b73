#include "start/oneinstance.h"

#include "store/datafolder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTimer>

namespace pushbrake {

namespace {

constexpr int patience = 3'000; // ms; the first one may be busy painting
constexpr int again = 50; // ms; started at the same moment, it does not listen yet
constexpr qint64 longestPath = 8'192;
const QByteArray understood = QByteArrayLiteral("shown\n");

#ifdef Q_OS_UNIX
// Qt falls back to a name in /tmp that anybody can guess, and take first.
QString socketFolder(const QString& dataFolder)
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    constexpr auto others = QFileDevice::WriteGroup | QFileDevice::WriteOther;
    const bool isUsable = QDir::isAbsolutePath(runtime) && QFileInfo(runtime).isDir() && isOwn(runtime)
        && !(QFile::permissions(runtime) & others);
    return isUsable ? runtime : dataFolder;
}
#endif

// A folder's own name may be longer than a socket's may be.
QString nameFor(const QString& dataFolder)
{
    const QByteArray folder = QFileInfo(dataFolder).absoluteFilePath().toUtf8();
    const QString name = QStringLiteral("pushbrake-")
        + QString::fromLatin1(QCryptographicHash::hash(folder, QCryptographicHash::Sha256).toHex().left(16));
#ifdef Q_OS_UNIX
    return QDir(socketFolder(QFileInfo(dataFolder).absoluteFilePath())).filePath(name);
#else
    return name;
#endif
}

} // namespace

OneInstance::OneInstance(const QString& dataFolder, QObject* parent)
    : QObject(parent)
    , m_name(nameFor(dataFolder))
{
}

OneInstance::~OneInstance() = default;

bool OneInstance::listen()
{
    QLocalServer::removeServer(m_name);
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server.get(), &QLocalServer::newConnection, this, &OneInstance::onConnection);
    return m_server->listen(m_name);
}

void OneInstance::onConnection()
{
    while (QLocalSocket* socket = m_server->nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        read(socket);
    }
}

void OneInstance::read(QLocalSocket* socket)
{
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() > longestPath)
            socket->abort();
        return;
    }
    const QString file = QString::fromUtf8(socket->readLine(longestPath).chopped(1));
    socket->write(understood);
    socket->disconnectFromServer();
    Q_EMIT called(file);
}

void OneInstance::handOver(const QString& file, std::function<void(bool)> done)
{
    auto* socket = new QLocalSocket(this);
    auto* deadline = new QTimer(socket);
    const auto end = [socket, done = std::move(done)](bool shown) {
        socket->disconnect();
        socket->deleteLater();
        done(shown);
    };
    const QString path = file.isEmpty() ? QString() : QFileInfo(file).absoluteFilePath();
    connect(socket, &QLocalSocket::connected, socket, [socket, path] { socket->write(path.toUtf8() + '\n'); });
    connect(socket, &QLocalSocket::readyRead, socket, [socket, end] {
        if (socket->canReadLine())
            end(socket->readLine() == understood);
    });
    connect(socket, &QLocalSocket::errorOccurred, socket,
        [socket, end, name = m_name](QLocalSocket::LocalSocketError error) {
            if (error == QLocalSocket::ServerNotFoundError || error == QLocalSocket::ConnectionRefusedError)
                QTimer::singleShot(again, socket, [socket, name] { socket->connectToServer(name); });
            else
                end(false);
        });
    connect(deadline, &QTimer::timeout, socket, [end] { end(false); });
    deadline->setSingleShot(true);
    deadline->start(patience);
    // Refused at once, it would report before the caller's event loop runs.
    QTimer::singleShot(0, socket, [socket, name = m_name] { socket->connectToServer(name); });
}

} // namespace pushbrake
