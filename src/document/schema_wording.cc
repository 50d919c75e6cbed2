#include "document/schema_wording.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/document/pointer.h"
#include "accord/document/rules.h"

#include "document/schema_walk.h"

namespace accord::document {
namespace {

using Subschemas = std::vector<const Node*>;
using Path = std::vector<std::string>;

constexpr std::size_t kShownValue = 60;

bool Says(const Complaint& complaint, std::string_view start) {
  return complaint.description.starts_with(start);
}

// valijson reports a failed subschema after what failed inside it.
bool IsWrapper(const Complaint& complaint) {
  return Says(complaint, "Failed to validate");
}
bool IsAlternative(const Complaint& complaint) {
  return Says(complaint, "Failed to validate against any");
}

bool IsBelow(const Path& path, const Path& prefix) {
  return path.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), path.begin());
}

// What stands between the last two apostrophes of a description.
std::string_view QuotedName(std::string_view description) {
  const std::size_t end = description.rfind('\'');
  const std::size_t begin =
      end == 0 || end == std::string_view::npos ? end : description.rfind('\'', end - 1);
  return begin == end || begin == std::string_view::npos
             ? std::string_view()
             : description.substr(begin + 1, end - begin - 1);
}

// The number in a description; valijson writes bounds with six decimals.
std::string FirstNumber(std::string_view description) {
  const std::size_t begin = description.find_first_of("-0123456789");
  const std::size_t end = description.find_first_not_of("-.0123456789", begin);
  std::string number(begin == std::string_view::npos ? "" : description.substr(begin, end - begin));
  while (number.ends_with('.')) {
    number.pop_back();
  }
  if (number.find('.') != std::string::npos) {
    number.erase(number.find_last_not_of('0') + 1);
    number.erase(number.find_last_not_of('.') + 1);
  }
  return number;
}

bool IsIndex(std::string_view token) {
  return !token.empty() && token.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string Subject(const Path& path) {
  if (path.empty()) {
    return "the document";
  }
  if (path.size() > 1 && IsIndex(path.back())) {
    return fmt::format("item {} of '{}'", path.back(), path[path.size() - 2]);
  }
  return fmt::format("'{}'", path.back());
}

std::string DollarPath(const Path& path) {
  std::string out = "$";
  for (const std::string& token : path) {
    out += IsIndex(token) ? fmt::format("[{}]", token) : fmt::format(".{}", token);
  }
  return out;
}

void AddOnce(std::vector<std::string>& list, std::string text) {
  if (std::find(list.begin(), list.end(), text) == list.end()) {
    list.push_back(std::move(text));
  }
}

// "a, b or c".
std::string Either(const std::vector<std::string>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i != 0) {
      out += i + 1 == words.size() ? " or " : ", ";
    }
    out += words[i];
  }
  return out;
}

std::string TypeWords(std::string_view type) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kWords{
      {{"string", "a string"},
       {"integer", "an integer"},
       {"number", "a number"},
       {"boolean", "true or false"},
       {"object", "an object"},
       {"array", "an array"},
       {"null", "null"}}};
  for (const auto& [name, words] : kWords) {
    if (name == type) {
      return std::string(words);
    }
  }
  return std::string(type);
}

std::string KindWords(const Node& node) {
  return node.is_bool() ? "a boolean" : TypeWords(document::ToString(node.kind()));
}

bool IsWrongType(const Complaint& complaint) {
  return Says(complaint, "Value type not permitted");
}

bool Allows(std::string_view type, const Node& value) {
  std::int64_t integer = 0;
  return type == ToString(value.kind()) || (type == "integer" && ToInt64(value, integer));
}

// The types that some alternative allows.
std::vector<std::string_view> Types(const Subschemas& schemas) {
  std::vector<std::string_view> types;
  for (const Node* schema : schemas) {
    if (const Node* type = schema->Find("type")) {
      if (type->is_string()) {
        types.push_back(type->text());
      }
      for (const Node& name : type->items()) {
        types.push_back(name.text());
      }
    }
  }
  return types;
}

std::string WrongType(const Subschemas& schemas, const Node& value) {
  std::vector<std::string> words;
  for (const std::string_view type : Types(schemas)) {
    if (!Allows(type, value)) {
      AddOnce(words, TypeWords(type));
    }
  }
  return fmt::format("must be {}, not {}", Either(words), KindWords(value));
}

std::string Shown(const Node& value) {
  return base::Ellipsize(WriteJson(value, {.indent = 0}), kShownValue);
}

std::string WrongValue(const Subschemas& schemas, const Node& value) {
  std::vector<std::string> allowed;
  for (const Node* schema : schemas) {
    if (const Node* constant = schema->Find("const")) {
      AddOnce(allowed, Shown(*constant));
    }
    if (const Node* values = schema->Find("enum")) {
      for (const Node& item : values->items()) {
        AddOnce(allowed, Shown(item));
      }
    }
  }
  return fmt::format("must be {}, not {}", Either(allowed), Shown(value));
}

std::string WrongPattern(const Subschemas& schemas, const Node& value) {
  std::vector<std::string> patterns;
  for (const Node* schema : schemas) {
    if (const Node* pattern = schema->Find("pattern")) {
      AddOnce(patterns, std::string(pattern->text()));
    }
  }
  return fmt::format("must match {}, but is {}", Either(patterns), Shown(value));
}

struct Bound {
  std::string_view description;
  std::string_view words;
};

