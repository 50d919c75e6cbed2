#include "accord/net/http_client.h"

#include <chrono>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>

#include "accord/net/http_server.h"

#include "tests/unit/net/raw_socket.h"

namespace accord::net {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::Pair;
using testing::StartsWith;

HttpClientOptions NoProxy() {
  HttpClientOptions options;
  options.use_proxy_environment = false;
  return options;
}

std::unique_ptr<HttpClient> Client(HttpClientOptions options = NoProxy()) {
  base::Result<std::unique_ptr<HttpClient>> client = HttpClient::Create(std::move(options));
  EXPECT_TRUE(client.ok());
  return std::move(*client);
}

HttpRequest Request(std::string method,
                    std::string url,
                    Headers headers = {},
                    std::optional<std::string> body = std::nullopt) {
  return {std::move(method), std::move(url), std::move(headers), std::move(body)};
}

/// The bytes of the request as they went over the wire.
std::string Wire(HttpRequest request, const std::string& path = "/") {
  std::string seen;
  {
    const RawServer server([&seen](RawSocket& socket, int /*connection*/) {
      seen = socket.ReadMessage();
      socket.Send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    });
    request.url = server.url() + path;
    EXPECT_TRUE(Client()->Fetch(std::move(request)).ok());
  }
  return seen;
}

/// What a client makes of these bytes.
base::Result<HttpResponse> Receive(const std::string& answer, const std::string& method = "GET") {
  const RawServer server(answer);
  return Client()->Fetch(Request(method, server.url() + "/"));
}

TEST(HttpClientRequest, IsPlainHttp11WithFewHeaders) {
  const std::string wire = Wire(Request("GET", ""), "/a?b=c");
  EXPECT_THAT(wire, StartsWith("GET /a?b=c HTTP/1.1\r\nHost: 127.0.0.1:"));
  EXPECT_THAT(wire, HasSubstr("\r\nUser-Agent: accord\r\n"));
  EXPECT_THAT(wire, HasSubstr("\r\nAccept-Encoding: gzip, deflate\r\n"));
  EXPECT_THAT(wire, Not(HasSubstr("Content-Length")));
}

TEST(HttpClientRequest, LeavesThePathAsItIs) {
  EXPECT_THAT(Wire(Request("GET", ""), "/a/../b/./%2e%2E//c"),
              StartsWith("GET /a/../b/./%2e%2E//c HTTP/1.1\r\n"));
}

TEST(HttpClientRequest, DoesNotSendTheFragment) {
  EXPECT_THAT(Wire(Request("GET", ""), "/a?b#c"), StartsWith("GET /a?b HTTP/1.1\r\n"));
}

TEST(HttpClientRequest, SendsABodyWithAnyMethod) {
  for (const char* method : {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW"}) {
    const std::string wire = Wire(Request(method, "", {}, "some"));
    EXPECT_THAT(wire, StartsWith(std::string(method) + " / HTTP/1.1\r\n"));
    EXPECT_THAT(wire, HasSubstr("\r\nContent-Length: 4\r\n")) << method;
    EXPECT_THAT(wire, EndsWith("\r\n\r\nsome")) << method;
  }
}

TEST(HttpClientRequest, BodyMayHoldAnyByte) {
  const std::string body("a\0b\r\n\xff", 6);
  EXPECT_THAT(Wire(Request("POST", "", {}, body)), EndsWith("\r\n\r\n" + body));
}

TEST(HttpClientRequest, AnnouncesAnEmptyBodyWhereOneIsExpected) {
  for (const char* method : {"POST", "PUT", "PATCH"}) {
    EXPECT_THAT(Wire(Request(method, "")), HasSubstr("\r\nContent-Length: 0\r\n")) << method;
  }
  for (const char* method : {"GET", "DELETE", "OPTIONS"}) {
    EXPECT_THAT(Wire(Request(method, "")), Not(HasSubstr("Content-Length"))) << method;
    EXPECT_THAT(Wire(Request(method, "", {}, "")), HasSubstr("\r\nContent-Length: 0\r\n"))
        << method;
  }
}

TEST(HttpClientRequest, AddsNeitherContentTypeNorExpect) {
  const std::string wire = Wire(Request("POST", "", {}, std::string(2U << 20U, 'x')));
  EXPECT_THAT(wire, Not(HasSubstr("Content-Type")));
  EXPECT_THAT(wire, Not(HasSubstr("Expect")));
}

TEST(HttpClientRequest, SendsHeadersAsGiven) {
  const Headers headers{{"Content-Type", "text/x"},
                        {"X-Twice", "1"},
                        {"X-Twice", "2"},
                        {"X-Empty", ""},
                        {"x-lower", " t "},
                        {"User-Agent", "me"},
                        {"Host", "shop.example"}};
  const std::string wire = Wire(Request("POST", "", headers, "b"));
  EXPECT_THAT(wire, HasSubstr("\r\nContent-Type: text/x\r\n"));
  EXPECT_THAT(wire, HasSubstr("\r\nX-Twice: 1\r\nX-Twice: 2\r\n"));
  EXPECT_THAT(wire, HasSubstr("\r\nX-Empty:\r\n"));
  EXPECT_THAT(wire, HasSubstr("\r\nx-lower: t\r\n"));
  EXPECT_THAT(wire, AllOf(HasSubstr("\r\nUser-Agent: me\r\n"), Not(HasSubstr("accord"))));
  EXPECT_THAT(wire, AllOf(HasSubstr("\r\nHost: shop.example\r\n"), Not(HasSubstr("127.0.0.1"))));
}

TEST(HttpClientRequest, FramesTheBodyItself) {
  const Headers headers{{"content-length", "99"}, {"Transfer-Encoding", "chunked"}};
  const std::string wire = Wire(Request("POST", "", headers, "four"));
  EXPECT_THAT(wire, HasSubstr("\r\nContent-Length: 4\r\n"));
  EXPECT_THAT(wire, Not(HasSubstr(": 99")));
  EXPECT_THAT(wire, Not(HasSubstr("chunked")));
}

/// The same for several requests by one client on one connection.
std::vector<std::string> WiresOfOneConnection(std::vector<HttpRequest> requests) {
  std::vector<std::string> wires;
  {
    const RawServer server([&wires](RawSocket& socket, int /*connection*/) {
      for (std::string wire = socket.ReadMessage(); !wire.empty(); wire = socket.ReadMessage()) {
        wires.push_back(wire);
        socket.Send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
      }
    });
    const auto client = Client();
    for (HttpRequest& request : requests) {
      request.url = server.url() + "/";
      EXPECT_TRUE(client->Fetch(std::move(request)).ok());
    }
    EXPECT_EQ(server.connections(), 1);
  }
  return wires;
}

TEST(HttpClientRequest, KeepsNothingFromTheOneBefore) {
  const std::vector<std::string> wires =
      WiresOfOneConnection({Request("PATCH", "", {{"X-Once", "1"}}, "body"),
                            Request("HEAD", ""),
                            Request("GET", ""),
                            Request("POST", "", {}, "b")});
  ASSERT_EQ(wires.size(), 4U);
  EXPECT_THAT(wires[1], StartsWith("HEAD / "));
  EXPECT_THAT(wires[2], AllOf(StartsWith("GET / "), Not(HasSubstr("Content-")), EndsWith("\n")));
  EXPECT_THAT(wires[2], Not(HasSubstr("X-Once")));
  EXPECT_THAT(wires[3], AllOf(StartsWith("POST / "), HasSubstr("Content-Length: 1\r\n")));
}

TEST(HttpClientRequest, RefusesWhatCannotGoOnTheWire) {
  const auto client = Client();
  const std::string url = "http://127.0.0.1:1/";
  const std::vector<std::pair<HttpRequest, std::string>> cases = {
      {Request("GET", url, {{"X", "a\r\nY: b"}}), "the header 'X' has characters"},
      {Request("GET", url, {{"X Y", "a"}}), "the header 'X Y' has characters"},
      {Request("GET", url, {{"", "a"}}), "the header '' has characters"},
      {Request("GE T", url), "the method has characters"},
      {Request("", url), "the method has characters"},
      {Request("HEAD", url, {}, "body"), "a HEAD request cannot carry a body"},
      {Request("GET", "ftp://127.0.0.1/"), "not an absolute http or https URL"},
      {Request("GET", "http://127.0.0.1/a b"), "not an absolute http or https URL"},
      {Request("GET", "/path"), "not an absolute http or https URL"}};
  for (const auto& [request, message] : cases) {
    const auto response = client->Fetch(request);
    ASSERT_FALSE(response.ok()) << message;
    EXPECT_THAT(response.error().message, HasSubstr(message));
  }
}

TEST(HttpClientResponse, HasStatusHeadersBodyAndTime) {
  const auto response = Receive(
      "HTTP/1.1 418 I'm a teapot\r\nX-A:  padded \t\r\nSet-Cookie: a=1\r\nset-cookie: b=2\r\n"
      "X-Empty:\r\nContent-Length: 5\r\n\r\nhello");
  ASSERT_TRUE(response.ok());
  EXPECT_EQ(response->status, 418);
  EXPECT_EQ(response->body, "hello");
  EXPECT_GT(response->milliseconds, 0);
  EXPECT_THAT(response->headers,
              ElementsAre(Pair("X-A", "padded"),
                          Pair("Set-Cookie", "a=1"),
                          Pair("set-cookie", "b=2"),
                          Pair("X-Empty", ""),
                          Pair("Content-Length", "5")));
}

TEST(HttpClientResponse, SkipsInterimAnswers) {
  const auto response = Receive(
      "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"
      "HTTP/1.1 100 Continue\r\n\r\n"
      "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx");
  ASSERT_TRUE(response.ok());
  EXPECT_EQ(response->status, 200);
  EXPECT_THAT(response->headers, ElementsAre(Pair("Content-Length", "1")));
}

TEST(HttpClientResponse, JoinsFoldedHeaders) {
  const auto response =
      Receive("HTTP/1.1 200 OK\r\nX-Long: one\r\n  two\r\nContent-Length: 0\r\n\r\n");
  ASSERT_TRUE(response.ok());
  EXPECT_EQ(*FindHeader(response->headers, "X-Long"), "one two");
}

TEST(HttpClientResponse, ReadsChunksAndDropsTrailers) {
  const auto response = Receive(
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
      "3\r\nabc\r\n4;x=y\r\ndefg\r\n0\r\nX-Trailer: 1\r\n\r\n");
  ASSERT_TRUE(response.ok());
  EXPECT_EQ(response->body, "abcdefg");
  EXPECT_EQ(FindHeader(response->headers, "X-Trailer"), nullptr);
}

TEST(HttpClientResponse, ReadsToTheEndWithoutALength) {
  const auto response = Receive("HTTP/1.0 200 OK\r\n\r\nall of it");
  ASSERT_TRUE(response.ok());
  EXPECT_EQ(response->body, "all of it");
}

TEST(HttpClientResponse, HeadHasNoBodyWhateverTheLengthSays) {
  const auto response = Receive("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", "HEAD");
  ASSERT_TRUE(response.ok());
  EXPECT_EQ(response->body, "");
  EXPECT_EQ(*FindHeader(response->headers, "content-length"), "1000");
}

TEST(HttpClientResponse, RedirectsAreAnswersByDefault) {
  const auto response =
      Receive("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n");
  ASSERT_TRUE(response.ok());
  EXPECT_EQ(response->status, 302);
}

std::unique_ptr<HttpServer> Serve(HttpServer::Handler handler) {
  base::Result<std::unique_ptr<HttpServer>> server = HttpServer::Start({}, std::move(handler));
  EXPECT_TRUE(server.ok());
  return std::move(*server);
}

ServerResponse Text(int status, std::string body, Headers headers = {}) {
  return {status, std::move(headers), std::move(body)};
}

TEST(HttpClientRedirects, AreFollowedWhenAsked) {
  const auto server = Serve([](const ServerRequest& request) {
    if (request.target == "/old") {
      return Text(303, "gone", {{"Location", "/new"}, {"X-Old", "1"}});
    }
    return Text(200, request.method + request.body);
  });
  HttpClientOptions options = NoProxy();
  options.follow_redirects = true;
  const auto response = Client(options)->Fetch(Request("POST", server->url() + "/old", {}, "b"));
  ASSERT_TRUE(response.ok());
  EXPECT_EQ(response->status, 200);
  EXPECT_EQ(response->body, "GET");
  EXPECT_EQ(FindHeader(response->headers, "X-Old"), nullptr);
}

TEST(HttpClientRedirects, EndAfterFive) {
  const auto server = Serve([](const ServerRequest&) {
    return Text(302, "", {{"Location", "/"}});
  });
  HttpClientOptions options = NoProxy();
  options.follow_redirects = true;
  const auto response = Client(options)->Fetch(Request("GET", server->url() + "/"));
  ASSERT_FALSE(response.ok());
  EXPECT_THAT(response.error().message, HasSubstr("more than 5 redirects"));
}

TEST(HttpClientRedirects, DoNotLeaveHttp) {
  const auto server = Serve([](const ServerRequest&) {
    return Text(302, "", {{"Location", "file:///etc/hostname"}});
  });
  HttpClientOptions options = NoProxy();
  options.follow_redirects = true;
  const auto response = Client(options)->Fetch(Request("GET", server->url() + "/"));
  ASSERT_FALSE(response.ok());
  EXPECT_THAT(response.error().message, HasSubstr("a redirect leads away from HTTP"));
}

TEST(HttpClient, AnswersArriveForEveryRequest) {
  const auto server = Serve([](const ServerRequest& request) { return Text(200, request.target); });
  const auto client = Client();
  std::vector<std::string> bodies(50);
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    client->Send(Request("GET", server->url() + "/" + std::to_string(i)),
                 [&bodies, i](const base::Result<HttpResponse>& response) {
                   bodies[i] = response.ok() ? response->body : response.error().message;
                 });
  }
  client->Run();
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    EXPECT_EQ(bodies[i], "/" + std::to_string(i));
  }
}

