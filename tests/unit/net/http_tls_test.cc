#include <memory>
#include <string>
#include <utility>

#include <gmock/gmock.h>

#include "accord/net/http_client.h"
#include "accord/net/http_server.h"

#include "tests/unit/net/raw_socket.h"
#include "tests/unit/net/test_certificates.h"

namespace accord::net {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class Tls : public testing::Test {
 protected:
  HttpServerOptions ServerOptions() const {
    HttpServerOptions options;
    options.certificate_file = certificates_.server();
    options.key_file = certificates_.server_key();
    return options;
  }
  HttpClientOptions ClientOptions() const {
    HttpClientOptions options;
    options.use_proxy_environment = false;
    options.tls.ca_file = certificates_.authority();
    return options;
  }
  static std::unique_ptr<HttpServer> Serve(HttpServerOptions options) {
    auto server = HttpServer::Start(std::move(options), [](const ServerRequest& request) {
      ServerResponse response;
      response.body = request.target + request.body;
      return response;
    });
    EXPECT_TRUE(server.ok());
    return std::move(*server);
  }
  static base::Result<HttpResponse> Fetch(const std::string& url, HttpClientOptions options) {
    auto client = HttpClient::Create(std::move(options));
    EXPECT_TRUE(client.ok());
    HttpRequest request;
    request.method = "POST";
    request.url = url + "/x";
    request.body = "body";
    return (*client)->Fetch(request);
  }

  const TestCertificates certificates_;
};

TEST_F(Tls, ServesHttps) {
  const auto server = Serve(ServerOptions());
  EXPECT_THAT(server->url(), StartsWith("https://127.0.0.1:"));
  const auto client = HttpClient::Create(ClientOptions());
  ASSERT_TRUE(client.ok());
  for (const std::string path : {"/1", "/2", "/3"}) {
    HttpRequest request;
    request.url = server->url() + path;
    const auto response = (*client)->Fetch(request);
    ASSERT_TRUE(response.ok()) << response.error().message;
    EXPECT_EQ(response->body, path);
  }
}

TEST_F(Tls, CarriesLargeBodies) {
  const auto server = Serve(ServerOptions());
  const auto client = HttpClient::Create(ClientOptions());
  ASSERT_TRUE(client.ok());
  HttpRequest request;
  request.method = "PUT";
  request.url = server->url() + "/";
  request.body = std::string(3U << 20U, 'x');
  const auto response = (*client)->Fetch(request);
  ASSERT_TRUE(response.ok()) << response.error().message;
  EXPECT_EQ(response->body, "/" + *request.body);
}

TEST_F(Tls, AnUnknownAuthorityIsRefused) {
  const auto server = Serve(ServerOptions());
  HttpClientOptions options = ClientOptions();
  const TestCertificates others;
  options.tls.ca_file = others.authority();
  const auto response = Fetch(server->url(), options);
  ASSERT_FALSE(response.ok());
  EXPECT_THAT(response.error().message, HasSubstr("the server's TLS certificate is not trusted"));
}

TEST_F(Tls, AnyCertificateWillDoWhenInsecure) {
  const auto server = Serve(ServerOptions());
  HttpClientOptions options = ClientOptions();
  options.tls = {};
  EXPECT_FALSE(Fetch(server->url(), options).ok());
  options.tls.insecure = true;
  const auto response = Fetch(server->url(), options);
  ASSERT_TRUE(response.ok()) << response.error().message;
  EXPECT_EQ(response->body, "/xbody");
}

TEST_F(Tls, ClientsMayHaveToShowACertificate) {
  HttpServerOptions server_options = ServerOptions();
  server_options.client_ca_file = certificates_.authority();
  const auto server = Serve(server_options);
  EXPECT_FALSE(Fetch(server->url(), ClientOptions()).ok());

  HttpClientOptions options = ClientOptions();
  options.tls.certificate_file = certificates_.client();
  options.tls.key_file = certificates_.client_key();
  for (int i = 0; i < 2; ++i) {  // A session may be resumed the second time.
    const auto response = Fetch(server->url(), options);
    ASSERT_TRUE(response.ok()) << response.error().message;
    EXPECT_EQ(response->body, "/xbody");
  }
}

TEST_F(Tls, AForeignClientCertificateIsRefused) {
  HttpServerOptions server_options = ServerOptions();
  server_options.client_ca_file = certificates_.authority();
  const auto server = Serve(server_options);
  const TestCertificates others;
  HttpClientOptions options = ClientOptions();
  options.tls.certificate_file = others.client();
  options.tls.key_file = others.client_key();
  EXPECT_FALSE(Fetch(server->url(), options).ok());
}

TEST_F(Tls, AKeyThatDoesNotFitIsNamedWhenUsed) {
  const auto server = Serve(ServerOptions());
  HttpClientOptions options = ClientOptions();
  options.tls.certificate_file = certificates_.client();
  options.tls.key_file = certificates_.server_key();
  const auto response = Fetch(server->url(), options);
  ASSERT_FALSE(response.ok());
  EXPECT_THAT(response.error().message, HasSubstr("the TLS client certificate cannot be used"));
}

TEST_F(Tls, PlainAndTlsDoNotMix) {
  const auto server = Serve(ServerOptions());
  const std::string plain_url = "http" + server->url().substr(5);
  EXPECT_FALSE(Fetch(plain_url, ClientOptions()).ok());

  const auto plain = Serve({});
  const auto response = Fetch("https" + plain->url().substr(4), ClientOptions());
  ASSERT_FALSE(response.ok());
  EXPECT_THAT(response.error().message, HasSubstr("the TLS handshake failed"));
}

TEST_F(Tls, AHandshakeThatStallsIsDropped) {
  HttpServerOptions options = ServerOptions();
  options.request_timeout = std::chrono::milliseconds(150);
  const auto server = Serve(options);
  RawSocket socket = RawSocket::Connect(server->port());
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(socket.ReadToEnd(), "");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(3));
}

TEST_F(Tls, StopEndsOpenConnections) {
  auto server = Serve(ServerOptions());
  const auto client = HttpClient::Create(ClientOptions());
  ASSERT_TRUE(client.ok());
  HttpRequest request;
  request.url = server->url() + "/";
  ASSERT_TRUE((*client)->Fetch(request).ok());
  const auto begin = std::chrono::steady_clock::now();
  server->Stop();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::milliseconds(900));
}

TEST_F(Tls, StartNamesTheFileItCannotUse) {
  HttpServerOptions options = ServerOptions();
  options.certificate_file = "/nowhere/server.pem";
  const auto no_certificate = HttpServer::Start(options, nullptr);
  ASSERT_FALSE(no_certificate.ok());
  EXPECT_THAT(no_certificate.error().message, HasSubstr("certificate /nowhere/server.pem"));

  options = ServerOptions();
  options.key_file = certificates_.client_key();
  const auto wrong_key = HttpServer::Start(options, nullptr);
  ASSERT_FALSE(wrong_key.ok());
  EXPECT_THAT(wrong_key.error().message, HasSubstr("key " + certificates_.client_key()));

  options = ServerOptions();
  options.client_ca_file = "/nowhere/ca.pem";
  const auto no_authority = HttpServer::Start(options, nullptr);
  ASSERT_FALSE(no_authority.ok());
  EXPECT_THAT(no_authority.error().message, HasSubstr("client authority /nowhere/ca.pem"));
}

}  // namespace
}  // namespace accord::net
