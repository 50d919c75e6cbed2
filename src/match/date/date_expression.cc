#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <span>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/match/date_pattern.h"

namespace accord::match {
namespace {

using std::chrono::days;
using std::chrono::milliseconds;
using Clock = std::chrono::system_clock;
using Time = std::chrono::sys_time<milliseconds>;

constexpr std::int64_t kMaxAmount = 1'000'000'000;
constexpr unsigned kHalfDay = 12;
constexpr int kDaysPerWeek = 7;
constexpr int kMonthsPerYear = 12;

// Inside what a system_clock with nanoseconds can hold.
constexpr std::chrono::year kFirstYear{1700};
constexpr std::chrono::year kLastYear{2200};
constexpr Time kEarliest = std::chrono::sys_days(kFirstYear / std::chrono::January / 1);
constexpr Time kLatest =
    std::chrono::sys_days((kLastYear + std::chrono::years(1)) / std::chrono::January / 1);

struct DateUnit {
  std::string_view name;  // Singular; a plural `s` is fine too.
  int days;
  int months;
};
constexpr auto kDateUnits = std::to_array<DateUnit>({{"day", 1, 0},
                                                     {"week", kDaysPerWeek, 0},
                                                     {"fortnight", 2 * kDaysPerWeek, 0},
                                                     {"month", 0, 1},
                                                     {"year", 0, kMonthsPerYear}});

struct TimeUnit {
  std::string_view name;
  milliseconds length;
};
constexpr auto kTimeUnits = std::to_array<TimeUnit>({{"hour", std::chrono::hours(1)},
                                                     {"minute", std::chrono::minutes(1)},
                                                     {"second", std::chrono::seconds(1)},
                                                     {"millisecond", milliseconds(1)}});

struct CalendarName {
  std::string_view full;
  std::string_view shortened;
  std::string_view other;
};
constexpr auto kWeekdays = std::to_array<CalendarName>({{"sunday", "sun", "sun"},
                                                        {"monday", "mon", "mon"},
                                                        {"tuesday", "tues", "tue"},
                                                        {"wednesday", "wed", "wed"},
                                                        {"thursday", "thurs", "thu"},
                                                        {"friday", "fri", "fri"},
                                                        {"saturday", "sat", "sat"}});
constexpr auto kMonths = std::to_array<CalendarName>({{"january", "jan", "jan"},
                                                      {"february", "feb", "feb"},
                                                      {"march", "mar", "mar"},
                                                      {"april", "apr", "apr"},
                                                      {"may", "may", "may"},
                                                      {"june", "jun", "jun"},
                                                      {"july", "jul", "jul"},
                                                      {"august", "aug", "aug"},
                                                      {"september", "sep", "sept"},
                                                      {"october", "oct", "oct"},
                                                      {"november", "nov", "nov"},
                                                      {"december", "dec", "dec"}});

struct Token {
  std::string text;  // Lower case; empty at the end.
  std::size_t offset = 0;
};

// Words, numbers, signs and `@`, one after the other.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) { Advance(); }

  const Token& token() const { return token_; }
  bool done() const { return token_.text.empty(); }

  bool Take(std::string_view word) {
    if (token_.text != word) {
      return false;
    }
    Advance();
    return true;
  }

  void Advance() {
    constexpr std::string_view kBlanks = " \t\r\n\f";
    position_ = std::min(text_.find_first_not_of(kBlanks, position_), text_.size());
    const std::size_t start = position_;
    if (start < text_.size()) {
      position_ = base::IsDigit(text_[start]) ? RunOf(base::IsDigit)
                  : IsWord(text_[start])      ? RunOf(IsWord)
                                              : start + 1;
    }
    token_ = {base::ToLowerAscii(text_.substr(start, position_ - start)), start};
  }

 private:
  static bool IsWord(char c) { return base::IsLetter(c) || c == '\''; }
  std::size_t RunOf(bool (*belongs)(char)) const {
    std::size_t end = position_;
    while (end < text_.size() && belongs(text_[end])) {
      ++end;
    }
    return end;
  }

