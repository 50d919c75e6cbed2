#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace accord::net {

/// Header fields in the order of the wire; names compare without case.
using Headers = std::vector<std::pair<std::string, std::string>>;

/// Value of the first field of that name; nullptr when absent.
const std::string* FindHeader(const Headers& headers, std::string_view name);

/// A request as a client sends it. `url` is absolute and already encoded.
struct HttpRequest {
  std::string method = "GET";
  std::string url;
  Headers headers;
  std::optional<std::string> body;  ///< nullopt: no body at all; "" sends Content-Length: 0.
};

/// A response: the body is decoded (gzip, deflate) and complete.
struct HttpResponse {
  int status = 0;
  Headers headers;
  std::string body;
  double milliseconds = 0;  ///< From the start of sending to the last byte.
};

/// The parts of an absolute http(s) URL (RFC 3986); `port` is 0 when not written.
struct Url {
  std::string scheme, host, path, query;
  int port = 0;
  static std::optional<Url> Parse(std::string_view text);
};

/// `url` without a user name and password, for people to read.
std::string WithoutUserInfo(std::string_view url);

}  // namespace accord::net
