#include "net/transfer.h"

#include <type_traits>
#include <utility>

#include <fmt/format.h>
#include <sys/socket.h>

#include "accord/base/strings.h"

#include "net/field_syntax.h"
#include "net/transfer_failure.h"

namespace accord::net {
namespace {

constexpr long kMaxRedirects = 5;
constexpr double kMicrosecondsPerMillisecond = 1000.0;

/// RFC 9110 §8.6: these announce an empty body with Content-Length: 0.
bool ExpectsBody(std::string_view method) {
  return method == "POST" || method == "PUT" || method == "PATCH";
}

bool IsTls(const HttpRequest& request) {
  return base::ToLowerAscii(request.url.substr(0, 6)) == "https:";
}

base::Result<void> CheckRequest(const HttpRequest& request) {
  if (!Url::Parse(request.url)) {
    return RequestError(request, "this is not an absolute http or https URL");
  }
  if (!IsToken(request.method)) {
    return RequestError(request, "the method has characters that HTTP forbids");
  }
  if (const auto* field = FindBadField(request.headers)) {
    return RequestError(
        request, fmt::format("the header '{}' has characters that HTTP forbids", field->first));
  }
  if (request.method == "HEAD" && request.body && !request.body->empty()) {
    return RequestError(request, "a HEAD request cannot carry a body");
  }
  return {};
}

}  // namespace

template <typename Value>
void Transfer::Set(CURLoption option, Value value) {
  static_assert(std::is_pointer_v<Value> || std::is_same_v<Value, long> ||
                std::is_same_v<Value, curl_off_t>);
  curl_.easy_setopt(easy_, option, value);
}

template <typename Value>
Value Transfer::Get(CURLINFO info) const {
  Value value{};
  curl_.easy_getinfo(easy_, info, &value);
  return value;
}

Transfer::Transfer(const CurlLibrary& curl, const HttpClientOptions& options)
    : curl_(curl), options_(options), easy_(curl.easy_init()) {
  if (easy_ != nullptr) {
    SetConnectionOptions();
    SetTlsOptions();
  }
}

Transfer::~Transfer() {
  if (easy_ != nullptr) {
    curl_.easy_cleanup(easy_);
  }
}

Transfer* Transfer::Of(const CurlLibrary& curl, CURL* easy) {
  void* self = nullptr;
  curl.easy_getinfo(easy, CURLINFO_PRIVATE, &self);
  return static_cast<Transfer*>(self);
}

void Transfer::SetConnectionOptions() {
  Set(CURLOPT_PRIVATE, static_cast<void*>(this));
  Set(CURLOPT_ERRORBUFFER, detail_.data());
  Set(CURLOPT_NOSIGNAL, 1L);
  Set(CURLOPT_PROTOCOLS_STR, "http,https");
  Set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
  Set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  Set(CURLOPT_PATH_AS_IS, 1L);
  Set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  Set(CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
  Set(CURLOPT_USERAGENT, options_.user_agent.c_str());
  Set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options_.connect_timeout.count()));
  Set(CURLOPT_TIMEOUT_MS, static_cast<long>(options_.timeout.count()));
  Set(CURLOPT_FOLLOWLOCATION, options_.follow_redirects ? 1L : 0L);
  Set(CURLOPT_MAXREDIRS, kMaxRedirects);
  if (!options_.use_proxy_environment) {
    Set(CURLOPT_PROXY, "");
  }
  Set(CURLOPT_HEADERFUNCTION, &Transfer::OnHeader);
  Set(CURLOPT_HEADERDATA, static_cast<void*>(this));
  Set(CURLOPT_WRITEFUNCTION, &Transfer::OnBody);
  Set(CURLOPT_WRITEDATA, static_cast<void*>(this));
}

void Transfer::SetTlsOptions() {
  const TlsOptions& tls = options_.tls;
  if (!tls.ca_file.empty()) {
    Set(CURLOPT_CAINFO, tls.ca_file.c_str());
    Set(CURLOPT_CAPATH, static_cast<const char*>(nullptr));
  }
  if (!tls.certificate_file.empty()) {
    Set(CURLOPT_SSLCERT, tls.certificate_file.c_str());
  }
  if (!tls.key_file.empty()) {
    Set(CURLOPT_SSLKEY, tls.key_file.c_str());
  }
  if (tls.insecure) {
    Set(CURLOPT_SSL_VERIFYPEER, 0L);
    Set(CURLOPT_SSL_VERIFYHOST, 0L);
  }
}

base::Result<void> Transfer::Start(HttpRequest request, HttpClient::Done done) {
  request_ = std::move(request);
  done_ = std::move(done);
  response_ = {};
  header_bytes_ = 0;
  headers_complete_ = false;
  refusal_.clear();
  detail_[0] = '\0';
  if (base::Result<void> checked = CheckRequest(request_); !checked.ok()) {
    return checked;
  }
  Set(CURLOPT_URL, request_.url.c_str());
  SetMethodAndBody();
  SetHeaders();
  return {};
}

void Transfer::SetMethodAndBody() {
  if (!request_.body && ExpectsBody(request_.method)) {
    request_.body = "";
  }
  const bool head = request_.method == "HEAD";
  const char* natural = "GET";
  if (head) {
    natural = "HEAD";
    Set(CURLOPT_NOBODY, 1L);
  } else if (request_.body) {
    natural = "POST";
    Set(CURLOPT_POSTFIELDS, static_cast<const void*>(request_.body->data()));
    Set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request_.body->size()));
    Set(CURLOPT_POST, 1L);
  } else {
    Set(CURLOPT_HTTPGET, 1L);
  }
  // A custom method would survive redirects that turn POST into GET (RFC 9110 §15.4.4).
  const bool custom = request_.method != natural;
  Set(CURLOPT_CUSTOMREQUEST, custom ? request_.method.c_str() : nullptr);
}

