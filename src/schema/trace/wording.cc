#include "schema/trace/wording.h"

#include <algorithm>
#include <array>
#include <functional>

#include <fmt/format.h>

#include "accord/base/strings.h"

#include "schema/trace/assertions.h"
#include "schema/trace/repeat.h"

namespace accord::schema {
namespace {

using document::Node;

constexpr std::size_t kShownValue = 60;
constexpr std::size_t kShownChoices = 10;

std::string Listed(std::vector<std::string> words, std::string_view last) {
  if (words.size() > kShownChoices) {
    const std::size_t rest = words.size() - kShownChoices + 1;
    words.resize(kShownChoices - 1);
    words.push_back(fmt::format("{} more", rest));
  }
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i != 0) {
      out += i + 1 == words.size() ? fmt::format(" {} ", last) : ", ";
    }
    out += words[i];
  }
  return out;
}

std::vector<std::string> Quoted(const std::vector<std::string>& names) {
  std::vector<std::string> quoted;
  quoted.reserve(names.size());
  for (const std::string& name : names) {
    quoted.push_back(fmt::format("'{}'", base::Ellipsize(name, kShownValue)));
  }
  return quoted;
}

std::vector<std::string> TypeWords(TypeSet types) {
  constexpr std::array<std::pair<TypeSet, std::string_view>, 8> kWords{
      {{kNumberType, "a number"},
       {kIntegerType, "an integer"},
       {kFractionType, "a number with a fraction"},
       {kStringType, "a string"},
       {kBooleanType, "true or false"},
       {kObjectType, "an object"},
       {kArrayType, "an array"},
       {kNullType, "null"}}};
  std::vector<std::string> words;
  for (const auto& [type, text] : kWords) {
    if ((types & type) == type) {
      words.emplace_back(text);
      types = static_cast<TypeSet>(types & ~type);
    }
  }
  return words;
}

Complaint MustBe(std::string expected, std::string actual) {
  std::string text = fmt::format("must be {}, not {}", expected, actual);
  return {std::move(text), std::move(expected), std::move(actual)};
}

Complaint MustHave(std::string expected, std::string actual) {
  std::string text = fmt::format("must have {}, not {}", expected, actual);
  return {std::move(text), std::move(expected), std::move(actual)};
}

Complaint Plainly(std::string text) {
  return {std::move(text), {}, {}};
}

std::string KindWords(const Node& value) {
  switch (value.kind()) {
    case document::Kind::kNull:
      return "null";
    case document::Kind::kBool:
      return "a boolean";
    case document::Kind::kNumber:
      return "a number";
    case document::Kind::kString:
      return "a string";
    case document::Kind::kArray:
      return "an array";
    case document::Kind::kObject:
      return "an object";
  }
  return "";
}

std::vector<std::string> ValueWords(const TraceStep& step) {
  const SchemaNode& schema = *step.schema;
  std::vector<std::string> words;
  if (step.keyword != schema.enum_keyword) {
    words.push_back(Shown(*schema.const_value));
    return words;
  }
  for (const Node* value : schema.values) {
    words.push_back(Shown(*value));
  }
  return words;
}

Complaint WrongType(const TraceStep& step) {
  const Node& value = *step.instance;
  const bool number = value.is_number();
  Complaint complaint = MustBe(AllowedWords(step), number ? Shown(value) : KindWords(value));
  complaint.actual = Shown(value);
  return complaint;
}

Complaint WrongValue(const TraceStep& step) {
  const std::string allowed = AllowedWords(step);
  return allowed.empty() ? Plainly("has no allowed value at all")
                         : MustBe(allowed, Shown(*step.instance));
}

Complaint WrongNumber(const TraceStep& step) {
  const SchemaNode& schema = *step.schema;
  const bool is_minimum = step.keyword.ends_with("inimum");
  const Decimal number = Decimal::Parse(step.instance->text());
  for (const auto* bound :
       {&schema.minimum, &schema.second_minimum, &schema.maximum, &schema.second_maximum}) {
    if (!*bound || (*bound)->keyword != step.keyword ||
        (is_minimum ? FitsMinimum(**bound, number) : FitsMaximum(**bound, number))) {
      continue;
    }
    const std::string_view relation = is_minimum
                                          ? ((*bound)->exclusive ? "greater than" : "at least")
                                          : ((*bound)->exclusive ? "less than" : "at most");
    const std::string limit = base::Ellipsize((*bound)->value.ToString(), kShownValue);
    return MustBe(fmt::format("{} {}", relation, limit), Shown(*step.instance));
  }
  return Plainly("is out of range");
}

