#include "accord/match/date_pattern.h"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "accord/base/strings.h"

#include "match/date/date_pattern_layout.h"
#include "match/date/date_pattern_reader.h"
#include "match/date/date_pattern_writer.h"

namespace accord::match {
namespace {

using base::IsLetter;

constexpr std::size_t kMaxPatternBytes = 1000;
constexpr std::size_t kMaxNesting = 16;
constexpr std::size_t kLongestNumberRun = 2;  // M and MM are numbers, MMM is a name.

struct LetterRule {
  char letter;
  std::size_t max_count;
  DateForm form;
};

constexpr auto kLetters = std::to_array<LetterRule>({
    {'G', 5, DateForm::kName},    {'u', 9, DateForm::kYear},    {'y', 9, DateForm::kYear},
    {'Y', 9, DateForm::kYear},    {'D', 3, DateForm::kNumber},  {'M', 5, DateForm::kNumber},
    {'L', 5, DateForm::kNumber},  {'d', 2, DateForm::kNumber},  {'Q', 5, DateForm::kNumber},
    {'q', 5, DateForm::kNumber},  {'w', 2, DateForm::kNumber},  {'W', 2, DateForm::kNumber},
    {'E', 5, DateForm::kName},    {'e', 5, DateForm::kNumber},  {'c', 5, DateForm::kNumber},
    {'F', 2, DateForm::kNumber},  {'a', 1, DateForm::kName},    {'h', 2, DateForm::kNumber},
    {'K', 2, DateForm::kNumber},  {'k', 2, DateForm::kNumber},  {'H', 2, DateForm::kNumber},
    {'m', 2, DateForm::kNumber},  {'s', 2, DateForm::kNumber},  {'S', 9, DateForm::kFraction},
    {'A', 18, DateForm::kNumber}, {'n', 18, DateForm::kNumber}, {'N', 18, DateForm::kNumber},
    {'V', 2, DateForm::kZone},    {'z', 4, DateForm::kZone},    {'O', 4, DateForm::kGmt},
    {'X', 5, DateForm::kOffset},  {'x', 5, DateForm::kOffset},  {'Z', 5, DateForm::kOffset},
});

constexpr auto kRanges = std::to_array<NumberRange>({
    {'D', 1, 366, 3, "day of the year"},
    {'M', 1, 12, 2, "month"},
    {'L', 1, 12, 2, "month"},
    {'d', 1, 31, 2, "day of the month"},
    {'Q', 1, 4, 2, "quarter"},
    {'q', 1, 4, 2, "quarter"},
    {'w', 1, 53, 2, "week of the year"},
    {'W', 0, 6, 2, "week of the month"},
    {'e', 1, 7, 2, "day of the week"},
    {'c', 1, 7, 2, "day of the week"},
    {'F', 1, 5, 2, "week of the month"},
    {'h', 1, 12, 2, "hour"},
    {'K', 0, 11, 2, "hour"},
    {'k', 1, 24, 2, "hour"},
    {'H', 0, 23, 2, "hour"},
    {'m', 0, 59, 2, "minute"},
    {'s', 0, 60, 2, "second"},  // 60: a leap second (RFC 3339 §5.7).
    {'A', 0, 86'399'999, 18, "millisecond of the day"},
    {'n', 0, 999'999'999, 18, "nanosecond"},
    {'N', 0, 86'399'999'999'999, 18, "nanosecond of the day"},
});

bool IsDigits(const DateField& field) {
  return field.form == DateForm::kNumber || field.form == DateForm::kYear ||
         field.form == DateForm::kFraction;
}

class Compiler {
 public:
  explicit Compiler(std::string_view pattern) : pattern_(pattern) {}

  base::Result<DateLayout> Run() {
    if (pattern_.size() > kMaxPatternBytes) {
      return base::InputError(
          fmt::format("a date pattern is longer than {} bytes", kMaxPatternBytes));
    }
    while (position_ < pattern_.size() && error_.empty()) {
      Step(pattern_[position_]);
    }
    if (!error_.empty()) {
      return base::InputError(std::move(error_));
    }
    while (!open_.empty()) {  // Java closes what is still open at the end.
      CloseSection();
    }
    ReserveDigits();
    return std::move(layout_);
  }

