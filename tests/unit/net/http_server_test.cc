#include "accord/net/http_server.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <gmock/gmock.h>

#include "tests/unit/net/raw_socket.h"

namespace accord::net {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

using std::chrono::milliseconds;

std::unique_ptr<HttpServer> Serve(HttpServer::Handler handler, HttpServerOptions options = {}) {
  auto server = HttpServer::Start(std::move(options), std::move(handler));
  EXPECT_TRUE(server.ok());
  return std::move(*server);
}

/// Tells in its body what it saw of the request.
ServerResponse Echo(const ServerRequest& request) {
  ServerResponse response;
  response.body = request.method + " " + request.target + " " + request.body;
  return response;
}

/// One exchange on a connection of its own.
std::string Ask(const HttpServer& server, const std::string& request) {
  RawSocket socket = RawSocket::Connect(server.port());
  socket.Send(request);
  return socket.ReadMessage();
}

TEST(ServerRequest, SplitsItsTarget) {
  ServerRequest request;
  request.target = "/a/b?c=d?e";
  EXPECT_EQ(request.path(), "/a/b");
  EXPECT_EQ(request.query(), "c=d?e");
  request.target = "/a";
  EXPECT_EQ(request.path(), "/a");
  EXPECT_EQ(request.query(), "");
}

TEST(HttpServer, HandsTheRequestToTheHandler) {
  ServerRequest seen;
  const auto server = Serve([&seen](const ServerRequest& request) {
    seen = request;
    return ServerResponse{};
  });
  Ask(*server,
      "BREW /pot%20x?a=b&c HTTP/1.1\r\nHost: h\r\nX-A: 1\r\nx-a:  2 \r\nContent-Length: "
      "3\r\n\r\nabc");
  EXPECT_EQ(seen.method, "BREW");
  EXPECT_EQ(seen.target, "/pot%20x?a=b&c");
  EXPECT_EQ(seen.body, "abc");
  EXPECT_EQ(seen.headers,
            (Headers{{"Host", "h"}, {"X-A", "1"}, {"x-a", "2"}, {"Content-Length", "3"}}));
}

TEST(HttpServer, ReadsChunkedBodies) {
  const auto server = Serve(Echo);
  EXPECT_THAT(Ask(*server,
                  "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                  "2\r\nab\r\n3\r\ncde\r\n0\r\n\r\n"),
              EndsWith("\r\n\r\nPOST / abcde"));
}

TEST(HttpServer, SendsTheHandlersResponse) {
  const auto server = Serve([](const ServerRequest&) {
    ServerResponse response;
    response.status = 201;
    response.headers = {{"X-A", "1"}, {"X-A", "2"}};
    response.body = std::string("a\0b", 3);
    return response;
  });
  const std::string answer = Ask(*server, "GET / HTTP/1.1\r\nHost: h\r\n\r\n");
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 201 Created\r\nX-A: 1\r\nX-A: 2\r\nDate: "));
  EXPECT_THAT(answer, HasSubstr("\r\nContent-Length: 3\r\n"));
  EXPECT_THAT(answer, EndsWith(std::string("\r\n\r\na\0b", 7)));
}

TEST(HttpServer, KeepsTheConnectionOpen) {
  const auto server = Serve(Echo);
  RawSocket socket = RawSocket::Connect(server->port());
  for (const std::string path : {"/1", "/2", "/3"}) {
    socket.Send("GET " + path + " HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_THAT(socket.ReadMessage(),
                AllOf(EndsWith("GET " + path + " "), Not(HasSubstr("Connection"))));
  }
}

TEST(HttpServer, AnswersPipelinedRequestsInOrder) {
  const auto server = Serve(Echo);
  RawSocket socket = RawSocket::Connect(server->port());
  socket.Send(
      "POST /1 HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\nx"
      "GET /2 HTTP/1.1\r\nHost: h\r\n\r\nGET /3 HTTP/1.1\r\nHost: h\r\n\r\n");
  EXPECT_THAT(socket.ReadMessage(), EndsWith("POST /1 x"));
  EXPECT_THAT(socket.ReadMessage(), EndsWith("GET /2 "));
  EXPECT_THAT(socket.ReadMessage(), EndsWith("GET /3 "));
}

TEST(HttpServer, ClosesWhenTheClientAsks) {
  const auto server = Serve(Echo);
  RawSocket socket = RawSocket::Connect(server->port());
  socket.Send("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(socket.ReadToEnd(), HasSubstr("\r\nConnection: close\r\n"));
}

TEST(HttpServer, ClosesWhenTheHandlerAsks) {
  const auto server = Serve([](const ServerRequest&) {
    ServerResponse response;
    response.headers = {{"Connection", "close"}};
    return response;
  });
  RawSocket socket = RawSocket::Connect(server->port());
  socket.Send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
  EXPECT_THAT(socket.ReadToEnd(), HasSubstr("\r\nConnection: close\r\n"));
}

TEST(HttpServer, ServesHttp10) {
  const auto server = Serve(Echo);
  RawSocket closing = RawSocket::Connect(server->port());
  closing.Send("GET / HTTP/1.0\r\n\r\n");
  EXPECT_THAT(closing.ReadToEnd(), EndsWith("GET / "));
  RawSocket kept = RawSocket::Connect(server->port());
  for (int i = 0; i < 2; ++i) {
    kept.Send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_THAT(kept.ReadMessage(), HasSubstr("\r\nConnection: keep-alive\r\n"));
  }
}

TEST(HttpServer, AnswersHeadWithoutABody) {
  const auto server = Serve(Echo);
  RawSocket socket = RawSocket::Connect(server->port());
  socket.Send("HEAD /x HTTP/1.1\r\nHost: h\r\n\r\n");
  EXPECT_THAT(socket.ReadUntil("\r\n\r\n"), HasSubstr("\r\nContent-Length: 8\r\n"));
  socket.Send("GET /y HTTP/1.1\r\nHost: h\r\n\r\n");
  EXPECT_THAT(socket.ReadMessage(), AllOf(StartsWith("HTTP/1.1 200"), EndsWith("GET /y ")));
}

TEST(HttpServer, SendsNoBodyWith204) {
  const auto server = Serve([](const ServerRequest& request) {
    ServerResponse response = Echo(request);
    response.status = 204;
    return response;
  });
  RawSocket socket = RawSocket::Connect(server->port());
  socket.Send("GET / HTTP/1.1\r\nHost: h\r\n\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n");
  for (int i = 0; i < 2; ++i) {
    EXPECT_THAT(socket.ReadMessage(),
                AllOf(StartsWith("HTTP/1.1 204 "), Not(HasSubstr("Content-Length"))));
  }
}

TEST(HttpServer, SaysContinueWhenTheClientWaits) {
  const auto server = Serve(Echo);
  RawSocket socket = RawSocket::Connect(server->port());
  socket.Send("PUT / HTTP/1.1\r\nHost: h\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n\r\n");
  EXPECT_EQ(socket.ReadUntil("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  socket.Send("ab");
  EXPECT_THAT(socket.ReadMessage(), EndsWith("PUT / ab"));
}

TEST(HttpServer, DoesNotSayContinueToHttp10) {
  const auto server = Serve(Echo);
  RawSocket socket = RawSocket::Connect(server->port());
  socket.Send("PUT / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\nab");
  EXPECT_THAT(socket.ReadToEnd(), AllOf(StartsWith("HTTP/1.1 200"), EndsWith("PUT / ab")));
}

TEST(HttpServer, AThrowingHandlerIsA500) {
  const auto server = Serve([](const ServerRequest& request) -> ServerResponse {
    if (request.target == "/unknown") {
      throw 17;
    }
    throw std::runtime_error("the store is gone");
  });
  EXPECT_THAT(Ask(*server, "GET / HTTP/1.1\r\nHost: h\r\n\r\n"),
              AllOf(StartsWith("HTTP/1.1 500 "), HasSubstr("the store is gone")));
  EXPECT_THAT(Ask(*server, "GET /unknown HTTP/1.1\r\nHost: h\r\n\r\n"),
              StartsWith("HTTP/1.1 500 "));
}

TEST(HttpServer, AResponseThatWouldSplitIsA500) {
  const auto server = Serve([](const ServerRequest&) {
    ServerResponse response;
    response.headers = {{"X-A", "b\r\nX-Injected: 1"}};
    return response;
  });
  EXPECT_THAT(Ask(*server, "GET / HTTP/1.1\r\nHost: h\r\n\r\n"),
              AllOf(StartsWith("HTTP/1.1 500 "), Not(HasSubstr("Injected"))));
}

TEST(HttpServer, RefusesWhatIsNotHttp) {
  const auto server = Serve(Echo);
  for (const std::string request :
       {"nonsense\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: h\r\nbad header\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "GET / HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"}) {
    RawSocket socket = RawSocket::Connect(server->port());
    socket.Send(request);
    EXPECT_THAT(socket.ReadToEnd(),
                AllOf(StartsWith("HTTP/1.1 400 "), HasSubstr("\r\nConnection: close\r\n")))
        << request;
  }
}

TEST(HttpServer, SurvivesClientsThatLeave) {
  const auto server = Serve(Echo);
  for (const char* part : {"",
                           "G",
                           "GET / HTTP/1.1\r\n",
                           "PUT / HTTP/1.1\r\nHost: h\r\nContent-"
                           "Length: 9\r\n\r\nab"}) {
    RawSocket::Connect(server->port()).Send(part);
  }
  EXPECT_THAT(Ask(*server, "GET /still HTTP/1.1\r\nHost: h\r\n\r\n"), EndsWith("GET /still "));
}

TEST(HttpServer, ServesFromSeveralThreads) {
  constexpr std::size_t kThreads = 3;
  std::atomic<int> calls = 0;
  HttpServerOptions options;
  options.threads = kThreads;
  const auto server = Serve(
      [&calls](const ServerRequest& request) {
        ++calls;
        // Only when all threads are inside at once.
        Eventually([&calls] { return calls == static_cast<int>(kThreads); });
        return Echo(request);
      },
      options);
  std::vector<std::thread> clients;
  std::vector<std::string> answers(kThreads);
  for (std::size_t i = 0; i < kThreads; ++i) {
    clients.emplace_back([&, i] {
      answers[i] = Ask(*server, "GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: h\r\n\r\n");
    });
  }
  for (std::thread& client : clients) {
    client.join();
  }
  EXPECT_EQ(calls, 3);
  for (std::size_t i = 0; i < kThreads; ++i) {
    EXPECT_THAT(answers[i], EndsWith("GET /" + std::to_string(i) + " "));
  }
}

TEST(HttpServerStart, TellsItsUrl) {
  const auto server = Serve(Echo);
  EXPECT_GT(server->port(), 0);
  EXPECT_EQ(server->url(), "http://127.0.0.1:" + std::to_string(server->port()));
  HttpServerOptions options;
  options.address = "0.0.0.0";
  EXPECT_THAT(Serve(Echo, options)->url(), StartsWith("http://127.0.0.1:"));
  options.address = "localhost";
  EXPECT_THAT(Serve(Echo, options)->url(), StartsWith("http://127.0.0.1:"));
}

TEST(HttpServerStart, ServesOverIpV6) {
  HttpServerOptions options;
  options.address = "::1";
  const auto server = HttpServer::Start(options, Echo);
  if (!server.ok()) {
    GTEST_SKIP() << "no IPv6 here: " << server.error().message;
  }
  EXPECT_EQ((*server)->url(), "http://[::1]:" + std::to_string((*server)->port()));
}

TEST(HttpServerStart, NamesThePortThatIsTaken) {
  const auto first = Serve(Echo);
  for (const std::size_t threads : {1U, 2U}) {
    HttpServerOptions options;
    options.port = first->port();
    options.threads = threads;
    const auto second = HttpServer::Start(options, Echo);
    ASSERT_FALSE(second.ok());
    EXPECT_EQ(second.error().kind, base::ErrorKind::kEnvironment);
    EXPECT_EQ(second.error().message,
              "cannot listen on 127.0.0.1 port " + std::to_string(first->port()) +
                  ": Address already in use");
  }
}

TEST(HttpServerStart, NamesABadAddress) {
  HttpServerOptions options;
  options.address = "shop.example";
  const auto server = HttpServer::Start(options, Echo);
  ASSERT_FALSE(server.ok());
  EXPECT_THAT(server.error().message, HasSubstr("'shop.example' is not an IP address"));
}

TEST(HttpServerStop, FreesThePort) {
  auto server = Serve(Echo);
  HttpServerOptions options;
  options.port = server->port();
  server->Stop();
  EXPECT_TRUE(HttpServer::Start(options, Echo).ok());
}

TEST(HttpServerStop, EndsIdleAndHalfReadConnectionsAtOnce) {
  auto server = Serve(Echo);
  RawSocket idle = RawSocket::Connect(server->port());
  idle.Send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
  idle.ReadMessage();
  RawSocket half = RawSocket::Connect(server->port());
  half.Send("GET / HT");
  const auto begin = std::chrono::steady_clock::now();
  server->Stop();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, milliseconds(900));
  EXPECT_EQ(idle.ReadToEnd(), "");
  EXPECT_EQ(half.ReadToEnd(), "");
}

TEST(HttpServerStop, LetsTheAnswerInHandGoOut) {
  std::atomic<bool> inside = false;
  std::atomic<bool> stopping = false;
  auto server = Serve([&](const ServerRequest& request) {
    inside = true;
    Eventually([&stopping] { return stopping.load(); });
    std::this_thread::sleep_for(milliseconds(50));
    return Echo(request);
  });
  RawSocket socket = RawSocket::Connect(server->port());
  socket.Send("GET /last HTTP/1.1\r\nHost: h\r\n\r\n");
  ASSERT_TRUE(Eventually([&inside] { return inside.load(); }));
  stopping = true;
  server->Stop();
  EXPECT_THAT(socket.ReadToEnd(), EndsWith("GET /last "));
}

TEST(HttpServerStop, DoesNotWaitForAClientThatReadsNothing) {
  auto server = Serve([](const ServerRequest&) {
    ServerResponse response;
    response.body.assign(32U << 20U, 'x');
    return response;
  });
  RawSocket socket = RawSocket::Connect(server->port());
  socket.Send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
  EXPECT_THAT(socket.ReadUntil("\r\n"), StartsWith("HTTP/1.1 200"));
  const auto begin = std::chrono::steady_clock::now();
  server->Stop();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

TEST(HttpServerStop, MayBeCalledTwice) {
  auto server = Serve(Echo);
  server->Stop();
  server->Stop();
  EXPECT_GT(server->port(), 0);
}

}  // namespace
}  // namespace accord::net
