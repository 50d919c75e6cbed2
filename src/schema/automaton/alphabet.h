#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "schema/pattern/code_points.h"

namespace accord::schema {

/// A partition of all code points (without surrogates) into classes that an automaton treats alike.
class Alphabet {
 public:
  static constexpr std::uint32_t kNoClass = 0xFFFFFFFF;

  /// From `first` up to the next range.
  struct Range {
    std::uint32_t first = 0;
    std::uint32_t symbol = 0;  ///< Class; kNoClass for surrogates.
    friend bool operator==(const Range&, const Range&) = default;
  };

  /// One class.
  Alphabet();
  /// The coarsest partition in which each of `sets` is a union of classes. nullopt when the work
  /// would be too much.
  static std::optional<Alphabet> Of(const std::vector<const CodePoints*>& sets);
  /// The coarsest refinement of both; `origins` gets the two classes that each class is part of.
  static Alphabet Merge(const Alphabet& a,
                        const Alphabet& b,
                        std::vector<std::pair<std::uint32_t, std::uint32_t>>& origins);

  std::uint32_t size() const { return size_; }
  const std::vector<Range>& ranges() const { return ranges_; }
  std::uint32_t ClassOf(std::uint32_t code_point) const;
  /// The classes of which `set` consists; it is one of the sets the alphabet was made of.
  std::vector<std::uint32_t> ClassesIn(const CodePoints& set) const;
  /// The code points of every class.
  std::vector<CodePoints> Classes() const;
  /// Classes with the same new name become one. Names are dense; returned in order of first use.
  Alphabet Renamed(const std::vector<std::uint32_t>& names, std::uint32_t count) const;

  friend bool operator==(const Alphabet&, const Alphabet&) = default;

 private:
  void Append(std::uint32_t first, std::uint32_t symbol);
  std::size_t IndexOf(std::uint32_t code_point) const;

  std::vector<Range> ranges_;
  std::uint32_t size_ = 0;
};

}  // namespace accord::schema
