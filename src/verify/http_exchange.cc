#include "verify/http_exchange.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/pact/read.h"

namespace accord::verify {
namespace {

/// Characters of a path that go through as they are (RFC 3986 §3.3), `%` included: paths in
/// contracts are already encoded.
bool IsPathCharacter(char c) {
  static constexpr std::string_view kMarks = "-._~!$&'()*+,;=:@/%";
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         kMarks.find(c) != std::string_view::npos;
}

/// The client frames the message itself.
bool IsFraming(std::string_view name) {
  static constexpr std::array<std::string_view, 3> kNames = {
      "content-length", "transfer-encoding", "connection"};
  return std::ranges::any_of(
      kNames, [&](std::string_view known) { return base::EqualsIgnoreCase(known, name); });
}

bool IsListHeader(std::string_view name) {
  return pact::SplitHeaderValue(name, "a,b").size() > 1;
}

}  // namespace

std::string JoinUrl(std::string_view base, std::string_view path) {
  while (!base.empty() && base.back() == '/') {
    base.remove_suffix(1);
  }
  std::string url(base);
  if (path.empty() || path.front() != '/') {
    url += '/';
  }
  for (const char c : path) {
    if (IsPathCharacter(c)) {
      url += c;
    } else {
      fmt::format_to(std::back_inserter(url), "%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return url;
}

std::string EncodeQuery(const std::vector<pact::QueryParameter>& query) {
  std::string out;
  for (const pact::QueryParameter& parameter : query) {
    for (const auto& value : parameter.values) {
      out += out.empty() ? "" : "&";
      out += base::FormEncode(parameter.name);
      if (value) {
        out += "=" + base::FormEncode(*value);
      }
    }
  }
  return out;
}

void SetHeader(net::Headers& headers, std::string_view name, std::string_view value) {
  std::erase_if(headers,
                [&](const auto& header) { return base::EqualsIgnoreCase(header.first, name); });
  headers.emplace_back(name, value);
}

void ApplyExtraHeaders(net::Headers& headers, const std::vector<ExtraHeader>& extra) {
  for (const ExtraHeader& header : extra) {
    SetHeader(headers, header.name, header.value);
  }
}

net::HttpRequest ToHttp(const pact::Request& request, const HttpProviderOptions& options) {
  net::HttpRequest http;
  http.method = request.method;
  http.url = JoinUrl(options.url, request.path);
  if (const std::string query = EncodeQuery(request.query); !query.empty()) {
    http.url += "?" + query;
  }
  for (const pact::Header& header : request.headers) {
    if (IsFraming(header.name)) {
      continue;
    }
    if (IsListHeader(header.name)) {
      http.headers.emplace_back(header.name, base::Join(header.values, ", "));
      continue;
    }
    for (const std::string& value : header.values) {
      http.headers.emplace_back(header.name, value);
    }
  }
  if (request.body.state != pact::BodyState::kMissing) {
    http.body = request.body.Bytes();
    if (!request.body.content_type.empty() &&
        pact::FindHeader(request.headers, "Content-Type") == nullptr) {
      http.headers.emplace_back("Content-Type", request.body.content_type);
    }
  }
  ApplyExtraHeaders(http.headers, options.headers);
  return http;
}

pact::Response FromHttp(net::HttpResponse response) {
  pact::Response out;
  out.status = response.status;
  for (const auto& field : response.headers) {
    const std::string& name = field.first;
    std::vector<std::string> values = pact::SplitHeaderValue(name, field.second);
    const auto known = std::ranges::find_if(out.headers, [&](const pact::Header& header) {
      return base::EqualsIgnoreCase(header.name, name);
    });
    if (known == out.headers.end()) {
      out.headers.push_back({name, std::move(values)});
    } else {
      std::ranges::move(values, std::back_inserter(known->values));
    }
  }
  const pact::Header* type = pact::FindHeader(out.headers, "Content-Type");
  out.body = pact::Body::Of(std::move(response.body),
                            type == nullptr || type->values.empty() ? "" : type->values.front());
  return out;
}

}  // namespace accord::verify
