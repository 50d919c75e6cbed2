#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "accord/document/node.h"

#include "schema/program/key.h"

namespace accord::schema {

/// Where the code for one schema and one kind of value begins in Program::instructions; or one of
/// the two below.
using Code = std::uint32_t;
inline constexpr Code kPass = 0;  ///< Every value of this kind is valid.
inline constexpr Code kFail = 1;  ///< None is.

/// The code for each document::Kind.
using Dispatch = std::array<Code, 6>;

/// A member that the schema names.
struct Slot {
  Key key;
  Dispatch value{};
  bool required = false;
  bool marks = false;  ///< It counts as evaluated.
  /// In Program::numbers, when that is all that is asked of numbers.
  std::uint32_t number = kNoNumber;

  static constexpr std::uint32_t kNoNumber = UINT32_MAX;
};

/// The slots of an object, found by name. The order of members does not matter: guessing at it
/// costs more, by mispredicted branches, than it saves.
class Slots {
 public:
  /// Names are different.
  void Add(const Slot& slot) { slots_.push_back(slot); }
  /// After the last Add.
  void Finish();

  /// nullptr: the schema does not name it.
  const Slot* Find(const document::Member& member) const {
    std::size_t at = Place(member.key_hash);
    const Slot* slot = &slots_[table_[at]];
    if (slot->key.Is(member)) {
      return slot;
    }
    return perfect_ ? nullptr : FindFrom(at, member);
  }

  // The last one is a sentinel that no member fits.
  std::size_t size() const { return slots_.size() - (finished_ ? 1 : 0); }
  bool empty() const { return size() == 0; }
  const Slot* begin() const { return slots_.data(); }
  const Slot* end() const { return slots_.data() + size(); }
  Slot* begin() { return slots_.data(); }
  Slot* end() { return slots_.data() + size(); }

 private:
  std::size_t Place(std::uint32_t hash) const { return (hash * factor_) >> shift_; }
  bool Fill();
  const Slot* FindFrom(std::size_t at, const document::Member& member) const;

  std::vector<Slot> slots_;
  std::vector<std::uint32_t> table_;  ///< Positions in slots_; of the sentinel where it is free.
  std::uint32_t factor_ = 1;
  std::uint32_t shift_ = 31;
  bool perfect_ = true;  ///< Every name is at its place.
  bool finished_ = false;
};

}  // namespace accord::schema
