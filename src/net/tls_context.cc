#include "net/tls_context.h"

#include <array>
#include <memory>
#include <string>

namespace accord::net {
namespace {

namespace ssl = boost::asio::ssl;

base::Error FileError(const char* what,
                      const std::string& file,
                      const boost::system::error_code& error) {
  return base::InputError(std::string("cannot use the TLS ") + what + " " + file + ": " +
                          error.message());
}

}  // namespace

base::Result<std::unique_ptr<ssl::context>> MakeServerTls(const HttpServerOptions& options) {
  auto tls = std::make_unique<ssl::context>(ssl::context::tls_server);
  boost::system::error_code error;
  tls->set_options(
      ssl::context::default_workarounds | ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1, error);
  tls->use_certificate_chain_file(options.certificate_file, error);
  if (error) {
    return FileError("certificate", options.certificate_file, error);
  }
  tls->use_private_key_file(options.key_file, ssl::context::pem, error);
  if (error) {
    return FileError("key", options.key_file, error);
  }
  if (options.client_ca_file.empty()) {
    return tls;
  }
  tls->load_verify_file(options.client_ca_file, error);
  if (error) {
    return FileError("client authority", options.client_ca_file, error);
  }
  tls->set_verify_mode(ssl::verify_peer | ssl::verify_fail_if_no_peer_cert, error);
  // A session that is resumed must have been made by this kind of server
  // (SSL_CTX_set_session_id_context(3)).
  constexpr std::array<unsigned char, 6> kSessionContext{'a', 'c', 'c', 'o', 'r', 'd'};
  SSL_CTX_set_session_id_context(
      tls->native_handle(), kSessionContext.data(), kSessionContext.size());
  return tls;
}

}  // namespace accord::net
