#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <thread>

namespace accord::net {

/// A blocking TCP connection that sends exactly what it is told. Reads give up after 10 s.
class RawSocket {
 public:
  explicit RawSocket(int fd);
  ~RawSocket();
  RawSocket(RawSocket&& other) noexcept;
  RawSocket(const RawSocket&) = delete;
  RawSocket& operator=(const RawSocket&) = delete;
  RawSocket& operator=(RawSocket&&) = delete;
  static RawSocket Connect(std::uint16_t port);

  /// False when the other side is gone.
  bool Send(std::string_view bytes) const;
  /// Reads until `marker` was seen or the other side closed; everything read so far.
  std::string ReadUntil(std::string_view marker);
  /// Reads a request or response: header, then as many bytes as its Content-Length says.
  std::string ReadMessage();
  /// Reads until the other side closes.
  std::string ReadToEnd();

 private:
  bool Fill();
  std::string Take(std::size_t size);

  int fd_;
  std::string buffer_;
};

/// A server on a free port that hands one connection after the other to `serve`, in a thread of its
/// own, and closes it when `serve` returns. `connection` counts from 0.
class RawServer {
 public:
  using Serve = std::function<void(RawSocket& socket, int connection)>;
  explicit RawServer(Serve serve);
  /// Reads one request on each connection, sends `answer` and closes.
  explicit RawServer(std::string answer);
  ~RawServer();
  RawServer(const RawServer&) = delete;
  RawServer& operator=(const RawServer&) = delete;

  std::uint16_t port() const { return port_; }
  std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
  int connections() const { return connections_; }

 private:
  void Run();

  Serve serve_;
  int listener_ = -1;
  std::uint16_t port_ = 0;
  std::atomic<int> connections_{0};
  std::thread thread_;
};

/// A port on which nobody listens.
std::uint16_t FreePort();

/// CPU-friendly wait for something another thread does; false after 5 s.
bool Eventually(const std::function<bool()>& condition);

}  // namespace accord::net