TEST(HttpClient, OneConnectionSendsInOrderAndIsKept) {
  std::mutex mutex;
  std::vector<std::string> targets;
  const auto server = Serve([&](const ServerRequest& request) {
    const std::lock_guard lock(mutex);
    targets.push_back(request.target);
    return Text(200, "");
  });
  HttpClientOptions options = NoProxy();
  options.connections = 1;
  const auto client = Client(options);
  int answered = 0;
  for (const char* path : {"/1", "/2", "/3", "/4"}) {
    client->Send(Request("GET", server->url() + path),
                 [&answered](const base::Result<HttpResponse>& response) {
                   answered += response.ok() ? 1 : 0;
                 });
  }
  client->Run();
  EXPECT_EQ(answered, 4);
  EXPECT_THAT(targets, ElementsAre("/1", "/2", "/3", "/4"));
}

TEST(HttpClient, OpensNoMoreConnectionsThanAllowed) {
  const RawServer server([](RawSocket& socket, int /*connection*/) {
    while (!socket.ReadMessage().empty()) {
      socket.Send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    }
  });
  HttpClientOptions options = NoProxy();
  options.connections = 1;
  options.timeout = std::chrono::milliseconds(5000);
  const auto client = Client(options);
  int answered = 0;
  for (int i = 0; i < 5; ++i) {
    // The server looks at one connection at a time, so a second one would never be answered.
    client->Send(Request("GET", server.url() + "/"),
                 [&answered](const base::Result<HttpResponse>& response) {
                   answered += response.ok() ? 1 : 0;
                 });
  }
  client->Run();
  EXPECT_EQ(answered, 5);
}

