#include "schema/inclusion/interner.h"

#include "accord/base/hash.h"

namespace accord::schema::inclusion {

std::uint32_t Interner::NumberOf(std::string_view text) {
  if (2 * (ends_.size() + 1) > slots_.size()) {
    Grow();
  }
  const std::uint32_t hash = base::Hash32(text);
  Slot& slot = SlotOf(text, hash);
  if (slot.next_number == 0) {
    texts_ += text;
    ends_.push_back(texts_.size());
    slot = {hash, static_cast<std::uint32_t>(ends_.size())};
  }
  return slot.next_number - 1;
}

std::string_view Interner::TextOf(std::uint32_t number) const {
  const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
  return std::string_view(texts_).substr(begin, ends_[number] - begin);
}

Interner::Slot& Interner::SlotOf(std::string_view text, std::uint32_t hash) {
  std::size_t at = hash & (slots_.size() - 1);
  while (slots_[at].next_number != 0 &&
         (slots_[at].hash != hash || TextOf(slots_[at].next_number - 1) != text)) {
    at = (at + 1) & (slots_.size() - 1);
  }
  return slots_[at];
}

void Interner::Grow() {
  std::vector<Slot> larger(2 * slots_.size());
  for (const Slot& slot : slots_) {
    if (slot.next_number == 0) {
      continue;
    }
    std::size_t at = slot.hash & (larger.size() - 1);
    while (larger[at].next_number != 0) {
      at = (at + 1) & (larger.size() - 1);
    }
    larger[at] = slot;
  }
  slots_ = std::move(larger);
}

}  // namespace accord::schema::inclusion
