#include "breaking/proto/constraint_reader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>
#include <google/protobuf/descriptor.h>
#include <google/protobuf/stubs/strutil.h>

#include "breaking/proto/custom_option.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;
using Field = pb::FieldDescriptor;
using Kind = Constraint::Kind;

constexpr int kIgnoreAlways = 3;

struct Known {
  Kind kind;
  std::string_view slot;  // Rules of the same slot are compared with each other.
  bool open = false;
};

const Known* FindKnown(const std::string& name) {
  static const std::unordered_map<std::string_view, Known> known = {
      {"gt", {Kind::kLower, "lower", true}},
      {"gte", {Kind::kLower, "lower"}},
      {"lt", {Kind::kUpper, "upper", true}},
      {"lte", {Kind::kUpper, "upper"}},
      {"within", {Kind::kUpper, "within"}},
      {"min_len", {Kind::kLower, "min_len"}},
      {"max_len", {Kind::kUpper, "max_len"}},
      {"min_bytes", {Kind::kLower, "min_bytes"}},
      {"max_bytes", {Kind::kUpper, "max_bytes"}},
      {"min_items", {Kind::kLower, "min_items"}},
      {"max_items", {Kind::kUpper, "max_items"}},
      {"min_pairs", {Kind::kLower, "min_pairs"}},
      {"max_pairs", {Kind::kUpper, "max_pairs"}},
      {"const", {Kind::kAllowed, "allowed"}},
      {"in", {Kind::kAllowed, "allowed"}},
      {"not_in", {Kind::kExcluded, "excluded"}},
      {"prefix", {Kind::kPrefix, "prefix"}},
      {"suffix", {Kind::kSuffix, "suffix"}},
      {"contains", {Kind::kContains, "contains"}},
      {"not_contains", {Kind::kNotContains, "not_contains"}},
  };
  const auto found = known.find(name);
  return found == known.end() ? nullptr : &found->second;
}

bool IsExemption(std::string_view name) {
  return name == "ignore" || name == "ignore_empty" || name == "skipped" || name == "skip" ||
         name == "disabled" || name == "strict";
}

bool IsNumberType(std::string_view name) {
  static constexpr std::array<std::string_view, 12> kTypes = {"float",
                                                              "double",
                                                              "int32",
                                                              "int64",
                                                              "uint32",
                                                              "uint64",
                                                              "sint32",
                                                              "sint64",
                                                              "fixed32",
                                                              "fixed64",
                                                              "sfixed32",
                                                              "sfixed64"};
  return std::find(kTypes.begin(), kTypes.end(), name) != kTypes.end();
}

// protoc-gen-validate has `required` in each of these.
std::string MeaningOf(const std::string& name) {
  if (IsNumberType(name)) {
    return "number.";
  }
  return name == "message" ? "" : name + ".";
}

struct Value {
  std::string shown;
  std::string text;
  std::optional<long double> number;
  bool whole = false;  // An integer: `> 0` is `>= 1`.
};

Value ReadTime(const pb::Message& time) {
  const auto number = [&](const char* name) -> std::int64_t {
    const Field* field = time.GetDescriptor()->FindFieldByName(name);
    const pb::Reflection& reflection = *time.GetReflection();
    if (field->cpp_type() == Field::CPPTYPE_INT64) {
      return reflection.GetInt64(time, field);
    }
    return field->cpp_type() == Field::CPPTYPE_INT32 ? reflection.GetInt32(time, field) : 0;
  };
  const std::int64_t seconds = number("seconds");
  const std::int64_t nanos = number("nanos");
  Value value;
  value.shown = nanos == 0 ? fmt::format("{}s", seconds)
                           : fmt::format("{}.{:09}s", seconds, nanos < 0 ? -nanos : nanos);
  value.text = value.shown;
  value.number = static_cast<long double>(seconds) * 1e9L + static_cast<long double>(nanos);
  return value;
}

bool IsTime(const Field& field) {
  return field.cpp_type() == Field::CPPTYPE_MESSAGE &&
         (field.message_type()->full_name() == "google.protobuf.Duration" ||
          field.message_type()->full_name() == "google.protobuf.Timestamp");
}

template <typename Number>
Value NumberValue(Number number) {
  Value value;
  value.shown = value.text = fmt::format("{}", number);
  value.number = static_cast<long double>(number);
  value.whole = std::is_integral_v<Number>;
  return value;
}

Value TextValue(const std::string& text) {
  Value value;
  value.shown = '"' + pb::CEscape(text) + '"';
  value.text = text;
  return value;
}

Value BoolValue(bool flag) {
  Value value;
  value.shown = value.text = flag ? "true" : "false";
  return value;
}

Value EnumValue(const Field& field, int number) {
  Value value = NumberValue(number);
  const pb::EnumValueDescriptor* known = field.enum_type()->FindValueByNumber(number);
  value.shown = known == nullptr ? value.shown : known->name();
  return value;
}