  std::string_view text_;
  std::size_t position_ = 0;
  Token token_;
};

template <typename Unit>
const Unit* FindUnit(std::span<const Unit> units, std::string_view word) {
  if (word.ends_with('s')) {
    word.remove_suffix(1);
  }
  const auto found = std::ranges::find(units, word, &Unit::name);
  return found == units.end() ? nullptr : &*found;
}

std::optional<unsigned> FindName(std::span<const CalendarName> names, std::string_view word) {
  const auto found = std::ranges::find_if(names, [word](const CalendarName& name) {
    return word == name.full || word == name.shortened || word == name.other;
  });
  return found == names.end() ? std::nullopt
                              : std::optional(static_cast<unsigned>(found - names.begin()));
}

Time AddMonths(Time time, std::int64_t months) {
  const auto day = std::chrono::floor<days>(time);
  std::chrono::year_month_day date(day);
  const auto target = std::chrono::year_month(date.year(), date.month()) +
                      std::chrono::months(static_cast<int>(months));
  date = target / date.day();
  if (!date.ok()) {  // 31 January + 1 month is the last day of February.
    date = target / std::chrono::last;
  }
  return std::chrono::sys_days(date) + (time - day);
}

// The first such weekday after (or before) the day itself.
Time ToWeekday(Time time, unsigned weekday, bool forward) {
  const std::chrono::weekday now(std::chrono::floor<days>(time));
  const std::chrono::weekday wanted(weekday);
  const days gap = forward ? wanted - now : now - wanted;
  const days distance = gap == days(0) ? days(kDaysPerWeek) : gap;
  return forward ? time + distance : time - distance;
}

// The first day of the next (or last) such month, never the running one.
Time ToMonth(Time time, unsigned month, bool forward) {
  const auto day = std::chrono::floor<days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::month wanted(month + 1);
  std::chrono::year year = date.year();
  if (forward && wanted <= date.month()) {
    ++year;
  } else if (!forward && wanted >= date.month()) {
    --year;
  }
  return std::chrono::sys_days(year / wanted / 1) + (time - day);
}

class Evaluator {
 public:
  Evaluator(std::string_view expression, Clock::time_point now)
      : expression_(expression), scanner_(expression) {
    time_ = std::chrono::floor<milliseconds>(now);
    rest_ = now - time_;
  }

  base::Result<Clock::time_point> Run(ExpressionPart part) {
    if (part == ExpressionPart::kTime) {
      TimePart();
    } else if (scanner_.token().text != "@" || part == ExpressionPart::kDate) {
      DatePart();
    }
    if (part == ExpressionPart::kDateTime && Continues() && scanner_.Take("@")) {
      TimePart();
    }
    if (Continues() && !scanner_.done()) {
      Expected("+, - or the end");
    }
    if (!error_.empty()) {
      return base::InputError(std::move(error_));
    }
    return Clock::time_point(time_) + rest_;
  }

 private:
  bool Continues() const { return error_.empty(); }

  void Expected(std::string_view what) {
    if (Continues()) {
      const Token& token = scanner_.token();
      error_ = fmt::format("date expression '{}': expected {} at offset {}, found {}",
                           expression_,
                           what,
                           token.offset,
                           token.text.empty() ? "the end" : "'" + token.text + "'");
    }
  }

  void MoveTo(Time time) {
    if (time < kEarliest || time >= kLatest) {
      error_ = fmt::format("date expression '{}' leaves the years {} to {}",
                           expression_,
                           static_cast<int>(kFirstYear),
                           static_cast<int>(kLastYear));
      return;
    }
    time_ = time;
  }

  void DatePart() {
    if (scanner_.done()) {
      return;
    }
    if (scanner_.Take("yesterday")) {
      MoveTo(time_ - days(1));
    } else if (scanner_.Take("tomorrow")) {
      MoveTo(time_ + days(1));
    } else if (scanner_.Take("next")) {
      DateStep(true);
    } else if (scanner_.Take("last")) {
      DateStep(false);
    } else if (!scanner_.Take("now") && !scanner_.Take("today") && !AtSign()) {
      Expected("now, today, yesterday, tomorrow, next, last, + or -");
      return;
    }
    while (Continues() && AtSign()) {
      const bool forward = scanner_.token().text == "+";
      scanner_.Advance();
      DateMove(forward);
    }
  }

  bool AtSign() const { return scanner_.token().text == "+" || scanner_.token().text == "-"; }

  std::int64_t Amount() {
    const std::string& text = scanner_.token().text;
    constexpr std::size_t kMaxDigits = 10;
    const bool digits =
        !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    const std::int64_t amount = digits && text.size() <= kMaxDigits ? std::stoll(text) : 0;
    if (!digits || text.size() > kMaxDigits || amount > kMaxAmount) {
      Expected(fmt::format("a number up to {}", kMaxAmount));
      return 0;
    }
    scanner_.Advance();
    return amount;
  }

