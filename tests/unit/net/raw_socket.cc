#include "tests/unit/net/raw_socket.h"

#include <array>
#include <cstdlib>
#include <stdexcept>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace accord::net {
namespace {

sockaddr_in Loopback(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

const sockaddr* Generic(const sockaddr_in* address) {
  return reinterpret_cast<const sockaddr*>(address);
}

std::pair<int, std::uint16_t> BindFreePort() {
  const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = Loopback(0);
  socklen_t size = sizeof address;
  if (bind(fd, Generic(&address), size) != 0 ||
      getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
    throw std::runtime_error("no free port");
  }
  return {fd, ntohs(address.sin_port)};
}

std::size_t ContentLength(std::string_view head) {
  constexpr std::string_view kName = "Content-Length: ";
  const std::size_t at = head.find(kName);
  return at == std::string_view::npos
             ? 0
             : std::strtoull(std::string(head.substr(at + kName.size())).c_str(), nullptr, 10);
}

}  // namespace

RawSocket::RawSocket(int fd) : fd_(fd) {
  const timeval limit{10, 0};
  setsockopt(fd_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
}

RawSocket::RawSocket(RawSocket&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)), buffer_(std::move(other.buffer_)) {}

RawSocket::~RawSocket() {
  if (fd_ >= 0) {
    close(fd_);
  }
}

RawSocket RawSocket::Connect(std::uint16_t port) {
  const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_in address = Loopback(port);
  if (connect(fd, Generic(&address), sizeof address) != 0) {
    throw std::runtime_error("cannot connect");
  }
  return RawSocket(fd);
}

bool RawSocket::Send(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t sent = send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) {
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool RawSocket::Fill() {
  std::array<char, 16384> piece{};
  const ssize_t size = recv(fd_, piece.data(), piece.size(), 0);
  if (size <= 0) {
    return false;
  }
  buffer_.append(piece.data(), static_cast<std::size_t>(size));
  return true;
}

std::string RawSocket::Take(std::size_t size) {
  std::string taken = buffer_.substr(0, size);
  buffer_.erase(0, size);
  return taken;
}

std::string RawSocket::ReadUntil(std::string_view marker) {
  while (buffer_.find(marker) == std::string::npos) {
    if (!Fill()) {
      return Take(buffer_.size());
    }
  }
  return Take(buffer_.find(marker) + marker.size());
}

std::string RawSocket::ReadMessage() {
  std::string message = ReadUntil("\r\n\r\n");
  const std::size_t body = ContentLength(message);
  while (buffer_.size() < body && Fill()) {
  }
  return message + Take(body);
}

std::string RawSocket::ReadToEnd() {
  while (Fill()) {
  }
  return Take(buffer_.size());
}

RawServer::RawServer(Serve serve) : serve_(std::move(serve)) {
  std::tie(listener_, port_) = BindFreePort();
  listen(listener_, SOMAXCONN);
  thread_ = std::thread([this] { Run(); });
}

RawServer::RawServer(std::string answer)
    : RawServer([answer = std::move(answer)](RawSocket& socket, int /*connection*/) {
        socket.ReadMessage();
        socket.Send(answer);
      }) {}

RawServer::~RawServer() {
  shutdown(listener_, SHUT_RDWR);
  thread_.join();
  close(listener_);
}

void RawServer::Run() {
  while (true) {
    const int fd = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (fd < 0) {
      return;
    }
    RawSocket socket(fd);
    serve_(socket, connections_++);
  }
}

std::uint16_t FreePort() {
  const auto [fd, port] = BindFreePort();
  close(fd);
  return port;
}

bool Eventually(const std::function<bool()>& condition) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(5);
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end) {
      return false;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return true;
}

}  // namespace accord::net
