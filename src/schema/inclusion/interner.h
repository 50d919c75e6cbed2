#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace accord::schema::inclusion {

/// Numbers texts in the order in which they are first met; equal texts have one number.
class Interner {
 public:
  std::uint32_t NumberOf(std::string_view text);
  std::size_t size() const { return ends_.size(); }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t next_number = 0;  // One more than the number of its text; 0: free.
  };

  std::string_view TextOf(std::uint32_t number) const;
  /// Where the text is, or could be put.
  Slot& SlotOf(std::string_view text, std::uint32_t hash);
  void Grow();

  std::string texts_;  // One after the other.
  std::vector<std::size_t> ends_;
  std::vector<Slot> slots_ = std::vector<Slot>(16);  // A power of two of them.
};

}  // namespace accord::schema::inclusion