// A singular field, or the element `index` of a repeated one.
Value ReadValue(const pb::Message& rules, const Field& field, int index = -1) {
  const pb::Reflection& from = *rules.GetReflection();
  const bool list = index >= 0;
  const Field* f = &field;
  switch (field.cpp_type()) {
    case Field::CPPTYPE_INT32:
      return NumberValue(list ? from.GetRepeatedInt32(rules, f, index) : from.GetInt32(rules, f));
    case Field::CPPTYPE_INT64:
      return NumberValue(list ? from.GetRepeatedInt64(rules, f, index) : from.GetInt64(rules, f));
    case Field::CPPTYPE_UINT32:
      return NumberValue(list ? from.GetRepeatedUInt32(rules, f, index) : from.GetUInt32(rules, f));
    case Field::CPPTYPE_UINT64:
      return NumberValue(list ? from.GetRepeatedUInt64(rules, f, index) : from.GetUInt64(rules, f));
    case Field::CPPTYPE_DOUBLE:
      return NumberValue(list ? from.GetRepeatedDouble(rules, f, index) : from.GetDouble(rules, f));
    case Field::CPPTYPE_FLOAT:
      return NumberValue(list ? from.GetRepeatedFloat(rules, f, index) : from.GetFloat(rules, f));
    case Field::CPPTYPE_BOOL:
      return BoolValue(list ? from.GetRepeatedBool(rules, f, index) : from.GetBool(rules, f));
    case Field::CPPTYPE_ENUM:
      return EnumValue(
          *f, list ? from.GetRepeatedEnumValue(rules, f, index) : from.GetEnumValue(rules, f));
    case Field::CPPTYPE_STRING:
      return TextValue(list ? from.GetRepeatedString(rules, f, index) : from.GetString(rules, f));
    case Field::CPPTYPE_MESSAGE:
      break;
  }
  const pb::Message& message =
      list ? from.GetRepeatedMessage(rules, f, index) : from.GetMessage(rules, f);
  return IsTime(field) ? ReadTime(message) : TextValue(message.ShortDebugString());
}

std::string OfList(const std::vector<std::string>& shown) {
  return fmt::format("[{}]", fmt::join(shown, ", "));
}

}  // namespace

struct ConstraintReader::Scope {
  std::string rule;     // As written: `repeated.items.string.`.
  std::string meaning;  // The same, with one name for all types of numbers.
  std::vector<int> steps;
};

struct ConstraintReader::Leaf {
  const Field& field;
  const Scope& scope;
  Value value;

  Constraint Make(Kind kind) const {
    Constraint out{.kind = kind, .rule = scope.rule + field.name(), .shown = value.shown};
    out.text = value.text;
    out.steps = scope.steps;
    out.steps.push_back(field.number());
    return out;
  }
};

void ConstraintReader::Read(const pb::Message& rules, const std::vector<int>& steps) {
  ReadRules(rules, Scope{.rule = "", .meaning = "", .steps = steps});
  JoinInvertedRanges();
}

void ConstraintReader::ReadRules(const pb::Message& rules, const Scope& scope) {
  std::vector<const Field*> fields;
  rules.GetReflection()->ListFields(rules, &fields);
  for (const Field* field : fields) {
    if (field->is_repeated()) {
      ReadList(rules, *field, scope);
    } else {
      ReadRule(rules, *field, scope);
    }
  }
}

void ConstraintReader::ReadRule(const pb::Message& rules, const Field& field, const Scope& scope) {
  const bool nested =
      field.cpp_type() == Field::CPPTYPE_MESSAGE && !IsTime(field) && !field.is_extension();
  if (!nested) {
    AddLeaf({field, scope, ReadValue(rules, field)});
    return;
  }
  Scope inner{.rule = scope.rule + field.name() + ".",
              .meaning = scope.meaning + MeaningOf(field.name()),
              .steps = scope.steps};
  inner.steps.push_back(field.number());
  ReadRules(rules.GetReflection()->GetMessage(rules, &field), inner);
}

void ConstraintReader::ReadList(const pb::Message& rules, const Field& field, const Scope& scope) {
  if (field.name() == "example") {
    return;
  }
  const Known* known = FindKnown(field.name());
  Constraint all = Leaf{field, scope, {}}.Make(known == nullptr ? Kind::kOpaque : known->kind);
  std::vector<std::string> shown;
  for (int i = 0; i < rules.GetReflection()->FieldSize(rules, &field); ++i) {
    const Value value = ReadValue(rules, field, i);
    if (known == nullptr) {
      // Expressions and the like stand for themselves, each under its id where it has one.
      const bool has_id = field.cpp_type() == Field::CPPTYPE_MESSAGE && !IsTime(field);
      const pb::Message* element =
          has_id ? &rules.GetReflection()->GetRepeatedMessage(rules, &field, i) : nullptr;
      const std::string id = element == nullptr ? "" : TextOf(*element, "id");
      Constraint one = all;
      one.steps.push_back(i);
      one.text = id.empty() ? value.text : TextOf(*element, "expression");
      one.shown = '"' + pb::CEscape(one.text) + '"';
      one.rule += id.empty() ? "" : " " + id;
      Add(scope.meaning + field.name() + ' ' + (id.empty() ? value.text : id), std::move(one));
      continue;
    }
    all.values.insert(value.text);
    shown.push_back(value.shown);
  }
  if (known != nullptr) {
    all.shown = OfList(shown);
    Add(scope.meaning + std::string(known->slot), std::move(all));
  }
}

