// Names in a certificate, as whoever made it wrote them, beside the host that was asked for. Promised: a host is named
// only by a whole alternative name or by one with a star for its whole first label, an address only by its own bytes;
// the common name, which is always the host here, never counts; and a plain name that stands there is found.
#include "net/certificatename.h"
#include "always.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QUrl>
#include <QtEndian>

#include <fuzzer/FuzzedDataProvider.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <memory>

using namespace pushbrake;

namespace {

struct Release
{
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(GENERAL_NAMES* names) const { GENERAL_NAMES_free(names); }
};
template<typename T> using Owned = std::unique_ptr<T, Release>;

struct Name
{
    int kind; ///< GEN_DNS, GEN_IPADD, GEN_EMAIL, GEN_URI
    QByteArray bytes;
};

GENERAL_NAME* made(const Name& name)
{
    GENERAL_NAME* general = GENERAL_NAME_new();
    ASN1_STRING* value = ASN1_STRING_type_new(name.kind == GEN_IPADD ? V_ASN1_OCTET_STRING : V_ASN1_IA5STRING);
    ASN1_STRING_set(value, name.bytes.constData(), int(name.bytes.size()));
    GENERAL_NAME_set0_value(general, name.kind, value);
    return general;
}

/// Not signed by anybody: only its names are read.
QSslCertificate certificateOf(const QList<Name>& names, const QByteArray& commonName)
{
    static const Owned<EVP_PKEY> key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    const Owned<X509> certificate(X509_new());
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_ASC,
        reinterpret_cast<const unsigned char*>(commonName.constData()), int(commonName.size()), -1, 0);
    const Owned<GENERAL_NAMES> general(GENERAL_NAMES_new());
    for (const Name& name : names)
        sk_GENERAL_NAME_push(general.get(), made(name));
    if (!names.isEmpty())
        X509_add1_ext_i2d(certificate.get(), NID_subject_alt_name, general.get(), 0, X509V3_ADD_DEFAULT);
    X509_sign(certificate.get(), key.get(), nullptr);
    unsigned char* der = nullptr;
    const int size = i2d_X509(certificate.get(), &der);
    const QByteArray bytes(reinterpret_cast<const char*>(der), std::max(0, size));
    OPENSSL_free(der);
    return QSslCertificate(bytes, QSsl::Der);
}

QByteArray asciiLower(QByteArray text)
{
    for (char& c : text)
        c = c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    return text;
}

bool isPlainName(const QByteArray& name)
{
    const auto isPlain
        = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.'; };
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), isPlain) && !name.startsWith('.')
        && !name.endsWith('.') && !name.contains("..") && name.size() <= 63;
}

/// RFC 9525 in bytes.
bool names(const Name& name, const QByteArray& host, const QHostAddress& address)
{
    if (!address.isNull()) {
        const Q_IPV6ADDR six = address.toIPv6Address();
        const quint32 four = qToBigEndian(address.toIPv4Address());
        const QByteArray bytes = address.protocol() == QAbstractSocket::IPv4Protocol
            ? QByteArray(reinterpret_cast<const char*>(&four), 4)
            : QByteArray(reinterpret_cast<const char*>(&six), 16);
        return name.kind == GEN_IPADD && name.bytes == bytes;
    }
    const QByteArray presented = asciiLower(name.bytes);
    if (name.kind != GEN_DNS || presented.isEmpty())
        return false;
    const QByteArray behindFirstLabel = host.mid(host.indexOf('.'));
    return presented == host || (host.count('.') >= 2 && host.indexOf('.') > 0 && presented == '*' + behindFirstLabel);
}

QList<Name> namesOf(FuzzedDataProvider& given)
{
    QList<Name> all;
    for (int count = given.ConsumeIntegralInRange(0, 4); count > 0; --count) {
        const int kind = given.PickValueInArray({ GEN_DNS, GEN_DNS, GEN_IPADD, GEN_EMAIL, GEN_URI });
        all.append({ kind, QByteArray::fromStdString(given.ConsumeRandomLengthString(80)) });
    }
    return all;
}

QString hostOf(FuzzedDataProvider& given, const QList<Name>& all)
{
    if (all.isEmpty() || given.ConsumeBool())
        return QString::fromUtf8(given.ConsumeRandomLengthString(80));
    const Name& like = all.at(given.ConsumeIntegralInRange(0, int(all.size()) - 1));
    const auto* bytes = reinterpret_cast<const uchar*>(like.bytes.constData());
    if (like.kind == GEN_IPADD && like.bytes.size() == 4)
        return QHostAddress(qFromBigEndian<quint32>(bytes)).toString();
    if (like.kind == GEN_IPADD && like.bytes.size() == 16)
        return QHostAddress(bytes).toString();
    QString host = QString::fromLatin1(like.bytes);
    if (host.startsWith(u'*'))
        host.replace(0, 1, QStringLiteral("api"));
    return given.ConsumeBool() ? host : host + u'.';
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int* count, char*** arguments)
{
    static QCoreApplication app(*count, *arguments);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    FuzzedDataProvider given(data, size);
    const QList<Name> all = namesOf(given);
    const QString asked = hostOf(given, all);
    const QSslCertificate certificate = certificateOf(all, asked.toUtf8());
    const QHostAddress address(asked);
    QByteArray host = asciiLower(QUrl::toAce(asked));
    if (host.endsWith('.'))
        host.chop(1);
    const bool isThere
        = std::any_of(all.begin(), all.end(), [&](const Name& name) { return names(name, host, address); });
    const bool isTaken = isNamed(certificate, asked);
    always(!isTaken || isThere);
    if (address.isNull() && isPlainName(host) && !certificate.isNull())
        always(isTaken == isThere);
    return 0;
}
