#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <gmock/gmock.h>

#include "accord/net/http_client.h"

#include "tests/unit/net/raw_socket.h"

namespace accord::net {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

using std::chrono::milliseconds;

HttpClientOptions Options() {
  HttpClientOptions options;
  options.use_proxy_environment = false;
  options.timeout = milliseconds(5000);
  return options;
}

base::Result<HttpResponse> Get(const std::string& url, HttpClientOptions options = Options()) {
  auto client = HttpClient::Create(std::move(options));
  EXPECT_TRUE(client.ok());
  HttpRequest request;
  request.url = url;
  return (*client)->Fetch(std::move(request));
}

std::string FailureOf(const std::string& url, HttpClientOptions options = Options()) {
  const auto response = Get(url, std::move(options));
  EXPECT_FALSE(response.ok());
  if (response.ok()) {
    return "no failure";
  }
  EXPECT_EQ(response.error().kind, base::ErrorKind::kEnvironment);
  return response.error().message;
}

std::string FailureAfter(const std::string& answer, HttpClientOptions options = Options()) {
  const RawServer server(answer);
  return FailureOf(server.url() + "/x", std::move(options));
}

TEST(BrokenServer, NobodyListens) {
  const std::string url = "http://127.0.0.1:" + std::to_string(FreePort()) + "/x";
  EXPECT_EQ(FailureOf(url), "GET " + url + ": no connection: Connection refused");
}

TEST(BrokenServer, EveryRequestGetsItsOwnError) {
  const std::string base = "http://127.0.0.1:" + std::to_string(FreePort()) + "/";
  const auto client = HttpClient::Create(Options());
  ASSERT_TRUE(client.ok());
  std::vector<std::string> messages;
  for (const char* path : {"a", "b", "c"}) {
    HttpRequest request;
    request.url = base + path;
    (*client)->Send(request, [&messages](const base::Result<HttpResponse>& response) {
      messages.push_back(response.ok() ? "" : response.error().message);
    });
  }
  (*client)->Run();
  ASSERT_EQ(messages.size(), 3U);
  for (const std::string path : {"a", "b", "c"}) {
    EXPECT_THAT(
        messages,
        Contains(AllOf(StartsWith("GET " + base), HasSubstr("/" + path + ": no connection"))));
  }
}

TEST(BrokenServer, UnknownHost) {
  EXPECT_THAT(FailureOf("http://me:secret@host.invalid/x"),
              AllOf(StartsWith("GET http://host.invalid/x: "),
                    HasSubstr("host.invalid'"),
                    Not(HasSubstr("secret"))));
}

TEST(BrokenServer, NeverAnswers) {
  const RawServer server([](RawSocket& socket, int /*connection*/) { socket.ReadToEnd(); });
  HttpClientOptions options = Options();
  options.timeout = milliseconds(200);
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_THAT(FailureOf(server.url() + "/", options), HasSubstr(": no answer within 200 ms"));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(3));
}

TEST(BrokenServer, StopsInTheMiddleOfTheBody) {
  const RawServer server([](RawSocket& socket, int /*connection*/) {
    socket.ReadMessage();
    socket.Send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
    socket.ReadToEnd();
  });
  HttpClientOptions options = Options();
  options.timeout = milliseconds(200);
  EXPECT_THAT(FailureOf(server.url() + "/", options),
              HasSubstr("not complete within 200 ms (3 bytes of its body arrived)"));
}

TEST(BrokenServer, BytesAfterAnAnswerAreNotTakenForTheNextOne) {
  const RawServer server([](RawSocket& socket, int connection) {
    socket.ReadMessage();
    if (connection > 0) {
      socket.Send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
      return;
    }
    socket.Send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n");
    // When all comes in one piece, libcurl itself sees that it is too much.
    std::this_thread::sleep_for(milliseconds(100));
    socket.Send("no, that is all wrong");
    socket.ReadToEnd();
  });
  const auto client = HttpClient::Create(Options());
  ASSERT_TRUE(client.ok());
  for (const char* body : {"no", "ok"}) {
    HttpRequest request;
    request.url = server.url() + "/";
    const auto response = (*client)->Fetch(std::move(request));
    ASSERT_TRUE(response.ok()) << response.error().message;
    EXPECT_EQ(response->body, body);
  }
  EXPECT_EQ(server.connections(), 2);
}

TEST(BrokenServer, ClosesWithoutAnAnswer) {
  EXPECT_THAT(FailureAfter(""), HasSubstr("closed the connection without an answer"));
}