  void DateMove(bool forward) {
    const std::int64_t amount = Amount();
    const auto* unit = FindUnit<DateUnit>(kDateUnits, scanner_.token().text);
    if (unit == nullptr) {
      Expected("day(s), week(s), fortnight(s), month(s) or year(s)");
    }
    if (!Continues()) {
      return;
    }
    scanner_.Advance();
    Shift(*unit, forward ? amount : -amount);
  }

  void Shift(const DateUnit& unit, std::int64_t amount) {
    constexpr std::int64_t kMaxYears = 1000;
    constexpr std::int64_t kMaxDays = kMaxYears * 366;
    const std::int64_t day_count = std::clamp(amount * unit.days, -kMaxDays, kMaxDays);
    const std::int64_t month_count =
        std::clamp(amount * unit.months, -kMaxYears * kMonthsPerYear, kMaxYears * kMonthsPerYear);
    MoveTo(unit.months == 0 ? time_ + days(day_count) : AddMonths(time_, month_count));
  }

  void DateStep(bool forward) {
    const std::string& word = scanner_.token().text;
    if (const auto* unit = FindUnit<DateUnit>(kDateUnits, word)) {
      Shift(*unit, forward ? 1 : -1);
    } else if (const auto weekday = FindName(kWeekdays, word)) {
      MoveTo(ToWeekday(time_, *weekday, forward));
    } else if (const auto month = FindName(kMonths, word)) {
      MoveTo(ToMonth(time_, *month, forward));
    } else {
      Expected("day, week, fortnight, month, year, or the name of a weekday or month");
      return;
    }
    scanner_.Advance();
  }

  void TimePart() {
    if (scanner_.done()) {
      return;
    }
    if (scanner_.Take("midnight")) {
      SetHour(0);
    } else if (scanner_.Take("noon")) {
      SetHour(kHalfDay);
    } else if (scanner_.Take("next")) {
      TimeMove(1);
    } else if (scanner_.Take("last")) {
      TimeMove(-1);
    } else if (IsNumber()) {
      OClock();
    } else if (!scanner_.Take("now") && !AtSign()) {
      Expected("now, midnight, noon, 1 to 12 o'clock, next, last, + or -");
      return;
    }
    while (Continues() && AtSign()) {
      const bool forward = scanner_.token().text == "+";
      scanner_.Advance();
      const std::int64_t amount = Amount();
      if (Continues()) {
        TimeMove(forward ? amount : -amount);
      }
    }
  }

  bool IsNumber() const {
    return !scanner_.done() && scanner_.token().text.front() >= '0' &&
           scanner_.token().text.front() <= '9';
  }

  void SetHour(std::int64_t hour) {
    time_ = std::chrono::floor<days>(time_) + std::chrono::hours(hour);
    rest_ = Clock::duration::zero();
  }

  void TimeMove(std::int64_t amount) {
    const auto* unit = FindUnit<TimeUnit>(kTimeUnits, scanner_.token().text);
    if (unit == nullptr) {
      Expected("hour(s), minute(s), second(s) or millisecond(s)");
      return;
    }
    scanner_.Advance();
    MoveTo(time_ + unit->length * amount);
  }

  void OClock() {
    const Token hour_token = scanner_.token();
    const std::int64_t hour = Amount();
    if (!scanner_.Take("o'clock")) {
      Expected("o'clock");
      return;
    }
    if (hour < 1 || hour > kHalfDay) {
      error_ = fmt::format("date expression '{}': expected an hour from 1 to 12 at offset {}",
                           expression_,
                           hour_token.offset);
      return;
    }
    const std::int64_t on_dial = hour % kHalfDay;
    if (scanner_.Take("am")) {
      SetHour(hour);  // Pact reads "12 o'clock am" as 12:00.
    } else if (scanner_.Take("pm")) {
      SetHour(kHalfDay + on_dial);
    } else {
      // The next time a dial shows that hour, counted in half days.
      const auto of_day =
          std::chrono::floor<std::chrono::hours>(time_ - std::chrono::floor<days>(time_));
      SetHour(of_day.count() < kHalfDay ? kHalfDay + on_dial : on_dial);
    }
  }

  std::string_view expression_;
  Scanner scanner_;
  Time time_;
  Clock::duration rest_{};  // What is finer than a millisecond.
  std::string error_;
};

}  // namespace

base::Result<Clock::time_point> ApplyDateExpression(std::string_view expression,
                                                    ExpressionPart part,
                                                    Clock::time_point now) {
  return Evaluator(expression, now).Run(part);
}

}  // namespace accord::match
