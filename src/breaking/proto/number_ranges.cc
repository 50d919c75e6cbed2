#include "breaking/proto/number_ranges.h"

#include <algorithm>
#include <utility>

namespace accord::breaking {

namespace pb = google::protobuf;

NumberSet::NumberSet(std::vector<NumberRange> ranges) {
  std::sort(ranges.begin(), ranges.end(), [](const NumberRange& a, const NumberRange& b) {
    return a.first < b.first;
  });
  for (const NumberRange& range : ranges) {
    if (!ranges_.empty() && range.first <= ranges_.back().last + 1) {
      ranges_.back().last = std::max(ranges_.back().last, range.last);
    } else {
      ranges_.push_back(range);
    }
  }
}

std::vector<NumberRange>::const_iterator NumberSet::At(std::int64_t number) const {
  return std::lower_bound(
      ranges_.begin(), ranges_.end(), number, [](const NumberRange& range, std::int64_t value) {
        return range.last < value;
      });
}

bool NumberSet::Has(std::int64_t number) const {
  const auto at = At(number);
  return at != ranges_.end() && at->first <= number;
}

std::vector<NumberRange> NumberSet::MissingFrom(const NumberRange& range) const {
  std::vector<NumberRange> missing;
  std::int64_t next = range.first;
  for (auto at = At(range.first); at != ranges_.end() && at->first <= range.last; ++at) {
    if (next < at->first) {
      missing.push_back({next, at->first - 1});
    }
    next = at->last + 1;
  }
  if (next <= range.last) {
    missing.push_back({next, range.last});
  }
  return missing;
}

std::vector<NumberRange> ReservedRanges(const pb::Descriptor& message) {
  std::vector<NumberRange> ranges;
  ranges.reserve(static_cast<std::size_t>(message.reserved_range_count()));
  for (int i = 0; i < message.reserved_range_count(); ++i) {
    const auto* range = message.reserved_range(i);
    ranges.push_back({range->start, std::int64_t{range->end} - 1});
  }
  return ranges;
}

std::vector<NumberRange> ReservedRanges(const pb::EnumDescriptor& type) {
  std::vector<NumberRange> ranges;
  ranges.reserve(static_cast<std::size_t>(type.reserved_range_count()));
  for (int i = 0; i < type.reserved_range_count(); ++i) {
    ranges.push_back({type.reserved_range(i)->start, type.reserved_range(i)->end});
  }
  return ranges;
}

std::vector<NumberRange> ExtensionRanges(const pb::Descriptor& message) {
  std::vector<NumberRange> ranges;
  ranges.reserve(static_cast<std::size_t>(message.extension_range_count()));
  for (int i = 0; i < message.extension_range_count(); ++i) {
    const auto* range = message.extension_range(i);
    ranges.push_back({range->start, std::int64_t{range->end} - 1});
  }
  return ranges;
}

}  // namespace accord::breaking
