#include "breaking/openapi/schema_rules.h"

#include <algorithm>
#include <deque>
#include <map>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "breaking/openapi/rules.h"
#include "breaking/openapi/schema_changes.h"

namespace accord::breaking::api {
namespace {

using finding::Severity;

struct PlaceWords {
  std::string_view flow;
  std::string_view name;     ///< In ids, behind the flow.
  std::string_view article;  ///< In texts.
  std::string_view words;
};

constexpr std::array<PlaceWords, kSchemaPlaces> kPlaces{{
    {"request", "body", "a", "request body"},
    {"request", "property", "a", "property of a request body"},
    {"request", "read-only-property", "a", "read-only property of a request body"},
    {"request", "parameter", "a", "request parameter"},
    {"request", "parameter-property", "a", "part of a request parameter"},
    {"request", "header-property", "a", "part of a request header"},
    {"response", "body", "a", "response body"},
    {"response", "property", "a", "property of a response body"},
    {"response", "write-only-property", "a", "write-only property of a response body"},
    {"response", "header", "a", "response header"},
}};

const PlaceWords& WordsOf(SchemaPlace place) {
  return kPlaces.at(static_cast<std::size_t>(place));
}

std::string Put(std::string_view pattern, std::string_view what) {
  std::string out(pattern);
  if (const std::size_t at = out.find("{}"); at != std::string::npos) {
    out.replace(at, 2, what);
  }
  return out;
}

/// A schema behind a sign, broken behind commas where a line would be too long for a terminal.
std::string InLines(char sign, std::string_view schema) {
  constexpr std::size_t kWidth = 76;
  std::string lines;
  while (schema.size() > kWidth) {
    const std::size_t comma = schema.rfind(", ", kWidth);
    if (comma == std::string_view::npos) {
      break;
    }
    lines += fmt::format("{}{}\n", sign, schema.substr(0, comma + 1));
    schema.remove_prefix(comma + 2);
  }
  return lines + fmt::format("{}{}\n", sign, schema);
}

std::string IdOf(const SchemaEditRow& row, SchemaPlace place) {
  const PlaceWords& words = WordsOf(place);
  const std::string modifier = row.modifier.empty() ? "" : fmt::format("{}-", row.modifier);
  return Put(row.pattern, fmt::format("{}-{}{}", words.flow, modifier, words.name));
}

/// "a required property of a request body".
std::string PhraseOf(const SchemaEditRow& row, SchemaPlace place) {
  const PlaceWords& words = WordsOf(place);
  if (row.modifier.empty()) {
    return fmt::format("{} {}", words.article, words.words);
  }
  return fmt::format(
      "{} {} {}", row.modifier == "optional" ? "an" : "a", row.modifier, words.words);
}

char LetterOf(const SchemaEditRow& row, SchemaPlace place) {
  const auto at = static_cast<std::size_t>(place);
  // Requests and responses are written apart.
  return row.levels.at(at + (place >= SchemaPlace::kResponseBody ? 1 : 0));
}

/// Whether payloads that were fine can be refused: narrower requests, wider responses.
bool Breaks(Leaning leaning, Flow flow) {
  return leaning == Leaning::kEither ||
         leaning == (flow == Flow::kRequest ? Leaning::kNarrower : Leaning::kWider);
}

Severity SeverityOf(char letter, Leaning leaning, Flow flow) {
  switch (letter) {
    case 'E':
      return Severity::kError;
    case 'W':
      return Severity::kWarning;
    case 'I':
      return Severity::kInfo;
    default:
      return Breaks(leaning, flow) ? Severity::kError : Severity::kInfo;
  }
}

constexpr std::array kCallers{finding::Audience::kRest};

struct Consequence {
  std::string_view explanation;
  std::string_view remedy;
};

constexpr Consequence kRefusedRequests{
    "Requests that fit the old description are refused by a provider that follows the new one.",
    "Go on accepting what was accepted, or demand it in a new version of the API only, and tell "
    "clients in time."};
constexpr Consequence kMaybeRefusedRequests{
    "Requests that fit the old description need not fit the new one: what clients send can be "
    "refused, or taken for something else.",
    "Accept the old form beside the new one until no client sends it any more."};
constexpr Consequence kStrangeResponses{
    "Clients that follow the old description can get what it rules out, and fail on it.",
    "Send what is new only to clients that ask for it: in a new property, media type or version of "
    "the API."};
constexpr Consequence kMaybeStrangeResponses{
    "Responses that fit the new description need not fit the old one: clients can get what they "
    "cannot read.",
    "Send the old form beside the new one until no client reads it any more."};
constexpr Consequence kMore{
    "Whatever was fine before still is: requests may hold more than before.",
    "Nothing has to be done; providers have to understand what is new before clients send it."};
constexpr Consequence kLess{
    "Whatever can come was possible before: responses hold less than before.",
    "Nothing has to be done, as long as no client relied on what no longer comes."};
constexpr Consequence kSame{
    "The same payloads are allowed as before; what changes is what people and generated code make "
    "of them.",
    "Tell those who use the API."};

const Consequence& ConsequenceOf(Leaning leaning, Flow flow) {
  if (leaning == Leaning::kNone) {
    return kSame;
  }
  if (flow == Flow::kRequest) {
    return leaning == Leaning::kEither     ? kMaybeRefusedRequests
           : leaning == Leaning::kNarrower ? kRefusedRequests
                                           : kMore;
  }
  return leaning == Leaning::kEither  ? kMaybeStrangeResponses
         : leaning == Leaning::kWider ? kStrangeResponses
                                      : kLess;
}

/// All rows and rules. Texts live as long as the program.
class Registry {
 public:
  Registry() {
    for (const auto rows :
         {TypeRows(), ValueRows(), ObjectRows(), CompositionRows(), LifecycleRows()}) {
      for (const SchemaEditRow& row : rows) {
        by_edit_.emplace(row.edit, &row);
        Make(row);
      }
    }
    for (const SchemaEditRow& row : ComposedRows()) {
      if (!row.levels.empty()) {
        Make(row);
      }
    }
    for (const EditRule& rule : rules_) {
      sorted_.push_back(&rule);
    }
    std::ranges::sort(sorted_, {}, [](const EditRule* rule) { return rule->info.id; });
    for (const EditRule* rule : sorted_) {
      infos_.push_back(&rule->info);
      by_info_.emplace(&rule->info, rule);
    }
  }