constexpr std::array kBounds{
    Bound{"Expected number less than or equal to ", "must be at most {}"},
    Bound{"Expected number less than ", "must be less than {}"},
    Bound{"Expected number greater than or equal to ", "must be at least {}"},
    Bound{"Expected number greater than ", "must be greater than {}"},
    Bound{"Array should contain no more than ", "must have at most {} items"},
    Bound{"Array should contain no fewer than ", "must have at least {} items"},
    Bound{"String should be no more than ", "must have at most {} characters"},
    Bound{"String should be no fewer than ", "must have at least {} characters"},
    Bound{"Object should have no more than ", "must have at most {} keys"},
    Bound{"Object should have no fewer than ", "must have at least {} keys"},
    Bound{"Value should be a multiple of ", "must be a multiple of {}"},
};

// What the value itself does wrong; empty when nothing better is known than that it does not fit.
std::string Predicate(const Complaint& complaint, const Subschemas& schemas, const Node& value) {
  if (IsWrongType(complaint)) {
    return WrongType(schemas, value);
  }
  if (Says(complaint, "Failed to match against any enum") ||
      Says(complaint, "Failed to match expected value")) {
    return WrongValue(schemas, value);
  }
  if (Says(complaint, "Failed to match regex")) {
    return WrongPattern(schemas, value);
  }
  if (Says(complaint, "Missing required property")) {
    return fmt::format("lacks the key '{}'", QuotedName(complaint.description));
  }
  if (Says(complaint, "Missing dependency")) {
    return fmt::format("needs the key '{}' as well", QuotedName(complaint.description));
  }
  if (Says(complaint, "Elements at indexes")) {
    return "holds the same item twice";
  }
  if (Says(complaint, "String should be a valid ")) {
    return fmt::format("must be a valid {}", complaint.description.substr(25));
  }
  for (const Bound& bound : kBounds) {
    if (Says(complaint, bound.description)) {
      const std::string number = FirstNumber(complaint.description);
      const bool nothing = number == "1" && bound.words.starts_with("must have at least");
      return nothing ? "must not be empty" : fmt::format(fmt::runtime(bound.words), number);
    }
  }
  return {};
}

const Member* LastMember(const Node& object, std::string_view key) {
  const Node* value = object.Find(key);
  for (const Member& member : object.members()) {
    if (&member.value == value) {
      return &member;
    }
  }
  return nullptr;
}

const Node& ValueAt(const Path& path, const Node& root) {
  Pointer pointer;
  for (const std::string& token : path) {
    pointer = pointer.Child(token);
  }
  const Node* found = pointer.Resolve(root);
  return found != nullptr ? *found : root;
}

// One alternative wants another type, but some other one takes this.
bool IsForAnotherType(const Complaint& complaint, const Node& schema, const Node& root) {
  const Node& value = ValueAt(complaint.path, root);
  const std::vector<std::string_view> types = Types(SubschemasAt(schema, complaint.path));
  return IsWrongType(complaint) &&
         std::any_of(types.begin(), types.end(), [&](std::string_view type) {
           return Allows(type, value);
         });
}

finding::Finding UnknownKey(const Complaint& complaint,
                            const Subschemas& schemas,
                            const Document& document,
                            const Node& object) {
  const std::string_view key = QuotedName(complaint.description);
  const Member* member = LastMember(object, key);
  finding::Finding out =
      finding::Make(kSchemaViolation,
                    fmt::format("{} may not hold the key '{}'", Subject(complaint.path), key),
                    member != nullptr ? document.KeySpanOf(*member) : document.SpanOf(object));
  std::vector<std::string> known;
  for (const Node* schema : schemas) {
    if (const Node* properties = schema->Find("properties")) {
      for (const Member& property : properties->members()) {
        AddOnce(known, std::string(property.key()));
      }
    }
  }
  if (const auto nearest = base::NearestWord(key, known)) {
    out.help = fmt::format("did you mean '{}'?", *nearest);
  }
  return out;
}

}  // namespace

std::vector<Complaint> MostSpecific(std::vector<Complaint> complaints,
                                    const Node& schema,
                                    const Node& root) {
  std::vector<Complaint> specific;
  std::vector<Path> alternatives;
  for (Complaint& complaint : complaints) {
    if (IsAlternative(complaint)) {
      alternatives.push_back(complaint.path);
    }
    if (!IsWrapper(complaint)) {
      specific.push_back(std::move(complaint));
    }
  }
  if (specific.empty()) {
    // The wrapper reported first is the innermost one.
    complaints.resize(std::min<std::size_t>(complaints.size(), 1));
    return complaints;
  }
  for (const Path& place : alternatives) {
    std::size_t deepest = 0;
    for (const Complaint& complaint : specific) {
      deepest = IsBelow(complaint.path, place) ? std::max(deepest, complaint.path.size()) : deepest;
    }
    std::erase_if(specific, [&](const Complaint& complaint) {
      return IsBelow(complaint.path, place) && complaint.path.size() < deepest;
    });
  }
  const auto kept =
      std::stable_partition(specific.begin(), specific.end(), [&](const Complaint& complaint) {
        return !IsForAnotherType(complaint, schema, root);
      });
  if (kept != specific.begin()) {
    specific.erase(kept, specific.end());
  }
  return specific;
}

finding::Finding Word(const Complaint& complaint,
                      const Node& schema,
                      const Document& document,
                      const Node& root) {
  const Node& value = ValueAt(complaint.path, root);
  const Subschemas schemas = SubschemasAt(schema, complaint.path);
  finding::Finding out;
  if (Says(complaint, "Object contains a property that could not be validated")) {
    out = UnknownKey(complaint, schemas, document, value);
  } else {
    const std::string predicate = Predicate(complaint, schemas, value);
    out = finding::Make(
        kSchemaViolation,
        fmt::format("{} {}",
                    Subject(complaint.path),
                    predicate.empty() ? "does not have the form that belongs here" : predicate),
        document.SpanOf(value));
  }
  out.path = DollarPath(complaint.path);
  return out;
}

}  // namespace accord::document
