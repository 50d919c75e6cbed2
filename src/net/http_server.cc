#include "accord/net/http_server.h"

#include <algorithm>
#include <thread>
#include <vector>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <fmt/format.h>

#include "net/http_session.h"
#include "net/tls_context.h"

namespace accord::net {
namespace {

using asio::ip::tcp;
using TlsContext = asio::ssl::context;

constexpr std::chrono::milliseconds kAcceptPause{20};

/// One thread with its event loop and the connections that live on it.
class Worker {
 public:
  Worker(const HttpServerOptions& options,
         const HttpServer::Handler& handler,
         std::atomic<std::size_t>& open_connections)
      : shared_{options, handler, open_connections} {}

  void Start() {
    thread_ = std::thread([this] { loop_.run(); });
  }
  asio::io_context& loop() { return loop_; }
  SessionShared& shared() { return shared_; }

  /// Ends what is idle or half read, lets answers that are on their way go out.
  void Stop() {
    asio::post(loop_, [this] {
      shared_.stopping = true;
      const std::vector<Connection*> open(shared_.connections.begin(), shared_.connections.end());
      for (Connection* connection : open) {
        connection->Shutdown();
      }
      work_.reset();
    });
  }
  void Join() { thread_.join(); }

 private:
  SessionShared shared_;  // Outlives the loop, whose handlers own the sessions.
  asio::io_context loop_{1};
  asio::executor_work_guard<asio::io_context::executor_type> work_{loop_.get_executor()};
  std::thread thread_;
};

class BeastServer final : public HttpServer {
 public:
  BeastServer(HttpServerOptions options, Handler handler)
      : options_(std::move(options)), handler_(std::move(handler)) {}
  ~BeastServer() override;
  BeastServer(const BeastServer&) = delete;
  BeastServer& operator=(const BeastServer&) = delete;

  base::Result<void> Listen();
  std::uint16_t port() const override { return port_; }
  std::string url() const override;
  void Stop() override;

 private:
  using Acceptor = asio::basic_socket_acceptor<tcp, asio::io_context::executor_type>;

  base::Result<void> Bind();
  void Accept();
  void OnAccepted(ErrorCode error, Socket socket, Worker& worker);
  void AcceptLater();