TEST(HttpClient, SeveralConnectionsWorkAtTheSameTime) {
  std::atomic<int> inside = 0;
  HttpServerOptions server_options;
  server_options.threads = 2;
  auto server = HttpServer::Start(server_options, [&inside](const ServerRequest&) {
    ++inside;
    // Answered only once the other request is here too.
    const bool both = Eventually([&inside] { return inside == 2; });
    return Text(both ? 200 : 500, "");
  });
  ASSERT_TRUE(server.ok());
  HttpClientOptions options = NoProxy();
  options.connections = 2;
  const auto client = Client(options);
  std::vector<int> statuses;
  for (int i = 0; i < 2; ++i) {
    client->Send(Request("GET", (*server)->url() + "/"),
                 [&statuses](const base::Result<HttpResponse>& response) {
                   statuses.push_back(response.ok() ? response->status : 0);
                 });
  }
  client->Run();
  EXPECT_THAT(statuses, ElementsAre(200, 200));
}

TEST(HttpClient, CallbacksMaySendAndRun) {
  const auto server = Serve([](const ServerRequest& request) { return Text(200, request.target); });
  const auto client = Client();
  std::vector<std::string> seen;
  client->Send(
      Request("GET", server->url() + "/first"), [&](const base::Result<HttpResponse>& first) {
        seen.push_back(first->body);
        const auto inner = client->Fetch(Request("GET", server->url() + "/inner"));
        seen.push_back(inner->body);
        client->Send(Request("GET", server->url() + "/later"),
                     [&](const base::Result<HttpResponse>& later) { seen.push_back(later->body); });
      });
  client->Run();
  EXPECT_THAT(seen, ElementsAre("/first", "/inner", "/later"));
}

