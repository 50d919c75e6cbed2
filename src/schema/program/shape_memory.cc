#include "schema/program/shape_memory.h"

namespace accord::schema {

const ShapeMemory::Entry* ShapeMemory::Learn(const ObjectCheck& check,
                                             const document::Node& object) {
  const auto members = object.members();
  if (used_ + members.size() > kParts || !check.groups.empty() || check.names != kPass) {
    return nullptr;
  }
  const std::size_t at = Place(check, object.shape());
  const std::uint32_t first = used_;
  std::uint32_t required = 0;
  bool fits = true;
  for (std::uint32_t i = 0; i < members.size(); ++i) {
    const Slot* slot = check.slots.Find(members[i]);
    if (slot != nullptr) {
      required += slot->required ? 1U : 0U;
      parts_[used_++] = {.position = i, .value = &slot->value};
    } else if (!check.open) {
      fits = fits && !check.closed;
      parts_[used_++] = {.position = i, .value = &check.rest};
    }
  }
  entries_[at] = {.check = &check,
                  .first = static_cast<std::uint16_t>(first),
                  .count = static_cast<std::uint16_t>(used_ - first),
                  .shape = object.shape(),
                  .fits = fits && required == check.required};
  filled_ |= std::uint32_t{1} << at;
  return &entries_[at];
}

}  // namespace accord::schema
