#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "schema/program/program.h"

namespace accord::schema {

/// What checks have to look at in objects of the shapes they met (see document::Node::shape), so
/// that names are looked up once for all the rows of a table. Of fixed size: what does not fit is
/// not remembered.
class ShapeMemory {
 public:
  struct Part {
    std::uint32_t position;  ///< Of the member.
    const Dispatch* value;
  };
  struct Entry {
    const ObjectCheck* check;
    std::uint16_t first;
    std::uint16_t count;
    std::uint8_t shape;
    bool fits;  ///< As far as the names go.
  };

  /// For a check that is neither general nor tracked. nullptr: it cannot be remembered.
  const Entry* Find(const ObjectCheck& check, const document::Node& object) {
    const std::size_t at = Place(check, object.shape());
    if ((filled_ >> at & 1U) == 0) {
      return Learn(check, object);
    }
    const Entry& entry = entries_[at];
    return entry.check == &check && entry.shape == object.shape() ? &entry : nullptr;
  }
  const Part* begin(const Entry& entry) const { return parts_.data() + entry.first; }
  const Part* end(const Entry& entry) const { return begin(entry) + entry.count; }

 private:
  static constexpr std::size_t kEntries = 32;
  static constexpr std::size_t kParts = 256;

  const Entry* Learn(const ObjectCheck& check, const document::Node& object);
  static std::size_t Place(const ObjectCheck& check, std::uint8_t shape) {
    return (reinterpret_cast<std::uintptr_t>(&check) / sizeof(ObjectCheck) + shape * 5U) % kEntries;
  }

  std::uint32_t filled_ = 0;  ///< Which entries mean something.
  std::uint32_t used_ = 0;    ///< Of parts_.
  // Not initialised: it would cost more than many a document does.
  std::array<Entry, kEntries> entries_;
  std::array<Part, kParts> parts_;
};

}  // namespace accord::schema
