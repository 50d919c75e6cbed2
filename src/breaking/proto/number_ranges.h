#pragma once

#include <cstdint>
#include <vector>

#include <google/protobuf/descriptor.h>

namespace accord::breaking {

/// Numbers from `first` to `last`, both included.
struct NumberRange {
  std::int64_t first = 0;
  std::int64_t last = 0;
  friend bool operator==(const NumberRange&, const NumberRange&) = default;
};

/// A set of numbers, kept as sorted ranges that do not touch.
class NumberSet {
 public:
  explicit NumberSet(std::vector<NumberRange> ranges);

  bool Has(std::int64_t number) const;
  /// The numbers of `range` that are not in the set, sorted.
  std::vector<NumberRange> MissingFrom(const NumberRange& range) const;

 private:
  /// The first range that ends at or behind `number`.
  std::vector<NumberRange>::const_iterator At(std::int64_t number) const;

  std::vector<NumberRange> ranges_;
};

// In the order in which they are written.
std::vector<NumberRange> ReservedRanges(const google::protobuf::Descriptor& message);
std::vector<NumberRange> ReservedRanges(const google::protobuf::EnumDescriptor& type);
std::vector<NumberRange> ExtensionRanges(const google::protobuf::Descriptor& message);

}  // namespace accord::breaking
