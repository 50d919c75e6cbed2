#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace accord::proto {

/// What a look over a .proto text tells without parsing it.
struct Head {
  std::vector<std::string> imports;  ///< In the order of the text.
  std::string package;
  bool edition = false;  ///< Has an `edition = …` statement.
};

/// Looks for the statements outside all braces. Never fails: what is no .proto text gives a Head
/// with little in it. Linear, about the speed of reading memory.
Head Scan(std::string_view text);

/// Offset of the brace that opens level `limit` + 1; nullopt when the text does not nest so deep.
std::optional<std::size_t> FindTooDeep(std::string_view text, std::uint32_t limit);

}  // namespace accord::proto
