#pragma once

// gcc 12 needs these before Asio 1.74.
#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <unordered_set>
#include <utility>

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>

#include "accord/net/http_server.h"

#include "net/response_head.h"

namespace accord::net {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using ErrorCode = boost::system::error_code;
using Socket = asio::basic_stream_socket<asio::ip::tcp, asio::io_context::executor_type>;
using TlsStream = asio::ssl::stream<Socket>;
using Timer = asio::basic_waitable_timer<std::chrono::steady_clock,
                                         asio::wait_traits<std::chrono::steady_clock>,
                                         asio::io_context::executor_type>;

/// A connection as its worker sees it.
class Connection {
 public:
  Connection() = default;
  virtual ~Connection() = default;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  /// Ends it: at once, or after the answer that is on its way.
  virtual void Shutdown() = 0;
};

/// What the connections of one thread share; touched by that thread only.
struct SessionShared {
  SessionShared(const HttpServerOptions& server_options,
                const HttpServer::Handler& request_handler,
                std::atomic<std::size_t>& open)
      : options(server_options), handler(request_handler), open_connections(open) {}

  const HttpServerOptions& options;
  const HttpServer::Handler& handler;
  std::atomic<std::size_t>& open_connections;  ///< Of all threads.
  std::unordered_set<Connection*> connections;
  bool stopping = false;
  DateText date;
};

/// One connection: reads a request, answers it, and again. Lives as long as an operation is
/// pending on it.
template <typename Stream>
class HttpSession final : public Connection,
                          public std::enable_shared_from_this<HttpSession<Stream>> {
 public:
  template <typename... TlsContext>
  HttpSession(SessionShared& shared, Socket socket, TlsContext&... tls)
      : shared_(shared), stream_(std::move(socket), tls...), timer_(stream_.get_executor()) {
    ++shared_.open_connections;
  }
  ~HttpSession() override {
    shared_.connections.erase(this);
    --shared_.open_connections;
  }
  HttpSession(const HttpSession&) = delete;
  HttpSession& operator=(const HttpSession&) = delete;

  /// The first call on the worker's thread.
  void Start();
  void Shutdown() override;

 private:
  enum class Phase { kHandshake, kIdle, kReading, kWriting, kClosing };
  static constexpr bool kTls = std::is_same_v<Stream, TlsStream>;
  static constexpr std::chrono::seconds kCloseTime{1};
  static constexpr std::size_t kFirstRead = 8192;
  static constexpr std::size_t kWriteChunk = 1U << 20U;

  /// A member function as a completion handler that keeps the session alive.
  template <typename Method>
  auto Then(Method method) {
    return [self = this->shared_from_this(), method](auto... arguments) {
      ((*self).*method)(arguments...);
    };
  }
  Socket& socket();

  void Enter(Phase phase, std::chrono::milliseconds limit);
  void ArmTimer();
  void OnTimer(ErrorCode error);

  void OnHandshake(ErrorCode error);
  void WaitForRequest();
  void OnFirstBytes(ErrorCode error, std::size_t size);
  void ReadHead();
  void OnHead(ErrorCode error, std::size_t size);
  void OnContinueSent(ErrorCode error, std::size_t size);
  void ReadBody();
  void OnBody(ErrorCode error, std::size_t size);
  void OnReadFailed(ErrorCode error);
  void Refuse(int status, const std::string& why);

  ServerRequest TakeRequest();
  ServerResponse CallHandler();
  void Answer(ServerResponse response);
  void OnAnswered(ErrorCode error, std::size_t size);
  void Close();
  void Drain(ErrorCode error, std::size_t size);
  void Abort();

  SessionShared& shared_;
  Stream stream_;
  Timer timer_;
  bool timer_armed_ = false;
  std::chrono::steady_clock::time_point deadline_;
  std::chrono::steady_clock::time_point alarm_;
  Phase phase_ = Phase::kHandshake;
  bool timed_out_ = false;

  boost::beast::flat_buffer buffer_;
  std::optional<http::request_parser<http::string_body>> parser_;
  AnswerForm form_;
  std::string head_;
  ServerResponse response_;
};

template <typename Stream>
Socket& HttpSession<Stream>::socket() {
  if constexpr (kTls) {
    return stream_.next_layer();
  } else {
    return stream_;
  }
}

template <typename Stream>
void HttpSession<Stream>::Start() {
  if (shared_.stopping) {
    return;
  }
  shared_.connections.insert(this);
  if constexpr (kTls) {
    Enter(Phase::kHandshake, shared_.options.request_timeout);
    stream_.async_handshake(asio::ssl::stream_base::server, Then(&HttpSession::OnHandshake));
  } else {
    WaitForRequest();
  }
}

template <typename Stream>
void HttpSession<Stream>::OnHandshake(ErrorCode error) {
  if (!error) {
    WaitForRequest();
  } else {
    Abort();
  }
}

template <typename Stream>
void HttpSession<Stream>::Shutdown() {
  if (phase_ == Phase::kWriting) {
    Enter(Phase::kWriting, kCloseTime);
  } else if (phase_ != Phase::kClosing) {
    Abort();
  }
}

template <typename Stream>
void HttpSession<Stream>::Enter(Phase phase, std::chrono::milliseconds limit) {
  phase_ = phase;
  deadline_ = std::chrono::steady_clock::now() + limit;
  // One timer runs on and looks at the deadline when it rings: moving a deadline costs nothing.
  if (!timer_armed_ || deadline_ < alarm_) {
    ArmTimer();
  }
}

template <typename Stream>
void HttpSession<Stream>::ArmTimer() {
  timer_armed_ = true;
  alarm_ = deadline_;
  timer_.expires_at(alarm_);
  timer_.async_wait([weak = this->weak_from_this()](ErrorCode error) {
    if (const auto self = weak.lock()) {
      self->OnTimer(error);
    }
  });
}

template <typename Stream>
void HttpSession<Stream>::OnTimer(ErrorCode error) {
  if (error) {
    return;  // Armed again for an earlier time.
  }
  if (std::chrono::steady_clock::now() < deadline_) {
    ArmTimer();
    return;
  }
  timer_armed_ = false;
  timed_out_ = true;
  if (phase_ == Phase::kReading) {
    ErrorCode ignored;
    socket().cancel(ignored);  // The read fails and is answered with 408.
  } else {
    Abort();
  }
}

template <typename Stream>
void HttpSession<Stream>::WaitForRequest() {
  if (shared_.stopping) {
    Abort();
    return;
  }
  timed_out_ = false;
  form_ = {};
  parser_.emplace();
  parser_->header_limit(static_cast<std::uint32_t>(
      std::min<std::size_t>(shared_.options.max_header_bytes, UINT32_MAX)));
  parser_->body_limit(shared_.options.max_body_bytes);
  if (buffer_.size() > 0) {
    Enter(Phase::kReading, shared_.options.request_timeout);
    ReadHead();
    return;
  }
  Enter(Phase::kIdle, shared_.options.idle_timeout);
  stream_.async_read_some(buffer_.prepare(kFirstRead), Then(&HttpSession::OnFirstBytes));
}

template <typename Stream>
void HttpSession<Stream>::OnFirstBytes(ErrorCode error, std::size_t size) {
  if (error) {
    Close();
    return;
  }
  buffer_.commit(size);
  Enter(Phase::kReading, shared_.options.request_timeout);
  ReadHead();
}

template <typename Stream>
void HttpSession<Stream>::ReadHead() {
  http::async_read_header(stream_, buffer_, *parser_, Then(&HttpSession::OnHead));
}

template <typename Stream>
void HttpSession<Stream>::OnHead(ErrorCode error, std::size_t /*size*/) {
  if (error || timed_out_) {
    OnReadFailed(error);
    return;
  }
  const auto& message = parser_->get();
  form_.head = message.method() == http::verb::head;
  form_.keep_alive = message.keep_alive();
  form_.announce_keep_alive = message.version() < 11;
  if (message.version() >= 11 && message.count(http::field::host) != 1) {
    Refuse(400, "exactly one Host header is needed");  // RFC 9112 §3.2
    return;
  }
  const bool wants_continue = message.version() >= 11 &&
                              boost::beast::iequals(message[http::field::expect], "100-continue");
  if (wants_continue && !parser_->is_done()) {
    head_ = "HTTP/1.1 100 Continue\r\n\r\n";
    asio::async_write(stream_, asio::buffer(head_), Then(&HttpSession::OnContinueSent));
  } else {
    ReadBody();
  }
}

template <typename Stream>
void HttpSession<Stream>::OnContinueSent(ErrorCode error, std::size_t /*size*/) {
  if (error) {
    OnReadFailed(error);
  } else {
    ReadBody();
  }
}

template <typename Stream>
void HttpSession<Stream>::ReadBody() {
  if (parser_->is_done()) {
    OnBody({}, 0);
  } else {
    http::async_read(stream_, buffer_, *parser_, Then(&HttpSession::OnBody));
  }
}

template <typename Stream>
void HttpSession<Stream>::OnBody(ErrorCode error, std::size_t /*size*/) {
  if (error) {
    OnReadFailed(error);
  } else {
    Answer(CallHandler());
  }
}

template <typename Stream>
void HttpSession<Stream>::OnReadFailed(ErrorCode error) {
  const HttpServerOptions& options = shared_.options;
  if (timed_out_) {
    Refuse(408, "the request was not complete in time");
  } else if (error == http::error::header_limit || error == http::error::buffer_overflow) {
    Refuse(431, "the header is above " + std::to_string(options.max_header_bytes) + " bytes");
  } else if (error == http::error::body_limit) {
    Refuse(413, "the body is above " + std::to_string(options.max_body_bytes) + " bytes");
  } else if (error == http::error::end_of_stream || error == http::error::partial_message) {
    Close();
  } else if (error.category() == make_error_code(http::error::bad_field).category()) {
    Refuse(400, "this is not a valid HTTP/1.1 request: " + error.message());
  } else {
    Abort();
  }
}

/// What is wrong with the request is said once; then the connection ends, because nobody knows
/// where the next request would begin.
template <typename Stream>
void HttpSession<Stream>::Refuse(int status, const std::string& why) {
  form_.keep_alive = false;
  Answer(ErrorResponse(status, why));
}

template <typename Stream>
ServerRequest HttpSession<Stream>::TakeRequest() {
  http::request<http::string_body> message = parser_->release();
  ServerRequest request;
  request.method = std::string(message.method_string());
  request.target = std::string(message.target());
  for (const auto& field : message) {
    request.headers.emplace_back(field.name_string(), field.value());
  }
  request.body = std::move(message.body());
  return request;
}

template <typename Stream>
ServerResponse HttpSession<Stream>::CallHandler() {
  try {
    ServerResponse response = shared_.handler(TakeRequest());
    if (IsSendable(response)) {
      return response;
    }
    return ErrorResponse(500, "the handler's response cannot be sent");
  } catch (const std::exception& e) {
    return ErrorResponse(500, e.what());
  } catch (...) {
    return ErrorResponse(500, "the handler failed");
  }
}

template <typename Stream>
void HttpSession<Stream>::Answer(ServerResponse response) {
  response_ = std::move(response);
  form_.keep_alive = form_.keep_alive && !shared_.stopping && !WantsClose(response_);
  head_ = WriteHead(response_, form_, shared_.date.Now());
  if (!CarriesBody(response_, form_)) {
    response_.body.clear();
  }
  Enter(Phase::kWriting, shared_.options.idle_timeout);
  // The limit counts anew with every piece that the client takes: large answers may take long.
  auto proceed = [this](const ErrorCode& error, std::size_t /*sent*/) -> std::size_t {
    if (!shared_.stopping) {
      Enter(Phase::kWriting, shared_.options.idle_timeout);
    }
    return error ? 0 : kWriteChunk;
  };
  asio::async_write(stream_,
                    std::array{asio::buffer(head_), asio::buffer(response_.body)},
                    proceed,
                    Then(&HttpSession::OnAnswered));
}

template <typename Stream>
void HttpSession<Stream>::OnAnswered(ErrorCode error, std::size_t /*size*/) {
  if (error) {
    Abort();
  } else if (form_.keep_alive) {
    WaitForRequest();
  } else {
    Close();
  }
}

/// Says goodbye and reads on for a moment: closing with unread bytes would make the kernel reset
/// the connection and throw away the answer on its way (RFC 9112 §9.6).
template <typename Stream>
void HttpSession<Stream>::Close() {
  Enter(Phase::kClosing, kCloseTime);
  if constexpr (kTls) {
    stream_.async_shutdown(
        [self = this->shared_from_this()](ErrorCode /*error*/) { self->Abort(); });
  } else {
    ErrorCode error;
    stream_.shutdown(Socket::shutdown_send, error);
    Drain(error, 0);
  }
}

template <typename Stream>
void HttpSession<Stream>::Drain(ErrorCode error, std::size_t /*size*/) {
  if (error) {
    Abort();
    return;
  }
  buffer_.clear();
  socket().async_read_some(buffer_.prepare(kFirstRead), Then(&HttpSession::Drain));
}

template <typename Stream>
void HttpSession<Stream>::Abort() {
  ErrorCode ignored;
  socket().close(ignored);
  timer_.cancel(ignored);
}

}  // namespace accord::net
