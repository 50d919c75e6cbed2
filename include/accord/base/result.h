#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace accord::base {

/// Why accord could not do its work. The command line maps each kind to an exit code.
enum class ErrorKind {
  kUsage,        ///< The caller asked for something that makes no sense (exit 2).
  kInput,        ///< A file, document or argument could not be read (exit 3).
  kEnvironment,  ///< Provider, broker or another service is not reachable (exit 4).
};

/// Bad news about accord's own work. Bad news about the user's documents is a finding::Finding.
struct Error {
  ErrorKind kind = ErrorKind::kInput;
  std::string message;  ///< One sentence for a person, without a trailing newline.
};

inline Error UsageError(std::string message) {
  return {ErrorKind::kUsage, std::move(message)};
}
inline Error InputError(std::string message) {
  return {ErrorKind::kInput, std::move(message)};
}
inline Error EnvironmentError(std::string message) {
  return {ErrorKind::kEnvironment, std::move(message)};
}

/// A value or an Error. Reading the side that is not there is a bug and asserts.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : data_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : data_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return data_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() & {
    assert(ok());
    return *std::get_if<0>(&data_);
  }
  const T& value() const& {
    assert(ok());
    return *std::get_if<0>(&data_);
  }
  T&& value() && {
    assert(ok());
    return std::move(*std::get_if<0>(&data_));
  }
  T& operator*() & { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  const T& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  const Error& error() const {
    assert(!ok());
    return *std::get_if<1>(&data_);
  }

 private:
  std::variant<T, Error> data_;
};

/// Success without a value, or an Error.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  // NOLINTNEXTLINE(google-explicit-constructor)
  Result(Error error) : error_(std::move(error)), failed_(true) {}

  bool ok() const { return !failed_; }
  explicit operator bool() const { return ok(); }
  const Error& error() const {
    assert(failed_);
    return error_;
  }

 private:
  Error error_;
  bool failed_ = false;
};

}  // namespace accord::base
