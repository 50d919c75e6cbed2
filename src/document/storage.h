#pragma once

#include <mutex>
#include <optional>

#include "accord/document/document.h"

#include "document/arena.h"
#include "document/line_index.h"

namespace accord::document {

struct Document::Storage {
  Arena arena;
  std::once_flag lines_once;
  std::optional<LineIndex> lines;
};

}  // namespace accord::document
