#include "verify/curl_command.h"

#include <algorithm>

#include <fmt/format.h>

#include "accord/base/strings.h"

namespace accord::verify {
namespace {

constexpr std::size_t kLongestBody = 4096;

/// For a POSIX shell, in single quotes.
std::string Quote(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += R"('\'')";
    } else {
      out += c;
    }
  }
  return out + "'";
}

const ExtraHeader* FindExtra(const HttpProviderOptions& options, std::string_view name) {
  const auto found = std::ranges::find_if(options.headers, [&](const ExtraHeader& header) {
    return base::EqualsIgnoreCase(header.name, name);
  });
  return found == options.headers.end() ? nullptr : &*found;
}

std::string BodyArgument(const std::string& body) {
  if (body.size() > kLongestBody || !base::IsUtf8(body) || body.find('\0') != std::string::npos) {
    return fmt::format(" --data-binary @body   # {} bytes: the contract's request body",
                       body.size());
  }
  return " --data-binary " + Quote(body);
}

}  // namespace

std::string CurlCommand(const net::HttpRequest& request, const HttpProviderOptions& options) {
  std::string out = "curl -i";
  if (request.method == "HEAD") {
    out += " --head";
  } else if (request.method != "GET" || request.body) {
    out += " -X " + request.method;
  }
  if (options.tls.insecure) {
    out += " --insecure";
  }
  if (!options.tls.ca_file.empty()) {
    out += " --cacert " + Quote(options.tls.ca_file);
  }
  if (!options.tls.certificate_file.empty()) {
    out += " --cert " + Quote(options.tls.certificate_file);
    out += options.tls.key_file.empty() ? "" : " --key " + Quote(options.tls.key_file);
  }
  for (const auto& [name, value] : request.headers) {
    const ExtraHeader* extra = FindExtra(options, name);
    out += extra != nullptr ? fmt::format(" -H \"{}: {}\"", name, extra->shown)
                            : " -H " + Quote(fmt::format("{}: {}", name, value));
  }
  // Whoever repeats the request knows what belongs there.
  const std::string url = net::WithoutUserInfo(request.url);
  out += url == request.url ? "" : " -u '***'";
  out += " " + Quote(url);
  if (request.body) {
    out += BodyArgument(*request.body);
  }
  return out;
}

}  // namespace accord::verify
