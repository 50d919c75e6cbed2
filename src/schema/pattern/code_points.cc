#include "schema/pattern/code_points.h"

#include <algorithm>

namespace accord::schema {
namespace {

/// Surrogates lie between two code points that are neighbours in a text.
bool Touches(const CodePointRange& before, std::uint32_t first) {
  return first <= before.last + 1 ||
         (before.last + 1 == kFirstSurrogate && first == kLastSurrogate + 1);
}

void AppendWithoutSurrogates(CodePointRange range, std::vector<CodePointRange>& out) {
  if (range.first < kFirstSurrogate) {
    out.push_back({range.first, std::min(range.last, kFirstSurrogate - 1)});
  }
  if (range.last > kLastSurrogate) {
    out.push_back({std::max(range.first, kLastSurrogate + 1), range.last});
  }
}

}  // namespace

CodePoints::CodePoints(std::vector<CodePointRange> ranges) {
  std::sort(ranges.begin(), ranges.end());
  std::vector<CodePointRange> joined;
  for (const CodePointRange& range : ranges) {
    if (!joined.empty() && Touches(joined.back(), range.first)) {
      joined.back().last = std::max(joined.back().last, range.last);
    } else {
      joined.push_back(range);
    }
  }
  for (const CodePointRange& range : joined) {
    AppendWithoutSurrogates(range, ranges_);
  }
}

CodePoints CodePoints::All() {
  return {{0, kLastCodePoint}};
}

bool CodePoints::Contains(std::uint32_t code_point) const {
  const auto after = std::upper_bound(
      ranges_.begin(), ranges_.end(), code_point, [](std::uint32_t value, const auto& range) {
        return value < range.first;
      });
  return after != ranges_.begin() && code_point <= std::prev(after)->last;
}

bool CodePoints::Intersects(const CodePoints& other) const {
  auto a = ranges_.begin();
  auto b = other.ranges_.begin();
  while (a != ranges_.end() && b != other.ranges_.end()) {
    if (a->last < b->first) {
      ++a;
    } else if (b->last < a->first) {
      ++b;
    } else {
      return true;
    }
  }
  return false;
}

void CodePoints::Add(const CodePoints& other) {
  std::vector<CodePointRange> all = ranges_;
  all.insert(all.end(), other.ranges_.begin(), other.ranges_.end());
  *this = CodePoints(std::move(all));
}

CodePoints CodePoints::Complement() const {
  std::vector<CodePointRange> gaps;
  std::uint32_t next = 0;
  for (const CodePointRange& range : ranges_) {
    if (next < range.first) {
      gaps.push_back({next, range.first - 1});
    }
    next = range.last + 1;
  }
  if (next <= kLastCodePoint) {
    gaps.push_back({next, kLastCodePoint});
  }
  return CodePoints(std::move(gaps));
}

const CodePoints& Digits() {
  static const CodePoints set{{'0', '9'}};
  return set;
}

const CodePoints& WordCharacters() {
  static const CodePoints set{{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};
  return set;
}

const CodePoints& WhiteSpace() {
  // WhiteSpace and LineTerminator of ECMA-262 §12.2, 12.3.
  static const CodePoints set{{0x09, 0x0D},
                              {0x20, 0x20},
                              {0xA0, 0xA0},
                              {0x1680, 0x1680},
                              {0x2000, 0x200A},
                              {0x2028, 0x2029},
                              {0x202F, 0x202F},
                              {0x205F, 0x205F},
                              {0x3000, 0x3000},
                              {0xFEFF, 0xFEFF}};
  return set;
}

const CodePoints& Dot() {
  static const CodePoints set =
      CodePoints{{0x0A, 0x0A}, {0x0D, 0x0D}, {0x2028, 0x2029}}.Complement();
  return set;
}

}  // namespace accord::schema
