#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <gmock/gmock.h>

#include "accord/net/http_client.h"
#include "accord/net/http_server.h"

#include "tests/unit/net/raw_socket.h"

namespace accord::net {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

using std::chrono::milliseconds;

std::unique_ptr<HttpServer> Serve(HttpServerOptions options) {
  auto server = HttpServer::Start(std::move(options), [](const ServerRequest& request) {
    ServerResponse response;
    response.body = std::to_string(request.body.size());
    return response;
  });
  EXPECT_TRUE(server.ok());
  return std::move(*server);
}

std::string Ask(const HttpServer& server, const std::string& request) {
  RawSocket socket = RawSocket::Connect(server.port());
  socket.Send(request);
  return socket.ReadMessage();
}

std::string Put(std::size_t size) {
  return "PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n";
}

TEST(HttpServerLimits, ABodyAboveTheLimitIs413) {
  HttpServerOptions options;
  options.max_body_bytes = 100;
  const auto server = Serve(options);
  EXPECT_THAT(Ask(*server, Put(100) + std::string(100, 'x')), EndsWith("\r\n\r\n100"));
  EXPECT_THAT(Ask(*server, Put(101)),
              AllOf(StartsWith("HTTP/1.1 413 "),
                    HasSubstr("the body is above 100 bytes"),
                    HasSubstr("\r\nConnection: close\r\n")));
}

TEST(HttpServerLimits, AChunkedBodyAboveTheLimitIs413) {
  HttpServerOptions options;
  options.max_body_bytes = 100;
  const auto server = Serve(options);
  EXPECT_THAT(Ask(*server,
                  "PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n60\r\n" +
                      std::string(0x60, 'x') + "\r\n60\r\n" + std::string(0x60, 'x')),
              StartsWith("HTTP/1.1 413 "));
}

TEST(HttpServerLimits, TheAnswerReachesAClientThatIsStillSending) {
  HttpServerOptions options;
  options.max_body_bytes = 100;
  const auto server = Serve(options);
  RawSocket socket = RawSocket::Connect(server->port());
  socket.Send(Put(4U << 20U));
  const std::string piece(1U << 16U, 'x');
  for (int i = 0; i < 16; ++i) {
    socket.Send(piece);
  }
  EXPECT_THAT(socket.ReadMessage(), StartsWith("HTTP/1.1 413 "));
}

TEST(HttpServerLimits, ABodyAboveTheLimitIsNotInvitedByContinue) {
  HttpServerOptions options;
  options.max_body_bytes = 100;
  const auto server = Serve(options);
  EXPECT_THAT(Ask(*server,
                  "PUT / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\n"
                  "Content-Length: 101\r\n\r\n"),
              StartsWith("HTTP/1.1 413 "));
}

TEST(HttpServerLimits, AHeaderAboveTheLimitIs431) {
  HttpServerOptions options;
  options.max_header_bytes = 1000;
  const auto server = Serve(options);
  const std::string start = "GET / HTTP/1.1\r\nHost: h\r\n";
  EXPECT_THAT(Ask(*server, start + "X: " + std::string(800, 'x') + "\r\n\r\n"),
              StartsWith("HTTP/1.1 200 "));
  EXPECT_THAT(Ask(*server, start + "X: " + std::string(2000, 'x') + "\r\n\r\n"),
              AllOf(StartsWith("HTTP/1.1 431 "), HasSubstr("the header is above 1000 bytes")));
  EXPECT_THAT(Ask(*server, "GET /" + std::string(5000, 'x')), StartsWith("HTTP/1.1 431 "));
}

TEST(HttpServerLimits, ASlowHeaderIs408) {
  HttpServerOptions options;
  options.request_timeout = milliseconds(150);
  const auto server = Serve(options);
  RawSocket socket = RawSocket::Connect(server->port());
  const auto begin = std::chrono::steady_clock::now();
  // A byte now and then does not buy time.
  std::thread drip([&socket] {
    for (const char c : std::string_view("GET / HTTP/1.1")) {
      if (!socket.Send({&c, 1})) {
        return;
      }
      std::this_thread::sleep_for(milliseconds(50));
    }
  });
  const std::string answer = socket.ReadMessage();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, milliseconds(650));
  drip.join();
  EXPECT_THAT(answer, AllOf(StartsWith("HTTP/1.1 408 "), HasSubstr("Connection: close")));
}

