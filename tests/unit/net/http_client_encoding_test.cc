#include <memory>
#include <string>

#include <gmock/gmock.h>
#include <zlib.h>

#include "accord/net/http_client.h"

#include "tests/unit/net/raw_socket.h"

namespace accord::net {
namespace {

using testing::HasSubstr;

constexpr int kZlib = MAX_WBITS;
constexpr int kGzip = MAX_WBITS + 16;
constexpr int kRaw = -MAX_WBITS;

std::string Compress(const std::string& text, int window) {
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY),
            Z_OK);
  std::string source = text;
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(source.data());
  stream.avail_in = static_cast<uInt>(source.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

base::Result<HttpResponse> Receive(const std::string& encoding,
                                   const std::string& body,
                                   std::size_t limit = 1U << 20U) {
  const RawServer server("HTTP/1.1 200 OK\r\nContent-Encoding: " + encoding +
                         "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
  HttpClientOptions options;
  options.use_proxy_environment = false;
  options.max_body_bytes = limit;
  auto client = HttpClient::Create(options);
  EXPECT_TRUE(client.ok());
  HttpRequest request;
  request.url = server.url() + "/";
  return (*client)->Fetch(request);
}

TEST(HttpClientEncoding, DecodesGzipAndDeflate) {
  const std::string text = "the same text over and over, over and over";
  for (const auto& [encoding, window] :
       {std::pair{"gzip", kGzip}, {"deflate", kZlib}, {"deflate", kRaw}, {"x-gzip", kGzip}}) {
    const auto response = Receive(encoding, Compress(text, window));
    ASSERT_TRUE(response.ok()) << encoding << window << response.error().message;
    EXPECT_EQ(response->body, text) << encoding << window;
  }
}

TEST(HttpClientEncoding, KeepsTheHeadersAsTheyWere) {
  const auto response = Receive("gzip", Compress("text", kGzip));
  ASSERT_TRUE(response.ok());
  EXPECT_EQ(*FindHeader(response->headers, "Content-Encoding"), "gzip");
}

TEST(HttpClientEncoding, IdentityIsNoEncoding) {
  const auto response = Receive("identity", "plain");
  ASSERT_TRUE(response.ok());
  EXPECT_EQ(response->body, "plain");
}

TEST(HttpClientEncoding, TheLimitCountsDecodedBytes) {
  const std::string bomb = Compress(std::string(10U << 20U, 'x'), kGzip);
  ASSERT_LT(bomb.size(), 20000U);
  const auto response = Receive("gzip", bomb, 100000);
  ASSERT_FALSE(response.ok());
  EXPECT_THAT(response.error().message, HasSubstr("the body of the answer is above 100000 bytes"));
}

TEST(HttpClientEncoding, AnUnknownEncodingIsAnError) {
  const auto response = Receive("rot13", "cynva");
  ASSERT_FALSE(response.ok());
  EXPECT_THAT(response.error().message, HasSubstr("cannot be decoded"));
}

}  // namespace
}  // namespace accord::net
