#include "accord/base/process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <limits>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace accord::base {
namespace {

constexpr std::size_t kPiece = 64U << 10U;

void Close(int& fd) {
  if (fd >= 0) {
    close(fd);
    fd = -1;
  }
}

/// The ends of the three pipes, the child's first. Everything that is not taken is closed.
struct Pipes {
  std::array<int, 2> input = {-1, -1};
  std::array<int, 2> output = {-1, -1};
  std::array<int, 2> errors = {-1, -1};

  Pipes() = default;
  Pipes(const Pipes&) = delete;
  Pipes& operator=(const Pipes&) = delete;
  ~Pipes() {
    for (std::array<int, 2>* pipe : {&input, &output, &errors}) {
      Close((*pipe)[0]);
      Close((*pipe)[1]);
    }
  }

  bool Open() {
    // A socket, because only there a write to a child that is gone can be had without SIGPIPE.
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, input.data()) != 0 ||
        pipe2(output.data(), O_CLOEXEC) != 0 || pipe2(errors.data(), O_CLOEXEC) != 0) {
      return false;
    }
    std::swap(output[0], output[1]);
    std::swap(errors[0], errors[1]);
    return true;
  }
};

std::vector<std::string> Environment(const std::vector<std::string>& changes) {
  const auto name = [](std::string_view entry) { return entry.substr(0, entry.find('=')); };
  std::vector<std::string> entries;
  for (char** at = environ; at != nullptr && *at != nullptr; ++at) {
    const auto same = [&](const std::string& change) { return name(change) == name(*at); };
    if (std::none_of(changes.begin(), changes.end(), same)) {
      entries.emplace_back(*at);
    }
  }
  for (const std::string& change : changes) {
    if (change.find('=') != std::string::npos) {
      entries.push_back(change);
    }
  }
  return entries;
}

std::vector<char*> Pointers(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  pointers.reserve(texts.size() + 1);
  for (std::string& text : texts) {
    pointers.push_back(text.data());
  }
  pointers.push_back(nullptr);
  return pointers;
}