TEST(HttpServerLimits, ASlowBodyIs408) {
  HttpServerOptions options;
  options.request_timeout = milliseconds(150);
  const auto server = Serve(options);
  EXPECT_THAT(Ask(*server, Put(10) + "abc"), StartsWith("HTTP/1.1 408 "));
}

TEST(HttpServerLimits, TheTimeCountsAnewForEachRequest) {
  HttpServerOptions options;
  options.request_timeout = milliseconds(200);
  const auto server = Serve(options);
  RawSocket socket = RawSocket::Connect(server->port());
  for (int i = 0; i < 4; ++i) {
    socket.Send(Put(2) + "a");
    std::this_thread::sleep_for(milliseconds(80));
    socket.Send("b");
    EXPECT_THAT(socket.ReadMessage(), EndsWith("\r\n\r\n2")) << i;
  }
}

TEST(HttpServerLimits, AnIdleConnectionIsClosedWithoutAWord) {
  HttpServerOptions options;
  options.idle_timeout = milliseconds(150);
  const auto server = Serve(options);
  RawSocket fresh = RawSocket::Connect(server->port());
  RawSocket used = RawSocket::Connect(server->port());
  used.Send(Put(0));
  used.ReadMessage();
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(used.ReadToEnd(), "");
  EXPECT_EQ(fresh.ReadToEnd(), "");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(3));
}

TEST(HttpServerLimits, SlowClientsDoNotHinderOthers) {
  const auto server = Serve({});
  std::vector<RawSocket> slow;
  for (int i = 0; i < 200; ++i) {
    slow.push_back(RawSocket::Connect(server->port()));
    slow.back().Send("GET / HTTP/1.1\r\nHo");
  }
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_THAT(Ask(*server, Put(0)), StartsWith("HTTP/1.1 200 "));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(2));
}

TEST(HttpServerLimits, AConnectionTooManyWaitsForItsTurn) {
  HttpServerOptions options;
  options.max_connections = 1;
  const auto server = Serve(options);
  RawSocket second = [&server] {
    RawSocket first = RawSocket::Connect(server->port());
    first.Send(Put(0));
    first.ReadMessage();
    return RawSocket::Connect(server->port());
  }();
  second.Send(Put(0));
  EXPECT_THAT(second.ReadMessage(), StartsWith("HTTP/1.1 200 "));
}

TEST(HttpServerLimits, ALargeBodyGoesBothWays) {
  constexpr std::size_t kSize = 20U << 20U;
  auto server = HttpServer::Start({}, [](const ServerRequest& request) {
    ServerResponse response;
    response.body = request.body;
    return response;
  });
  ASSERT_TRUE(server.ok());
  HttpClientOptions options;
  options.use_proxy_environment = false;
  auto client = HttpClient::Create(options);
  ASSERT_TRUE(client.ok());
  HttpRequest request;
  request.method = "POST";
  request.url = (*server)->url() + "/";
  request.body = std::string(kSize, 'x');
  const auto response = (*client)->Fetch(request);
  ASSERT_TRUE(response.ok()) << response.error().message;
  EXPECT_EQ(response->body.size(), kSize);
}

TEST(HttpServerLimits, AClientThatReadsNothingIsDropped) {
  HttpServerOptions options;
  options.idle_timeout = milliseconds(150);
  options.max_connections = 1;
  auto server = HttpServer::Start(options, [](const ServerRequest& request) {
    ServerResponse response;
    response.body.assign(request.target == "/large" ? 64U << 20U : 1U, 'x');
    return response;
  });
  ASSERT_TRUE(server.ok());
  RawSocket deaf = RawSocket::Connect((*server)->port());
  deaf.Send("GET /large HTTP/1.1\r\nHost: h\r\n\r\n");
  deaf.ReadUntil("\r\n\r\n");
  // Served only after the first connection is gone, because one is all that is allowed.
  EXPECT_THAT(Ask(**server, "GET /small HTTP/1.1\r\nHost: h\r\n\r\n"), StartsWith("HTTP/1.1 200 "));
}

}  // namespace
}  // namespace accord::net
