#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "accord/base/result.h"
#include "accord/net/http.h"
#include "accord/net/http_client.h"

#include "net/curl_library.h"

namespace accord::net {

/// One easy handle together with the exchange it is busy with; used again for the next one.
/// libcurl keeps pointers into it, so it never moves.
class Transfer {
 public:
  /// `options` must outlive the transfer.
  Transfer(const CurlLibrary& curl, const HttpClientOptions& options);
  ~Transfer();
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  /// nullptr when libcurl had no memory for it.
  CURL* handle() const { return easy_; }

  /// Makes the handle ready to send; an error when the request cannot be put on the wire.
  base::Result<void> Start(HttpRequest request, HttpClient::Done done);
  /// What came of it. The transfer is free for another Start() then.
  base::Result<HttpResponse> Finish(CURLcode code);
  /// Keeps bytes that follow a complete answer from being taken for the next one. Call it while the
  /// handle still belongs to its multi handle.
  void DropStrayBytes();
  /// The callback given to Start().
  HttpClient::Done TakeDone() { return std::move(done_); }

  /// The transfer that a handle belongs to.
  static Transfer* Of(const CurlLibrary& curl, CURL* easy);

 private:
  template <typename Value>
  void Set(CURLoption option, Value value);
  template <typename Value>
  Value Get(CURLINFO info) const;

  void SetConnectionOptions();
  void SetTlsOptions();
  void SetMethodAndBody();
  void SetHeaders();
  void AddHeaderLine(std::string line);
  std::string Failure(CURLcode code) const;

  static std::size_t OnHeader(char* data, std::size_t one, std::size_t size, void* self);
  static std::size_t OnBody(char* data, std::size_t one, std::size_t size, void* self);
  bool TakeHeaderLine(std::string_view line);
  bool TakeBody(std::string_view bytes);

  const CurlLibrary& curl_;
  const HttpClientOptions& options_;
  CURL* easy_ = nullptr;
  std::array<char, CURL_ERROR_SIZE> detail_{};

  HttpRequest request_;
  HttpClient::Done done_;
  std::vector<std::string> header_lines_;
  std::vector<curl_slist> header_list_;

  HttpResponse response_;
  std::size_t header_bytes_ = 0;
  bool headers_complete_ = false;
  std::string refusal_;  // Why a callback stopped the transfer.
};

}  // namespace accord::net