int Spawn(const Command& command, const Pipes& pipes, pid_t& pid) {
  std::vector<std::string> arguments = command.arguments;
  std::vector<std::string> environment = Environment(command.environment);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, pipes.input[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, pipes.output[0], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, pipes.errors[0], STDERR_FILENO);
  const int error = posix_spawnp(&pid,
                                 arguments.front().c_str(),
                                 &actions,
                                 nullptr,
                                 Pointers(arguments).data(),
                                 Pointers(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

// Bytes that were read, 0 at the end; -1 for an error, where errno tells.
ssize_t Receive(int fd, char* out) {
  while (true) {
    const ssize_t count = read(fd, out, kPiece);
    if (count >= 0 || errno != EINTR) {
      return count;
    }
  }
}

}  // namespace

Result<Process> Process::Start(const Command& command) {
  if (command.arguments.empty()) {
    return UsageError("no program to start was given");
  }
  Process process;
  process.name_ = command.arguments.front();
  Pipes pipes;
  if (!pipes.Open()) {
    return process.Failure("start", errno);
  }
  const int error = Spawn(command, pipes, process.pid_);
  if (error == ENOENT) {
    return EnvironmentError("cannot start " + process.name_ +
                            ": it is not installed, or not in a folder of PATH");
  }
  if (error != 0) {
    process.pid_ = -1;
    return process.Failure("start", error);
  }
  process.input_ = std::exchange(pipes.input[1], -1);
  process.output_ = std::exchange(pipes.output[1], -1);
  process.errors_ = std::exchange(pipes.errors[1], -1);
  return process;
}

Process::Process(Process&& other) noexcept {
  *this = std::move(other);
}

Process& Process::operator=(Process&& other) noexcept {
  if (this != &other) {
    Release();
    name_ = std::move(other.name_);
    pid_ = std::exchange(other.pid_, -1);
    input_ = std::exchange(other.input_, -1);
    output_ = std::exchange(other.output_, -1);
    errors_ = std::exchange(other.errors_, -1);
    received_ = std::exchange(other.received_, {});
    taken_ = std::exchange(other.taken_, 0);
    error_text_ = std::exchange(other.error_text_, {});
  }
  return *this;
}

Process::~Process() {
  Release();
}

void Process::Release() noexcept {
  Close(input_);
  Close(output_);
  Close(errors_);
  if (pid_ > 0) {
    kill(pid_, SIGKILL);
    while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
  }
}

Result<void> Process::Write(std::string_view bytes) {
  while (!bytes.empty()) {
    if (input_ < 0) {
      return Failure("write to", EPIPE);
    }
    if (Result<void> turned = Turn(bytes); !turned) {
      return turned;
    }
  }
  return {};
}

void Process::CloseInput() {
  Close(input_);
}

Result<std::string> Process::Read(std::size_t count) {
  while (received_.size() - taken_ < count && output_ >= 0) {
    if (Result<void> turned = Turn(); !turned) {
      return turned.error();
    }
  }
  return Take(count);
}

Result<std::string> Process::ReadLine() {
  std::size_t searched = taken_;
  while (true) {
    const std::size_t end = received_.find('\n', searched);
    if (end != std::string::npos) {
      return Take(end + 1 - taken_);
    }
    if (output_ < 0) {
      return Take(std::numeric_limits<std::size_t>::max());
    }
    const std::size_t unread = received_.size() - taken_;
    if (Result<void> turned = Turn(); !turned) {
      return turned.error();
    }
    searched = taken_ + unread;
  }
}

Result<int> Process::Wait() {
  CloseInput();
  while (output_ >= 0 || errors_ >= 0) {
    if (Result<void> turned = Turn(); !turned) {
      return turned.error();
    }
  }
  int status = 0;
  while (pid_ <= 0 || waitpid(pid_, &status, 0) < 0) {
    if (pid_ <= 0 || errno != EINTR) {
      return Failure("wait for", ECHILD);
    }
  }
  pid_ = -1;
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

Result<void> Process::Turn() {
  std::string_view nothing;
  return Turn(nothing);
}

// Waits until one of the pipes can go on, and lets every pipe that can.
Result<void> Process::Turn(std::string_view& unwritten) {
  std::array<pollfd, 3> pipes = {
      {{.fd = output_, .events = POLLIN, .revents = 0},
       {.fd = errors_, .events = POLLIN, .revents = 0},
       {.fd = unwritten.empty() ? -1 : input_, .events = POLLOUT, .revents = 0}}};
  while (poll(pipes.data(), pipes.size(), -1) < 0) {
    if (errno != EINTR) {
      return Failure("wait for", errno);
    }
  }
  Result<void> done;
  if (pipes[0].revents != 0) {
    done = ReceiveOutput();
  }
  if (done.ok() && pipes[1].revents != 0) {
    done = ReceiveErrors();
  }
  if (done.ok() && pipes[2].revents != 0) {
    done = Send(unwritten);
  }
  return done;
}

Result<void> Process::ReceiveOutput() {
  if (taken_ > received_.size() / 2) {
    received_.erase(0, taken_);
    taken_ = 0;
  }
  const std::size_t size = received_.size();
  received_.resize(size + kPiece);
  const ssize_t count = Receive(output_, received_.data() + size);
  received_.resize(size + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  if (count < 0) {
    return Failure("read from", errno);
  }
  if (count == 0) {
    Close(output_);
  }
  return {};
}

Result<void> Process::ReceiveErrors() {
  std::array<char, kPiece> piece;
  const ssize_t count = Receive(errors_, piece.data());
  if (count < 0) {
    return Failure("read from", errno);
  }
  if (count == 0) {
    Close(errors_);
  }
  error_text_.append(piece.data(),
                     std::min(static_cast<std::size_t>(count), kPiece - error_text_.size()));
  return {};
}

Result<void> Process::Send(std::string_view& unwritten) const {
  const ssize_t count =
      send(input_, unwritten.data(), unwritten.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
  if (count >= 0) {
    unwritten.remove_prefix(static_cast<std::size_t>(count));
    return {};
  }
  if (errno == EINTR || errno == EAGAIN) {
    return {};
  }
  return Failure("write to", errno);
}

std::string Process::Take(std::size_t count) {
  std::string bytes;
  if (taken_ == 0 && count >= received_.size()) {
    bytes.swap(received_);
    return bytes;
  }
  bytes = received_.substr(taken_, count);
  taken_ += bytes.size();
  return bytes;
}

Error Process::Failure(const char* what, int error) const {
  return EnvironmentError(std::string("cannot ") + what + " " + name_ + ": " +
                          std::strerror(error));
}

}  // namespace accord::base