  const HttpServerOptions options_;
  const Handler handler_;
  std::unique_ptr<TlsContext> tls_;
  std::atomic<std::size_t> open_connections_{0};
  std::vector<std::unique_ptr<Worker>> workers_;
  std::unique_ptr<Acceptor> acceptor_;  // On the first worker's loop, as its timer.
  std::unique_ptr<Timer> accept_timer_;
  std::size_t next_worker_ = 0;
  std::uint16_t port_ = 0;
  bool running_ = false;
};

BeastServer::~BeastServer() {
  BeastServer::Stop();
  acceptor_.reset();
  accept_timer_.reset();
  // From the first on: a pending accept there holds a socket of another worker's loop.
  for (std::unique_ptr<Worker>& worker : workers_) {
    worker.reset();
  }
}

base::Result<void> BeastServer::Listen() {
  if (!options_.certificate_file.empty()) {
    base::Result<std::unique_ptr<TlsContext>> tls = MakeServerTls(options_);
    if (!tls.ok()) {
      return tls.error();
    }
    tls_ = std::move(*tls);
  }
  for (std::size_t i = 0; i < std::max<std::size_t>(1, options_.threads); ++i) {
    workers_.push_back(std::make_unique<Worker>(options_, handler_, open_connections_));
  }
  if (base::Result<void> bound = Bind(); !bound.ok()) {
    return bound;
  }
  Accept();
  for (const auto& worker : workers_) {
    worker->Start();
  }
  running_ = true;
  return {};
}

base::Result<void> BeastServer::Bind() {
  ErrorCode error;
  const std::string numeric = options_.address == "localhost" ? "127.0.0.1" : options_.address;
  const asio::ip::address address = asio::ip::make_address(numeric, error);
  if (error) {
    return base::UsageError(fmt::format("'{}' is not an IP address", options_.address));
  }
  asio::io_context& loop = workers_.front()->loop();
  accept_timer_ = std::make_unique<Timer>(loop.get_executor());
  acceptor_ = std::make_unique<Acceptor>(loop.get_executor());
  const tcp::endpoint endpoint(address, options_.port);
  acceptor_->open(endpoint.protocol(), error);
  if (!error) {
    acceptor_->set_option(asio::socket_base::reuse_address(true), error);
    acceptor_->bind(endpoint, error);
  }
  if (!error) {
    acceptor_->listen(asio::socket_base::max_listen_connections, error);
  }
  if (error) {
    return base::EnvironmentError(fmt::format(
        "cannot listen on {} port {}: {}", options_.address, options_.port, error.message()));
  }
  port_ = acceptor_->local_endpoint(error).port();
  return {};
}

std::string BeastServer::url() const {
  const bool v6 = options_.address.find(':') != std::string::npos;
  std::string host = v6 ? "[" + options_.address + "]" : options_.address;
  if (host == "0.0.0.0" || host == "localhost") {
    host = "127.0.0.1";
  } else if (host == "[::]") {
    host = "[::1]";
  }
  return fmt::format("{}://{}:{}", tls_ ? "https" : "http", host, port_);
}

/// Connections above the limit wait in the kernel's queue until another one ends.
void BeastServer::Accept() {
  if (open_connections_.load() >= options_.max_connections) {
    AcceptLater();
    return;
  }
  Worker& worker = *workers_[next_worker_];
  next_worker_ = (next_worker_ + 1) % workers_.size();
  acceptor_->async_accept(worker.loop(), [this, &worker](ErrorCode error, Socket socket) {
    OnAccepted(error, std::move(socket), worker);
  });
}

void BeastServer::OnAccepted(ErrorCode error, Socket socket, Worker& worker) {
  if (!acceptor_->is_open()) {
    return;
  }
  if (error) {
    AcceptLater();  // Out of file descriptors, most likely.
    return;
  }
  socket.set_option(tcp::no_delay(true), error);
  const auto start = [&worker](const auto& session) {
    asio::post(worker.loop(), [session] { session->Start(); });
  };
  if (tls_) {
    start(std::make_shared<HttpSession<TlsStream>>(worker.shared(), std::move(socket), *tls_));
  } else {
    start(std::make_shared<HttpSession<Socket>>(worker.shared(), std::move(socket)));
  }
  Accept();
}

void BeastServer::AcceptLater() {
  accept_timer_->expires_after(kAcceptPause);
  accept_timer_->async_wait([this](ErrorCode error) {
    if (!error && acceptor_->is_open()) {
      Accept();
    }
  });
}

void BeastServer::Stop() {
  if (!running_) {
    return;
  }
  running_ = false;
  asio::post(workers_.front()->loop(), [this] {
    ErrorCode ignored;
    acceptor_->close(ignored);
    accept_timer_->cancel();
  });
  for (const auto& worker : workers_) {
    worker->Stop();
  }
  for (const auto& worker : workers_) {
    worker->Join();
  }
}

}  // namespace

std::string_view ServerRequest::path() const {
  return std::string_view(target).substr(0, target.find('?'));
}

std::string_view ServerRequest::query() const {
  const std::size_t question = target.find('?');
  return question == std::string::npos ? std::string_view{}
                                       : std::string_view(target).substr(question + 1);
}

base::Result<std::unique_ptr<HttpServer>> HttpServer::Start(HttpServerOptions options,
                                                            Handler handler) {
  auto server = std::make_unique<BeastServer>(std::move(options), std::move(handler));
  if (base::Result<void> listening = server->Listen(); !listening.ok()) {
    return listening.error();
  }
  return std::unique_ptr<HttpServer>(std::move(server));
}

}  // namespace accord::net