void ConstraintReader::AddLeaf(const Leaf& leaf) {
  const std::string& name = leaf.field.name();
  if (leaf.field.is_extension()) {
    Constraint constraint = leaf.Make(Kind::kOpaque);
    constraint.rule = leaf.scope.rule + "(" + leaf.field.full_name() + ")";
    Add(leaf.scope.meaning + leaf.field.full_name(), std::move(constraint));
  } else if (IsExemption(name)) {
    AddExemption(leaf);
  } else if (name == "len" || name == "len_bytes" || leaf.value.number.has_value()) {
    AddBound(leaf);
  } else if (const Known* known = FindKnown(name); known != nullptr) {
    Constraint constraint = leaf.Make(known->kind);
    constraint.values.insert(leaf.value.text);
    Add(leaf.scope.meaning + std::string(known->slot), std::move(constraint));
  } else if (leaf.field.cpp_type() == Field::CPPTYPE_BOOL) {
    AddFlag(leaf);
  } else {
    Add(leaf.scope.meaning + name, leaf.Make(Kind::kOpaque));
  }
}

void ConstraintReader::AddFlag(const Leaf& leaf) {
  if (leaf.value.text != "true") {
    return;
  }
  Constraint constraint = leaf.Make(Kind::kFlag);
  constraint.shown.clear();
  // `message.required`, `duration.required`, `any.required` of protoc-gen-validate.
  const bool required = leaf.field.name() == "required";
  Add(required ? "required" : leaf.scope.meaning + leaf.field.name(), std::move(constraint));
}

void ConstraintReader::AddBound(const Leaf& leaf) {
  const std::string& name = leaf.field.name();
  const auto add = [&](Kind kind, std::string_view slot, bool open) {
    Constraint constraint = leaf.Make(kind);
    constraint.bound = leaf.value.number.value_or(0);
    constraint.open = open && !leaf.value.whole;
    if (open && leaf.value.whole) {
      constraint.bound += kind == Kind::kLower ? 1 : -1;
    }
    constraint.values.insert(leaf.value.text);
    // Nothing counted or unsigned is below zero.
    const bool counted = slot.starts_with("min_") ||
                         leaf.field.cpp_type() == Field::CPPTYPE_UINT32 ||
                         leaf.field.cpp_type() == Field::CPPTYPE_UINT64;
    if (kind != Kind::kLower || !counted || constraint.bound != 0) {
      Add(leaf.scope.meaning + std::string(slot), std::move(constraint));
    }
  };
  if (name == "len" || name == "len_bytes") {
    add(Kind::kLower, name == "len" ? "min_len" : "min_bytes", false);
    add(Kind::kUpper, name == "len" ? "max_len" : "max_bytes", false);
    return;
  }
  const Known* known = FindKnown(name);
  if (known != nullptr) {
    add(known->kind, known->slot, known->open);
  } else if (leaf.value.number != 0) {
    Add(leaf.scope.meaning + name, leaf.Make(Kind::kOpaque));
  }
}

void ConstraintReader::AddExemption(const Leaf& leaf) {
  const std::string& name = leaf.field.name();
  Constraint constraint = leaf.Make(Kind::kExemption);
  const bool on = leaf.field.cpp_type() == Field::CPPTYPE_BOOL
                      ? leaf.value.text == (name == "strict" ? "false" : "true")
                      : leaf.value.number.value_or(0) != 0;
  constraint.bound = leaf.value.number.value_or(1);
  const bool everything = name == "skipped" || name == "skip" || name == "disabled" ||
                          (name == "ignore" && constraint.bound == kIgnoreAlways);
  if (on && everything && leaf.scope.meaning.empty()) {
    out_.switched_off = true;
  } else if (on) {
    Add(leaf.scope.meaning + (name == "strict" ? "strict" : "ignore"), std::move(constraint));
  }
}

void ConstraintReader::Add(const std::string& key, Constraint constraint) {
  out_.by_meaning.emplace(key, std::move(constraint));
}

// With a lower bound above the upper one, values outside of the range are accepted.
void ConstraintReader::JoinInvertedRanges() {
  for (auto lower = out_.by_meaning.begin(); lower != out_.by_meaning.end(); ++lower) {
    if (!lower->first.ends_with(".lower")) {
      continue;
    }
    const std::string scope = lower->first.substr(0, lower->first.size() - 5);
    const auto upper = out_.by_meaning.find(scope + "upper");
    if (upper == out_.by_meaning.end() || lower->second.bound <= upper->second.bound) {
      continue;
    }
    lower->second.kind = Kind::kOpaque;
    lower->second.text =
        fmt::format("{} or {} {}", lower->second.shown, upper->second.rule, upper->second.shown);
    lower->second.shown = lower->second.text;
    out_.by_meaning.erase(upper);
  }
}

}  // namespace accord::breaking
