#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

#include "accord/base/result.h"

namespace accord::base {

/// A program to start, without a shell.
struct Command {
  std::vector<std::string> arguments;  ///< The program, looked up in PATH, then its arguments.
  /// Laid over the own environment: `NAME=value` sets, `NAME` alone removes.
  std::vector<std::string> environment;
};

/// A child process with pipes at its standard input, output and error. Whatever it prints while
/// nobody reads is kept, so that neither side ever waits for the other in vain. Not thread-safe.
class Process {
 public:
  /// kEnvironment when there is no such program.
  static Result<Process> Start(const Command& command);

  Process(Process&& other) noexcept;
  Process& operator=(Process&& other) noexcept;
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  /// Kills the child unless Wait() saw it end.
  ~Process();

  /// Writes everything; an error when the child no longer reads.
  Result<void> Write(std::string_view bytes);
  /// The child sees the end of its input.
  void CloseInput();
  /// The next `count` bytes of the output, fewer only at its end.
  Result<std::string> Read(std::size_t count);
  /// Up to and with the next `\n`, or what is left of the output; empty at its end.
  Result<std::string> ReadLine();
  /// Closes the input and waits for the end; output that was not read yet can be read afterwards.
  /// The exit status, or 128 plus the number of the signal that ended the child.
  Result<int> Wait();
  /// What was printed to standard error up to now, cut at 64 KiB.
  const std::string& error_text() const { return error_text_; }

 private:
  Process() = default;

  void Release() noexcept;
  Result<void> Turn();
  Result<void> Turn(std::string_view& unwritten);
  Result<void> ReceiveOutput();
  Result<void> ReceiveErrors();
  Result<void> Send(std::string_view& unwritten) const;
  std::string Take(std::size_t count);
  Error Failure(const char* what, int error) const;

  std::string name_;
  pid_t pid_ = -1;
  int input_ = -1;  // Own ends of the pipes; -1 once closed.
  int output_ = -1;
  int errors_ = -1;
  std::string received_;
  std::size_t taken_ = 0;  // Bytes of received_ that were handed out.
  std::string error_text_;
};

}  // namespace accord::base
