#pragma once

#include "accord/base/result.h"

namespace accord::cli {

/// What the process says to the shell, the same for every command.
enum ExitCode : int {
  kClean = 0,
  kFindings = 1,     ///< Findings at or above --fail-on.
  kUsage = 2,        ///< The command line makes no sense.
  kUnreadable = 3,   ///< An input could not be read.
  kEnvironment = 4,  ///< Provider, broker or database not reachable.
};

inline ExitCode ToExitCode(base::ErrorKind kind) {
  switch (kind) {
    case base::ErrorKind::kUsage:
      return kUsage;
    case base::ErrorKind::kInput:
      return kUnreadable;
    case base::ErrorKind::kEnvironment:
      break;
  }
  return kEnvironment;
}

}  // namespace accord::cli
