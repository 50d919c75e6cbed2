#include "schema/program/slots.h"

#include <algorithm>
#include <bit>

namespace accord::schema {
namespace {

constexpr std::array<std::uint32_t, 12> kFactors = {1,
                                                    0x9E3779B1U,
                                                    0x85EBCA77U,
                                                    0xC2B2AE3DU,
                                                    0x27D4EB2FU,
                                                    0x165667B1U,
                                                    0x2545F491U,
                                                    0xD6E8FEB9U,
                                                    0xA3B1956DU,
                                                    0x5851F42DU,
                                                    0x4C957F2DU,
                                                    0xDA942043U};
// A table without collisions may take so many places for each name.
constexpr std::size_t kMaxPlaces = 16;

}  // namespace

void Slots::Finish() {
  const std::size_t count = slots_.size();
  slots_.emplace_back().key = Key::Impossible();
  finished_ = true;
  for (std::size_t places = std::bit_ceil(count * 2 + 2);; places *= 2) {
    table_.assign(places, 0);
    shift_ = 32U - static_cast<std::uint32_t>(std::countr_zero(places));
    for (const std::uint32_t factor : kFactors) {
      factor_ = factor;
      if (Fill()) {
        return;
      }
    }
    if (places > count * kMaxPlaces) {
      break;
    }
  }
  perfect_ = false;
  Fill();
}

// With neighbours taken where a place is not free, unless it has to be perfect.
bool Slots::Fill() {
  const auto free = static_cast<std::uint32_t>(size());
  std::fill(table_.begin(), table_.end(), free);
  for (std::uint32_t i = 0; i < free; ++i) {
    std::size_t at = Place(slots_[i].key.hash());
    while (table_[at] != free) {
      if (perfect_) {
        return false;
      }
      at = (at + 1) & (table_.size() - 1);
    }
    table_[at] = i;
  }
  return true;
}

const Slot* Slots::FindFrom(std::size_t at, const document::Member& member) const {
  while (table_[at] != size()) {
    at = (at + 1) & (table_.size() - 1);
    if (slots_[table_[at]].key.Is(member)) {
      return &slots_[table_[at]];
    }
  }
  return nullptr;
}

}  // namespace accord::schema