std::string Plural(std::uint64_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

struct Unit {
  std::string_view one, many;
};

Complaint WrongSize(std::string_view keyword, std::uint64_t limit, std::uint64_t count, Unit unit) {
  const bool min = keyword.starts_with("min");
  Complaint complaint =
      MustHave(fmt::format("at {} {}", min ? "least" : "most", Plural(limit, unit.one, unit.many)),
               std::to_string(count));
  if (min && limit == 1) {
    complaint.text = "must not be empty";
  }
  return complaint;
}

Complaint WrongLength(const TraceStep& step) {
  const bool min = step.keyword == "minLength";
  return WrongSize(step.keyword,
                   min ? step.schema->min_length : step.schema->max_length.value_or(0),
                   base::CountCodePoints(step.instance->text()),
                   {"character", "characters"});
}

Complaint WrongItemCount(const TraceStep& step) {
  const bool min = step.keyword == "minItems";
  return WrongSize(step.keyword,
                   min ? step.schema->min_items : step.schema->max_items.value_or(0),
                   step.instance->items().size(),
                   {"item", "items"});
}

Complaint WrongPropertyCount(const TraceStep& step) {
  const bool min = step.keyword == "minProperties";
  return WrongSize(step.keyword,
                   min ? step.schema->min_properties : step.schema->max_properties.value_or(0),
                   CountProperties(*step.instance),
                   {"property", "properties"});
}

Complaint WrongPattern(const TraceStep& step) {
  const Pattern& pattern = *step.schema->pattern;
  const std::string source = base::Ellipsize(pattern.source(), kShownValue);
  if (pattern.Search(step.instance->text()) == Pattern::Match::kTooExpensive) {
    return Plainly(fmt::format("takes too much work to match against {}", source));
  }
  const std::string actual = Shown(*step.instance);
  return {fmt::format("must match {}, but is {}", source, actual), "a match of " + source, actual};
}

Complaint WrongFormat(const TraceStep& step) {
  const std::string expected = "a valid " + step.schema->format;
  const std::string actual = Shown(*step.instance);
  return {fmt::format("must be {}, but is {}", expected, actual), expected, actual};
}

std::string MissingProperties(const std::vector<std::string>& names, const Node& object) {
  const std::vector<std::string> missing = Missing(names, object);
  return fmt::format(
      "the propert{} {}", missing.size() == 1 ? "y" : "ies", Listed(Quoted(missing), "and"));
}

Complaint WrongRequired(const TraceStep& step) {
  const std::string missing = MissingProperties(step.schema->required, *step.instance);
  return {"lacks " + missing, missing, {}};
}

Complaint WrongDependency(const TraceStep& step) {
  const Dependency& dependency = step.schema->dependencies[step.matches[0]];
  if (Missing(dependency.required, *step.instance).empty()) {
    return {};
  }
  const std::string missing = MissingProperties(dependency.required, *step.instance);
  const std::string name = base::Ellipsize(dependency.name, kShownValue);
  return {fmt::format("needs {} because it has '{}'", missing, name), missing, {}};
}

Complaint WrongUnique(const TraceStep& step) {
  const auto repeat = FirstRepeat(step.instance->items());
  return Plainly(
      repeat ? fmt::format("holds the same item twice, at {} and {}", repeat->first, repeat->second)
             : std::string());
}

Complaint WrongContains(const TraceStep& step) {
  const Contains& contains = *step.schema->contains;
  if (step.keyword == "contains") {
    return Plainly("must hold an item that fits the schema of 'contains', but none does");
  }
  const bool min = step.keyword == "minContains";
  return MustHave(
      fmt::format("at {} {} that {} the schema of 'contains'",
                  min ? "least" : "most",
                  Plural(min ? contains.min : contains.max.value_or(0), "item", "items"),
                  (min ? contains.min : contains.max.value_or(0)) == 1 ? "fits" : "fit"),
      std::to_string(step.matches[0]));
}

Complaint WrongMultiple(const TraceStep& step) {
  const std::string factor = base::Ellipsize(step.schema->multiple_of->ToString(), kShownValue);
  return MustBe("a multiple of " + factor, Shown(*step.instance));
}

Complaint WrongOneOf(const TraceStep& step) {
  if (step.matches.size() < 2) {
    return {};
  }
  std::vector<std::string> numbers;
  for (const std::uint32_t match : step.matches) {
    numbers.push_back(std::to_string(match + 1));
  }
  return Plainly(fmt::format("fits alternatives {} of 'oneOf', but may fit only one",
                             Listed(std::move(numbers), "and")));
}

Complaint WrongNot(const TraceStep& /*step*/) {
  return Plainly("must not fit the schema of 'not', but does");
}

using Words = Complaint (*)(const TraceStep&);

Words WordsFor(const TraceStep& step) {
  constexpr std::array<std::pair<std::string_view, Words>, 24> kWords{
      {{"type", WrongType},
       {"enum", WrongValue},
       {"const", WrongValue},
       {"minimum", WrongNumber},
       {"maximum", WrongNumber},
       {"exclusiveMinimum", WrongNumber},
       {"exclusiveMaximum", WrongNumber},
       {"multipleOf", WrongMultiple},
       {"minLength", WrongLength},
       {"maxLength", WrongLength},
       {"pattern", WrongPattern},
       {"format", WrongFormat},
       {"minItems", WrongItemCount},
       {"maxItems", WrongItemCount},
       {"uniqueItems", WrongUnique},
       {"contains", WrongContains},
       {"minContains", WrongContains},
       {"maxContains", WrongContains},
       {"required", WrongRequired},
       {"minProperties", WrongPropertyCount},
       {"maxProperties", WrongPropertyCount},
       {"oneOf", WrongOneOf},
       {"not", WrongNot},
       {"", nullptr}}};
  for (const auto& [keyword, words] : kWords) {
    if (keyword == step.keyword) {
      return words;
    }
  }
  return nullptr;
}

}  // namespace

Complaint Complain(const TraceStep& step) {
  if (!step.is_keyword()) {
    return Plainly(step.schema->boolean ? "is not allowed here" : "");
  }
  Complaint complaint;
  if (step.keyword.starts_with("depend")) {
    complaint = WrongDependency(step);
  } else if (const Words words = WordsFor(step)) {
    complaint = words(step);
  }
  if (complaint.text.empty() && step.children.empty()) {
    complaint.text = "does not fit";
  }
  return complaint;
}

std::string TooDeep() {
  return "needs schemas that are nested too deeply";
}

std::string AllowedWords(const TraceStep& step) {
  return Either(step.keyword == "type" ? TypeWords(step.schema->types) : ValueWords(step));
}

std::string Shown(const Node& value) {
  return base::Ellipsize(document::WriteJson(value, {.indent = 0}), kShownValue);
}

std::string Either(const std::vector<std::string>& words) {
  return Listed(words, "or");
}

}  // namespace accord::schema
