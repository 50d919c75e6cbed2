#include "net/response_head.h"

#include <string>

#include <gmock/gmock.h>

namespace accord::net {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Not;
using testing::StartsWith;

ServerResponse Response(int status, Headers headers, std::string body) {
  ServerResponse response;
  response.status = status;
  response.headers = std::move(headers);
  response.body = std::move(body);
  return response;
}

TEST(ResponseHead, WritesStatusFieldsDateAndLength) {
  EXPECT_EQ(WriteHead(Response(200, {{"A", "1"}, {"A", " 2 "}, {"B", ""}}, "four"), {}, "today"),
            "HTTP/1.1 200 OK\r\nA: 1\r\nA: 2\r\nB: \r\nDate: today\r\nContent-Length: 4\r\n\r\n");
}

TEST(ResponseHead, UnknownStatusHasAReasonToo) {
  EXPECT_THAT(WriteHead(Response(299, {}, ""), {}, "x"),
              MatchesRegex("HTTP/1\\.1 299 [^\r]*\r\n(.|\r|\n)*"));
}

TEST(ResponseHead, KeepsADateThatIsThere) {
  const std::string head = WriteHead(Response(200, {{"date", "then"}}, ""), {}, "now");
  EXPECT_THAT(head, HasSubstr("date: then\r\n"));
  EXPECT_THAT(head, Not(HasSubstr("now")));
}

TEST(ResponseHead, DecidesTheFramingItself) {
  const auto response =
      Response(200, {{"Content-Length", "999"}, {"Transfer-Encoding", "chunked"}}, "12");
  const std::string head = WriteHead(response, {}, "x");
  EXPECT_THAT(head, HasSubstr("Content-Length: 2\r\n"));
  EXPECT_THAT(head, Not(HasSubstr("999")));
  EXPECT_THAT(head, Not(HasSubstr("Transfer-Encoding")));
}

TEST(ResponseHead, HeadMayTellTheLengthOfABodyThatIsNotThere) {
  const AnswerForm head_request{.head = true};
  const auto known = Response(200, {{"Content-Length", "999"}}, "");
  EXPECT_THAT(WriteHead(known, head_request, "x"), HasSubstr("Content-Length: 999\r\n"));
  const auto counted = Response(200, {}, "12345");
  EXPECT_THAT(WriteHead(counted, head_request, "x"), HasSubstr("Content-Length: 5\r\n"));
  const auto nonsense = Response(200, {{"Content-Length", "many"}}, "");
  EXPECT_THAT(WriteHead(nonsense, head_request, "x"), HasSubstr("Content-Length: 0\r\n"));
  EXPECT_FALSE(CarriesBody(counted, head_request));
}

TEST(ResponseHead, SomeStatusesHaveNoBody) {
  for (const int status : {204, 304}) {
    const auto response = Response(status, {}, "ignored");
    EXPECT_THAT(WriteHead(response, {}, "x"), Not(HasSubstr("Content-Length"))) << status;
    EXPECT_FALSE(CarriesBody(response, {})) << status;
  }
  EXPECT_TRUE(CarriesBody(Response(404, {}, ""), {}));
}

TEST(ResponseHead, TellsWhatHappensToTheConnection) {
  const auto response = Response(200, {{"Connection", "close"}, {"Keep-Alive", "5"}}, "");
  EXPECT_TRUE(WantsClose(response));
  EXPECT_FALSE(WantsClose(Response(200, {{"Connection", "keep-alive"}}, "")));
  EXPECT_FALSE(WantsClose(Response(200, {}, "")));

  EXPECT_THAT(WriteHead(response, {.keep_alive = false}, "x"),
              EndsWith("\r\nConnection: close\r\n\r\n"));
  EXPECT_THAT(WriteHead(response, {.announce_keep_alive = true}, "x"),
              EndsWith("\r\nConnection: keep-alive\r\n\r\n"));
  EXPECT_THAT(WriteHead(response, {}, "x"), Not(HasSubstr("Connection")));
}

TEST(ResponseHead, OnlyFinalStatusesAndCleanFieldsMayBeSent) {
  EXPECT_TRUE(IsSendable(Response(200, {{"A", "b"}}, "")));
  EXPECT_TRUE(IsSendable(Response(999, {}, "")));
  EXPECT_FALSE(IsSendable(Response(101, {}, "")));
  EXPECT_FALSE(IsSendable(Response(0, {}, "")));
  EXPECT_FALSE(IsSendable(Response(1000, {}, "")));
  EXPECT_FALSE(IsSendable(Response(200, {{"A", "b\r\nC: d"}}, "")));
  EXPECT_FALSE(IsSendable(Response(200, {{"A B", "c"}}, "")));
}

TEST(ResponseHead, ErrorsNameStatusReasonAndCause) {
  const ServerResponse response = ErrorResponse(413, "the body is above 5 bytes");
  EXPECT_EQ(response.status, 413);
  EXPECT_THAT(response.body, StartsWith("413 "));
  EXPECT_THAT(response.body, EndsWith(": the body is above 5 bytes\n"));
  EXPECT_NE(FindHeader(response.headers, "Content-Type"), nullptr);
}

TEST(DateText, HasTheFormOfRfc9110) {
  DateText date;
  const std::string text(date.Now());
  EXPECT_THAT(text,
              MatchesRegex("(Mon|Tue|Wed|Thu|Fri|Sat|Sun), [0-9][0-9] "
                           "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [0-9]{4} "
                           "[0-9][0-9]:[0-9][0-9]:[0-9][0-9] GMT"));
}

TEST(DateText, WritesAGivenSecond) {
  // The example of RFC 9110 §5.6.7.
  using namespace std::chrono_literals;
  const auto time = std::chrono::sys_days{std::chrono::year(1994) / 11 / 6} + 8h + 49min + 37s;
  EXPECT_EQ(DateText::Format(time), "Sun, 06 Nov 1994 08:49:37 GMT");
}

}  // namespace
}  // namespace accord::net