void Transfer::AddHeaderLine(std::string line) {
  header_lines_.push_back(std::move(line));
}

void Transfer::SetHeaders() {
  header_lines_.clear();
  for (const auto& [name, value] : request_.headers) {
    if (!IsFraming(name)) {
      const std::string_view trimmed = base::Trim(value);
      AddHeaderLine(trimmed.empty() ? name + ";" : fmt::format("{}: {}", name, trimmed));
    }
  }
  // A name without a value takes away the field that libcurl would add.
  if (request_.body && FindHeader(request_.headers, "Content-Type") == nullptr) {
    AddHeaderLine("Content-Type:");
  }
  if (request_.body && FindHeader(request_.headers, "Expect") == nullptr) {
    AddHeaderLine("Expect:");
  }
  header_list_.assign(header_lines_.size(), curl_slist{});
  for (std::size_t i = 0; i < header_list_.size(); ++i) {
    header_list_[i].data = header_lines_[i].data();
    header_list_[i].next = i + 1 < header_list_.size() ? &header_list_[i + 1] : nullptr;
  }
  Set(CURLOPT_HTTPHEADER, header_list_.empty() ? nullptr : header_list_.data());
}

std::size_t Transfer::OnHeader(char* data, std::size_t /*one*/, std::size_t size, void* self) {
  return static_cast<Transfer*>(self)->TakeHeaderLine({data, size}) ? size : 0;
}

std::size_t Transfer::OnBody(char* data, std::size_t /*one*/, std::size_t size, void* self) {
  return static_cast<Transfer*>(self)->TakeBody({data, size}) ? size : CURL_WRITEFUNC_ERROR;
}

bool Transfer::TakeHeaderLine(std::string_view line) {
  header_bytes_ += line.size();
  if (header_bytes_ > options_.max_header_bytes) {
    refusal_ =
        fmt::format("the headers of the answer are above {} bytes", options_.max_header_bytes);
    return false;
  }
  const bool folded = line.starts_with(' ') || line.starts_with('\t');
  const std::string_view text = base::Trim(line);
  const std::size_t colon = text.find(':');
  if (text.starts_with("HTTP/")) {
    // Also after an interim answer (1xx) or a redirect: what came before is not the answer.
    response_.headers.clear();
    headers_complete_ = false;
  } else if (text.empty()) {
    headers_complete_ = true;
  } else if (headers_complete_) {
    return true;  // Trailers after a chunked body (RFC 9110 §6.5.1: must not be merged blindly).
  } else if (folded && !response_.headers.empty()) {
    response_.headers.back().second.append(" ").append(text);
  } else if (colon != std::string_view::npos) {
    response_.headers.emplace_back(base::Trim(text.substr(0, colon)),
                                   base::Trim(text.substr(colon + 1)));
  }
  return true;
}

bool Transfer::TakeBody(std::string_view bytes) {
  if (bytes.size() > options_.max_body_bytes - response_.body.size()) {
    refusal_ = fmt::format("the body of the answer is above {} bytes", options_.max_body_bytes);
    return false;
  }
  response_.body.append(bytes);
  return true;
}

std::string Transfer::Failure(CURLcode code) const {
  if (!refusal_.empty()) {
    return refusal_;
  }
  const bool tls = IsTls(request_);
  TransferFailure failure;
  failure.code = code;
  failure.detail = detail_[0] != '\0' ? detail_.data() : curl_.easy_strerror(code);
  failure.system_error = static_cast<int>(Get<long>(CURLINFO_OS_ERRNO));
  failure.connected =
      Get<curl_off_t>(tls ? CURLINFO_APPCONNECT_TIME_T : CURLINFO_CONNECT_TIME_T) > 0;
  failure.answered = header_bytes_ > 0;
  failure.body_bytes = response_.body.size();
  return DescribeFailure(failure, options_, request_.url);
}

/// libcurl 7.88 uses a connection again although bytes wait in it; it notices that one is shut
/// down. Under TLS such bytes may be the protocol's own.
void Transfer::DropStrayBytes() {
  curl_socket_t socket = CURL_SOCKET_BAD;
  if (IsTls(request_) || curl_.easy_getinfo(easy_, CURLINFO_ACTIVESOCKET, &socket) != CURLE_OK ||
      socket == CURL_SOCKET_BAD) {
    return;
  }
  char byte = 0;
  if (recv(socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT) > 0) {
    shutdown(socket, SHUT_RDWR);
  }
}

base::Result<HttpResponse> Transfer::Finish(CURLcode code) {
  if (code != CURLE_OK) {
    return RequestError(request_, Failure(code));
  }
  if (!headers_complete_) {  // No error for libcurl.
    return RequestError(request_, "the connection was closed in the middle of the headers");
  }
  response_.status = static_cast<int>(Get<long>(CURLINFO_RESPONSE_CODE));
  response_.milliseconds =
      static_cast<double>(Get<curl_off_t>(CURLINFO_TOTAL_TIME_T)) / kMicrosecondsPerMillisecond;
  return std::move(response_);
}

}  // namespace accord::net