TEST(HttpClient, RunWithoutWorkReturns) {
  Client()->Run();
  SUCCEED();
}

TEST(HttpClient, MayBeDestroyedWithRequestsWaiting) {
  bool called = false;
  {
    const auto client = Client();
    client->Send(Request("GET", "http://127.0.0.1:1/"),
                 [&called](const base::Result<HttpResponse>&) { called = true; });
  }
  EXPECT_FALSE(called);
}

TEST(HttpClient, UsesTheProxyOfTheEnvironmentOnlyWhenAsked) {
  const auto proxy = Serve([](const ServerRequest& request) { return Text(200, request.target); });
  const auto server = Serve([](const ServerRequest&) { return Text(200, "direct"); });
  setenv("http_proxy", proxy->url().c_str(), 1);
  unsetenv("no_proxy");
  unsetenv("NO_PROXY");
  const std::string url = server->url() + "/x";
  const auto direct = Client()->Fetch(Request("GET", url));
  const auto through = Client(HttpClientOptions{})->Fetch(Request("GET", url));
  unsetenv("http_proxy");
  ASSERT_TRUE(direct.ok());
  ASSERT_TRUE(through.ok());
  EXPECT_EQ(direct->body, "direct");
  EXPECT_EQ(through->body, url);
}

TEST(HttpClient, CreateNamesAnUnreadableTlsFile) {
  HttpClientOptions options;
  options.tls.ca_file = "/nowhere/ca.pem";
  const auto client = HttpClient::Create(options);
  ASSERT_FALSE(client.ok());
  EXPECT_EQ(client.error().kind, base::ErrorKind::kInput);
  EXPECT_THAT(client.error().message, HasSubstr("/nowhere/ca.pem"));
}

}  // namespace
}  // namespace accord::net
