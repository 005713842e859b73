#include "support/tlsidentity.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>

namespace pushbrake {

namespace {

struct Release
{
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(X509_EXTENSION* extension) const { X509_EXTENSION_free(extension); }
    void operator()(BIO* text) const { BIO_free_all(text); }
};
template<typename T> using Owned = std::unique_ptr<T, Release>;

QByteArray content(BIO* text)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(text, &data);
    return QByteArray(data, size);
}

void addAlternatives(X509* certificate, const QByteArray& alternatives)
{
    if (alternatives.isEmpty())
        return;
    const Owned<X509_EXTENSION> names(
        X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, alternatives.constData()));
    Q_ASSERT(names);
    X509_add_ext(certificate, names.get(), -1);
}

TlsIdentity identityFor(const TlsNames& names, std::chrono::seconds validFrom, std::chrono::seconds validUntil)
{
    const Owned<EVP_PKEY> key(EVP_EC_gen("P-256"));
    const Owned<X509> certificate(X509_new());
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), validFrom.count());
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), validUntil.count());
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME* name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(
        name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>(names.commonName.constData()), -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    addAlternatives(certificate.get(), names.alternatives);
    X509_sign(certificate.get(), key.get(), EVP_sha256());

    const Owned<BIO> certificateText(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(certificateText.get(), certificate.get());
    const Owned<BIO> keyText(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(keyText.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return { QSslCertificate(content(certificateText.get())), QSslKey(content(keyText.get()), QSsl::Ec) };
}

} // namespace

TlsIdentity makeTlsIdentity(const TlsNames& names)
{
    return identityFor(names, std::chrono::hours(-1), std::chrono::hours(1));
}

TlsIdentity makeTlsIdentity(const QByteArray& hostName, std::chrono::seconds validFrom, std::chrono::seconds validUntil)
{
    return identityFor({ hostName, "DNS:" + hostName }, validFrom, validUntil);
}

} // namespace pushbrake
