#include "support/floodserver.h"

#include <QFile>

#include <openssl/ssl.h>

#include <functional>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace pushbrake {

struct FloodServer::Tls
{
    explicit Tls(const TlsIdentity& identity)
        : context(SSL_CTX_new(TLS_server_method()))
    {
        const QByteArray certificate = identity.certificate.toDer();
        const QByteArray key = identity.key.toDer();
        SSL_CTX_use_certificate_ASN1(
            context, int(certificate.size()), reinterpret_cast<const unsigned char*>(certificate.constData()));
        auto bytes = reinterpret_cast<const unsigned char*>(key.constData());
        EVP_PKEY* read = d2i_AutoPrivateKey(nullptr, &bytes, long(key.size()));
        SSL_CTX_use_PrivateKey(context, read);
        EVP_PKEY_free(read);
    }
    ~Tls() { SSL_CTX_free(context); }
    Q_DISABLE_COPY_MOVE(Tls)

    SSL_CTX* context;
};

FloodServer::FloodServer(Script script, const TlsIdentity* identity)
    : m_script(std::move(script))
    , m_tls(identity ? std::make_unique<Tls>(*identity) : nullptr)
    , m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(m_listener, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(m_listener, 64) != 0)
        qFatal("no socket to listen on");
    ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size);
    m_port = ntohs(address.sin_port);
    m_accepter = std::thread([this] { accept(); });
}

FloodServer::~FloodServer()
{
    m_ends = true;
    ::shutdown(m_listener, SHUT_RDWR);
    m_accepter.join();
    for (const int socket : m_sockets)
        ::shutdown(socket, SHUT_RDWR);
    for (std::thread& server : m_servers)
        server.join();
    for (const int socket : m_sockets)
        ::close(socket);
    ::close(m_listener);
}

void FloodServer::accept()
{
    while (!m_ends) {
        const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0)
            continue;
        const std::scoped_lock lock(m_guard);
        m_sockets.push_back(socket);
        m_servers.emplace_back([this, socket] { serve(socket); });
    }
}

void FloodServer::serve(int socket)
{
    std::function<qint64(char*, size_t)> read = [socket](char* to, size_t size) { return ::recv(socket, to, size, 0); };
    std::function<qint64(const char*, size_t)> write
        = [socket](const char* from, size_t size) { return ::send(socket, from, size, MSG_NOSIGNAL); };
    std::unique_ptr<SSL, decltype(&SSL_free)> tls(m_tls ? SSL_new(m_tls->context) : nullptr, &SSL_free);
    if (tls) {
        SSL_set_fd(tls.get(), socket);
        if (SSL_accept(tls.get()) != 1)
            return;
        read = [&tls](char* to, size_t size) { return SSL_read(tls.get(), to, int(size)); };
        write = [&tls](const char* from, size_t size) { return SSL_write(tls.get(), from, int(size)); };
    }
    const auto send = [&](const QByteArray& bytes) {
        const qint64 sent = bytes.isEmpty() ? 0 : write(bytes.constData(), size_t(bytes.size()));
        m_sent += std::max<qint64>(0, sent);
        return sent == bytes.size();
    };
    const QByteArray flood
        = m_script.endless.repeated(m_script.endless.isEmpty() ? 1 : 65'536 / m_script.endless.size());
    QByteArray head;
    char part[4096];
    while (!head.contains("\r\n\r\n")) {
        const qint64 came = read(part, sizeof part);
        if (came <= 0)
            return;
        head.append(part, came);
    }
    ++m_heads;
    bool goesOn = send(m_script.before);
    while (goesOn && !m_ends && !flood.isEmpty())
        goesOn = send(flood);
    while (!m_ends && flood.isEmpty() && read(part, sizeof part) > 0) { }
    ::shutdown(socket, SHUT_RDWR);
}

} // namespace pushbrake