 private:
  void Fail(std::size_t offset, std::string_view what) {
    error_ = fmt::format("date pattern '{}': {} at offset {}", pattern_, what, offset);
  }

  void Step(char c) {
    if (IsLetter(c)) {
      Letters(c);
    } else if (c == '\'') {
      Quoted();
    } else if (c == '[') {
      OpenSection();
    } else if (c == ']') {
      if (open_.empty()) {
        Fail(position_, "']' without '['");
      } else {
        CloseSection();
        ++position_;
      }
    } else if (c == '{' || c == '}' || c == '#') {
      Fail(position_, fmt::format("the reserved character '{}' needs quotes", c));
    } else {
      AppendLiteral(pattern_.substr(position_, 1));
      ++position_;
    }
  }

  void Letters(char c) {
    const auto* rule = std::ranges::find(kLetters, c, &LetterRule::letter);
    if (rule == kLetters.end()) {
      Fail(position_, fmt::format("unknown letter '{}'", c));
      return;
    }
    const std::size_t end = std::min(pattern_.find_first_not_of(c, position_), pattern_.size());
    const std::size_t count = end - position_;
    if (count > rule->max_count) {
      Fail(position_, fmt::format("'{}' stands more than {} time(s)", c, rule->max_count));
      return;
    }
    DateField field;
    field.form = rule->form;
    field.letter = c;
    field.count = count;
    const std::string_view names_too = "MLQqec";
    if (names_too.find(c) != std::string_view::npos && count > kLongestNumberRun) {
      field.form = DateForm::kName;
    }
    layout_.fields.push_back(std::move(field));
    position_ = end;
  }

  void Quoted() {
    const std::size_t start = position_++;
    if (position_ < pattern_.size() && pattern_[position_] == '\'') {
      AppendLiteral("'");
      ++position_;
      return;
    }
    while (position_ < pattern_.size()) {
      const char c = pattern_[position_++];
      if (c != '\'') {
        AppendLiteral({&c, 1});
      } else if (position_ < pattern_.size() && pattern_[position_] == '\'') {
        AppendLiteral("'");
        ++position_;
      } else {
        return;
      }
    }
    Fail(start, "a quote that is not closed");
  }

  void OpenSection() {
    if (open_.size() == kMaxNesting) {
      Fail(position_, "optional sections are nested too deeply");
      return;
    }
    open_.push_back(layout_.fields.size());
    DateField field;
    field.form = DateForm::kOptional;
    layout_.fields.push_back(std::move(field));
    ++position_;
  }

  void CloseSection() {
    layout_.fields[open_.back()].end = layout_.fields.size();
    open_.pop_back();
    DateField field;
    field.form = DateForm::kEnd;
    layout_.fields.push_back(std::move(field));
  }

  void AppendLiteral(std::string_view text) {
    if (layout_.fields.empty() || layout_.fields.back().form != DateForm::kLiteral) {
      layout_.fields.emplace_back();
    }
    layout_.fields.back().literal += text;
  }

  // `yyyyMMdd`: the first number of a run takes what the others leave.
  void ReserveDigits() {
    for (std::size_t i = layout_.fields.size(); i-- > 1;) {
      DateField& field = layout_.fields[i];
      DateField& before = layout_.fields[i - 1];
      if (IsDigits(field) && IsDigits(before)) {
        field.after_number = true;
        before.reserved = field.count + field.reserved;
      }
    }
  }

  std::string_view pattern_;
  std::size_t position_ = 0;
  std::string error_;
  DateLayout layout_;
  std::vector<std::size_t> open_;
};

}  // namespace

const NumberRange* FindNumberRange(char letter) {
  const auto* found = std::ranges::find(kRanges, letter, &NumberRange::letter);
  return found == kRanges.end() ? nullptr : found;
}

base::Result<DatePattern> DatePattern::Compile(std::string_view pattern) {
  base::Result<DateLayout> layout = Compiler(pattern).Run();
  if (!layout) {
    return layout.error();
  }
  return DatePattern(std::make_shared<const DateLayout>(std::move(layout).value()));
}

bool DatePattern::Accepts(std::string_view text, std::string& why) const {
  return ReadDate(*layout_, text, why);
}

std::string DatePattern::Format(std::chrono::system_clock::time_point moment) const {
  return WriteDate(*layout_, moment);
}

}  // namespace accord::match