TEST(BrokenServer, ClosesInTheMiddleOfTheHeader) {
  EXPECT_THAT(FailureAfter("HTTP/1.1 200 OK\r\nContent-Le"),
              HasSubstr("closed in the middle of the headers"));
}

TEST(BrokenServer, ClosesInTheMiddleOfTheBody) {
  EXPECT_THAT(FailureAfter("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"),
              HasSubstr("closed in the middle of the body, after 3 bytes"));
}

TEST(BrokenServer, ClosesInTheMiddleOfAChunk) {
  EXPECT_THAT(FailureAfter("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\nabc"),
              HasSubstr("closed in the middle of the body, after 3 bytes"));
}

TEST(BrokenServer, WritesABadChunk) {
  EXPECT_THAT(FailureAfter("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n"),
              HasSubstr("in the middle of the body"));
}

TEST(BrokenServer, SpeaksSomethingElse) {
  EXPECT_THAT(FailureAfter("220 mail.example ESMTP\r\n"), HasSubstr("the answer is not HTTP"));
}

TEST(BrokenServer, SaysItIsGzipButIsNot) {
  EXPECT_THAT(
      FailureAfter("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nplain"),
      HasSubstr("the body cannot be decoded"));
}

TEST(BrokenServer, SendsTooMuchBody) {
  HttpClientOptions options = Options();
  options.max_body_bytes = 1000;
  const std::string head = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";
  EXPECT_THAT(FailureAfter(head + std::string(1001, 'x'), options),
              HasSubstr("the body of the answer is above 1000 bytes"));
  const RawServer server(head + std::string(1000, 'x'));
  const auto fits = Get(server.url(), options);
  ASSERT_TRUE(fits.ok());
  EXPECT_EQ(fits->body.size(), 1000U);
}

TEST(BrokenServer, SendsABodyWithoutEnd) {
  const RawServer server([](RawSocket& socket, int /*connection*/) {
    socket.ReadMessage();
    socket.Send("HTTP/1.1 200 OK\r\n\r\n");
    const std::string piece(1U << 16U, 'x');
    while (socket.Send(piece)) {
    }
  });
  HttpClientOptions options = Options();
  options.max_body_bytes = 1U << 20U;
  EXPECT_THAT(FailureOf(server.url() + "/", options), HasSubstr("above 1048576 bytes"));
}

TEST(BrokenServer, SendsTooManyHeaders) {
  std::string answer = "HTTP/1.1 200 OK\r\n";
  for (int i = 0; i < 100; ++i) {
    answer += "X-Header: value\r\n";
  }
  HttpClientOptions options = Options();
  options.max_header_bytes = 1000;
  EXPECT_THAT(FailureAfter(answer + "\r\n", options),
              HasSubstr("the headers of the answer are above 1000 bytes"));
}

TEST(BrokenServer, SendsAHeaderLineWithoutEnd) {
  EXPECT_THAT(FailureAfter("HTTP/1.1 200 OK\r\nX: " + std::string(2U << 20U, 'x')),
              HasSubstr("a header line of the answer is above"));
}

TEST(BrokenServer, ClosesAKeptConnectionUnseen) {
  // The first connection is closed when its second request arrives: the client has to notice that
  // the server had given up on it and ask again on a new one.
  const RawServer server([](RawSocket& socket, int connection) {
    socket.ReadMessage();
    socket.Send("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n" + std::to_string(connection));
    if (connection == 0) {
      socket.ReadMessage();
    }
  });
  const auto client = HttpClient::Create(Options());
  ASSERT_TRUE(client.ok());
  for (const std::string expected : {"0", "1"}) {
    HttpRequest request;
    request.method = "POST";
    request.url = server.url() + "/";
    request.body = "payload";
    const auto response = (*client)->Fetch(request);
    ASSERT_TRUE(response.ok()) << response.error().message;
    EXPECT_EQ(response->body, expected);
  }
}

TEST(BrokenServer, DoesNotHinderTheNextRequest) {
  const RawServer server([](RawSocket& socket, int connection) {
    socket.ReadMessage();
    socket.Send(connection == 0 ? "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"
                                : "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc");
  });
  const auto client = HttpClient::Create(Options());
  ASSERT_TRUE(client.ok());
  HttpRequest request;
  request.url = server.url() + "/";
  EXPECT_FALSE((*client)->Fetch(request).ok());
  const auto second = (*client)->Fetch(request);
  ASSERT_TRUE(second.ok());
  EXPECT_EQ(second->body, "abc");
}

}  // namespace
}  // namespace accord::net
