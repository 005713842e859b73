// A request's body that the network can read once and never again, so that QNetworkAccessManager, which sends a POST
// anew when a connection breaks, cannot: it gives up with ContentReSendError instead. One for each request.
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace pushbrake {

class OnceBody final : public QIODevice
{
public:
    explicit OnceBody(QByteArray body, QObject* parent = nullptr);

    /// Whether any byte was asked for. While it was not, nothing of the request's body can have left.
    bool wasRead() const { return m_wasRead; }

    /// Whether all of it was. Before that no answer can be one to this request.
    bool wasReadToTheEnd() const { return m_offset >= m_body.size(); }

    /// Not sequential, since Qt would copy a sequential device and could then rewind the copy.
    bool isSequential() const override { return false; }
    qint64 size() const override { return m_body.size(); }
    bool atEnd() const override { return wasReadToTheEnd(); }
    bool reset() override { return false; }
    bool seek(qint64 position) override;

protected:
    qint64 readData(char* data, qint64 room) override;
    qint64 writeData(const char* data, qint64 size) override;

private:
    QByteArray m_body;
    qint64 m_offset = 0;
    bool m_wasRead = false;
};

} // namespace pushbrake