  const SchemaEditRow& Row(SchemaEdit edit) const { return *by_edit_.at(edit); }
  const EditRule* At(const SchemaEditRow& row, SchemaPlace place) const {
    const auto found = by_row_.find(&row);
    return found == by_row_.end() ? nullptr : found->second.at(static_cast<std::size_t>(place));
  }
  std::span<const EditRule* const> rules() const { return sorted_; }
  std::span<const finding::RuleInfo* const> infos() const { return infos_; }
  const EditRule* Of(const finding::RuleInfo& info) const {
    const auto found = by_info_.find(&info);
    return found == by_info_.end() ? nullptr : found->second;
  }

 private:
  std::string_view Keep(std::string text) { return texts_.emplace_back(std::move(text)); }

  void Make(const SchemaEditRow& row) {
    for (std::size_t i = 0; i < kSchemaPlaces; ++i) {
      const auto place = static_cast<SchemaPlace>(i);
      const char letter = LetterOf(row, place);
      if (letter == '-') {
        continue;
      }
      const Flow flow = FlowOf(place);
      const Consequence& consequence = ConsequenceOf(row.leaning, flow);
      EditRule& rule = rules_.emplace_back();
      rule.row = &row;
      rule.place = place;
      rule.oasdiff = letter != '~';
      rule.info.id = Keep(IdOf(row, place));
      rule.info.severity = SeverityOf(letter, row.leaning, flow);
      rule.info.summary = Keep(Put(row.summary, PhraseOf(row, place)));
      rule.info.explanation = consequence.explanation;
      if (Breaks(row.leaning, flow)) {
        rule.info.breaks = kCallers;
      }
      rule.info.categories = rule.oasdiff ? kOasdiffRule : kOwnRule;
      rule.info.remedy = consequence.remedy;
      rule.info.example = Keep(InLines('-', row.before) + InLines('+', row.after));
      by_row_[&row].at(i) = &rule;
    }
  }

  std::deque<std::string> texts_;
  std::deque<EditRule> rules_;
  std::map<SchemaEdit, const SchemaEditRow*> by_edit_;
  std::unordered_map<const SchemaEditRow*, std::array<const EditRule*, kSchemaPlaces>> by_row_;
  std::vector<const EditRule*> sorted_;
  std::vector<const finding::RuleInfo*> infos_;
  std::unordered_map<const finding::RuleInfo*, const EditRule*> by_info_;
};

const Registry& Rules() {
  static const Registry registry;
  return registry;
}

}  // namespace

Flow FlowOf(SchemaPlace place) {
  return place < SchemaPlace::kResponseBody ? Flow::kRequest : Flow::kResponse;
}

const SchemaEditRow& EditRowOf(SchemaEdit edit) {
  return Rules().Row(edit);
}

const EditRule* RuleAt(const SchemaEditRow& row, SchemaPlace place) {
  return Rules().At(row, place);
}

std::span<const EditRule* const> EditRules() {
  return Rules().rules();
}

std::span<const finding::RuleInfo* const> SchemaChangeRules() {
  return Rules().infos();
}

bool IsOasdiffSchemaRule(const finding::RuleInfo& rule) {
  const EditRule* known = Rules().Of(rule);
  return known != nullptr && known->oasdiff;
}

}  // namespace accord::breaking::api
