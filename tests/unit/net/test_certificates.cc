#include "tests/unit/net/test_certificates.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace accord::net {
namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using File = std::unique_ptr<std::FILE, decltype(&std::fclose)>;

Key MakeKey() {
  return {EVP_EC_gen("P-256"), &EVP_PKEY_free};
}

void AddExtension(X509* certificate, int nid, const char* value) {
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, nid, value);
  X509_add_ext(certificate, extension, -1);
  X509_EXTENSION_free(extension);
}

long NextSerial() {
  static std::atomic<long> serial = 0;
  return ++serial;
}

/// Signed by `issuer`, or by itself when that is nullptr.
Certificate MakeCertificate(const std::string& name,
                            EVP_PKEY* key,
                            X509* issuer,
                            EVP_PKEY* issuer_key) {
  constexpr long kHour = 3600;
  Certificate certificate(X509_new(), &X509_free);
  X509_set_version(certificate.get(), X509_VERSION_3);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), NextSerial());
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -kHour);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), kHour);
  X509_set_pubkey(certificate.get(), key);
  X509_NAME* subject = X509_get_subject_name(certificate.get());
  X509_NAME_add_entry_by_txt(
      subject, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
  X509_set_issuer_name(certificate.get(),
                       issuer == nullptr ? subject : X509_get_subject_name(issuer));
  AddExtension(
      certificate.get(), NID_basic_constraints, issuer == nullptr ? "CA:TRUE" : "CA:FALSE");
  if (issuer != nullptr) {
    AddExtension(certificate.get(), NID_subject_alt_name, "IP:127.0.0.1,DNS:localhost");
  }
  X509_sign(certificate.get(), issuer_key, EVP_sha256());
  return certificate;
}

File OpenFile(const std::filesystem::path& path) {
  return {std::fopen(path.c_str(), "w"), &std::fclose};
}

void Write(const std::filesystem::path& path, X509* certificate) {
  PEM_write_X509(OpenFile(path).get(), certificate);
}

void Write(const std::filesystem::path& path, EVP_PKEY* key) {
  PEM_write_PrivateKey(OpenFile(path).get(), key, nullptr, nullptr, 0, nullptr, nullptr);
}

}  // namespace

TestCertificates::TestCertificates() {
  std::string folder = (std::filesystem::temp_directory_path() / "accord-tls-XXXXXX").string();
  folder_ = mkdtemp(folder.data());
  const Key authority_key = MakeKey();
  const Certificate authority =
      MakeCertificate("authority of " + folder, authority_key.get(), nullptr, authority_key.get());
  Write(folder_ / "ca.pem", authority.get());
  for (const std::string name : {"server", "client"}) {
    const Key key = MakeKey();
    const Certificate certificate =
        MakeCertificate(name, key.get(), authority.get(), authority_key.get());
    Write(folder_ / (name + ".pem"), certificate.get());
    Write(folder_ / (name + ".key"), key.get());
  }
}

TestCertificates::~TestCertificates() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

}  // namespace accord::net
