#pragma once

#include <memory>
#include <mutex>
#include <optional>

#include "accord/document/document.h"

#include "document/arena.h"
#include "document/line_index.h"

namespace accord::document {

struct Document::Storage {
  /// Made when it is asked for.
  struct Lines {
    std::once_flag once;
    std::optional<LineIndex> index;
  };

  Arena arena;
  Lines lines;

  /// For another document with the same storage.
  void Clear() {
    arena.Clear();
    if (lines.index) {
      std::destroy_at(&lines);
      std::construct_at(&lines);
    }
  }
};

}  // namespace accord::document
