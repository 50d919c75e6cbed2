#include <string>
#include <utility>
#include <vector>

#include "accord/base/strings.h"

#include "schema/pattern/forms.h"

namespace accord::schema {
namespace {

using Kind = Regexp::Kind;

enum class Place { kAnywhere, kStart, kEnd, kWhole };

template <Place place>
class Literal final : public Pattern {
 public:
  Literal(std::string source, bool lenient, std::string text)
      : Pattern(std::move(source), lenient), text_(std::move(text)) {}

  Match Search(std::string_view text) const override {
    return Fits(text) ? Match::kYes : Match::kNo;
  }

 private:
  bool Fits(std::string_view text) const {
    switch (place) {
      case Place::kAnywhere:
        return text.find(text_) != std::string_view::npos;
      case Place::kStart:
        return text.starts_with(text_);
      case Place::kEnd:
        return text.ends_with(text_);
      case Place::kWhole:
        return text == text_;
    }
    return false;
  }

  std::string text_;
};

/// False for what is no plain text.
bool AppendText(const Regexp& node, std::string& text) {
  if (node.kind == Kind::kSet && node.set.is_single()) {
    base::AppendUtf8(text, node.set.ranges().front().first);
    return true;
  }
  if (node.kind != Kind::kSequence && node.kind != Kind::kGroup) {
    return false;
  }
  for (const Regexp& part : node.parts) {
    if (!AppendText(part, text)) {
      return false;
    }
  }
  return true;
}

}  // namespace

PatternPtr MakeLiteral(const ParsedPattern& pattern, std::string_view source) {
  const bool sequence = pattern.root.kind == Kind::kSequence;
  const Regexp* begin = sequence ? pattern.root.parts.data() : &pattern.root;
  const Regexp* end = begin + (sequence ? pattern.root.parts.size() : 1);
  const bool at_start = begin != end && begin->kind == Kind::kStart;
  begin += at_start ? 1 : 0;
  const bool at_end = begin != end && (end - 1)->kind == Kind::kEnd;
  end -= at_end ? 1 : 0;
  std::string text;
  for (; begin != end; ++begin) {
    if (!AppendText(*begin, text)) {
      return nullptr;
    }
  }
  const auto make = [&]<Place place>() -> PatternPtr {
    return std::make_shared<Literal<place>>(std::string(source), pattern.lenient, std::move(text));
  };
  if (at_start) {
    return at_end ? make.operator()<Place::kWhole>() : make.operator()<Place::kStart>();
  }
  return at_end ? make.operator()<Place::kEnd>() : make.operator()<Place::kAnywhere>();
}

}  // namespace accord::schema
