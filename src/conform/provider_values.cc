#include "conform/provider_values.h"

#include <algorithm>
#include <array>

#include "accord/schema/validate.h"

#include "conform/wire.h"

namespace accord::conform {
namespace {

using document::Node;
using pact::Matcher;
using schema::SchemaNode;
using schema::TypeSet;

constexpr int kMaxHops = 16;

document::DocumentPtr Parsed(std::string_view json) {
  return document::Parse("", std::string(json), {.format = document::Format::kJson}).document;
}

/// Values that tell rules and schemas apart.
const Node& Samples() {
  static const document::DocumentPtr samples = Parsed(
      R"(["a", "A", "", "0", "1", "-1", "x y", "ab", "AB", "abc", "ABC", "12", "123", "a1", "A1",
          "A-1", "a_b", "abcdefgh", "ABCDEFGH", "12345678", "true", "1.5", "a.b", "é",
          "lorem ipsum dolor sit amet, consectetur adipiscing elit",
          0, 1, -1, 0.5, -0.5, 2, 10, 99, 100, 1000, 1000000, 1.25, true, false])");
  return samples->root();
}

/// Texts of a format; some of them unusual.
const Node* SamplesOf(std::string_view format) {
  static const document::DocumentPtr formats = Parsed(R"({
    "date": ["2026-03-01", "1999-12-31", "2024-02-29"],
    "date-time": ["2026-03-01T09:30:00Z", "2026-03-01T09:30:00+01:00",
                  "1999-12-31T23:59:59.123Z", "2026-03-01T09:30:00.000000Z",
                  "2026-03-01T09:30:00.123-05:30"],
    "time": ["09:30:00Z", "23:59:59+01:00", "23:59:59.123Z", "09:30:00.000000Z"],
    "uuid": ["0b9c1bd8-5f4e-4d3c-9a2b-1c0d9e8f7a6b", "0B9C1BD8-5F4E-4D3C-9A2B-1C0D9E8F7A6B"],
    "email": ["ada@example.org", "a.b+c@mail.example.com"],
    "uri": ["https://example.org/a?b=c", "urn:isbn:0451450523"],
    "ipv4": ["192.0.2.1", "10.0.0.255"],
    "ipv6": ["2001:db8::1", "::1"],
    "hostname": ["example.org", "localhost"]
  })");
  return formats->root().Find(format);
}

bool Finite(const SchemaNode& node, int hops, std::vector<const Node*>& out);

bool AllFinite(const std::vector<const SchemaNode*>& branches,
               int hops,
               std::vector<const Node*>& out) {
  return !branches.empty() &&
         std::all_of(branches.begin(), branches.end(), [&](const auto* branch) {
           return Finite(*branch, hops, out);
         });
}

/// Collects values outside of which nothing fits; false when there are no such.
bool Finite(const SchemaNode& node, int hops, std::vector<const Node*>& out) {
  if (node.has_enum) {
    out.insert(out.end(), node.values.begin(), node.values.end());
    return true;
  }
  if (hops == kMaxHops) {
    return false;
  }
  const std::size_t before = out.size();
  const auto tried = [&](bool finite) {
    if (!finite) {
      out.resize(before);
    }
    return finite;
  };
  if (node.ref != nullptr && tried(Finite(*node.ref, hops + 1, out))) {
    return true;
  }
  for (const SchemaNode* part : node.all_of) {
    if (tried(Finite(*part, hops + 1, out))) {
      return true;
    }
  }
  return tried(AllFinite(node.any_of, hops + 1, out)) ||
         tried(AllFinite(node.one_of, hops + 1, out));
}

bool HasPattern(const SchemaNode& node, int hops) {
  if (node.pattern != nullptr || hops == kMaxHops) {
    return node.pattern != nullptr;
  }
  return (node.ref != nullptr && HasPattern(*node.ref, hops + 1)) ||
         std::any_of(node.all_of.begin(), node.all_of.end(), [&](const SchemaNode* part) {
           return HasPattern(*part, hops + 1);
         });
}

std::string FormatOf(const SchemaNode& node, int hops) {
  std::string format = node.format;
  if (format.empty() && node.ref != nullptr && hops < kMaxHops) {
    format = FormatOf(*node.ref, hops + 1);
  }
  for (std::size_t i = 0; format.empty() && hops < kMaxHops && i < node.all_of.size(); ++i) {
    format = FormatOf(*node.all_of[i], hops + 1);
  }
  return format;
}

TypeSet TypeOf(const Node& value) {
  switch (value.kind()) {
    case document::Kind::kNull:
      return schema::kNullType;
    case document::Kind::kBool:
      return schema::kBooleanType;
    case document::Kind::kNumber:
      return schema::kNumberType;
    case document::Kind::kString:
      return schema::kStringType;
    case document::Kind::kArray:
      return schema::kArrayType;
    case document::Kind::kObject:
      break;
  }
  return schema::kObjectType;
}

/// Types outside of which the rule never holds. A text may spell a number.
TypeSet TypesOf(const pact::Rule& rule, const Acceptance& accepts) {
  const auto or_text = [&accepts](TypeSet types) {
    return accepts.as_text ? static_cast<TypeSet>(schema::kNumberType | schema::kStringType)
                           : types;
  };
  switch (rule.matcher) {
    case Matcher::kEquality:
    case Matcher::kType:
      return accepts.as_text ? schema::kAnyType : TypeOf(accepts.example);
    case Matcher::kInteger:
      return or_text(schema::kIntegerType);
    case Matcher::kNumber:
    case Matcher::kDecimal:
      return or_text(schema::kNumberType);
    case Matcher::kBoolean:
      return schema::kBooleanType | schema::kStringType;
    case Matcher::kNull:
      return schema::kNullType;
    case Matcher::kDate:
    case Matcher::kTime:
    case Matcher::kDateTime:
    case Matcher::kSemver:
      return schema::kStringType | schema::kNumberType;
    default:
      return schema::kAnyType;
  }
}

TypeSet TypesOf(const Acceptance& accepts) {
  const match::ActiveRules& rules = accepts.rules;
  const bool any = rules.combine == pact::Combine::kOr;
  TypeSet types = any ? 0 : schema::kAnyType;
  for (const pact::Rule& rule : rules.rules) {
    const TypeSet one = TypesOf(rule, accepts);
    types = static_cast<TypeSet>(any ? types | one : types & one);
  }
  return rules.empty() ? TypeOf(accepts.example) : types;
}

std::string TextOf(const Node& value) {
  return value.is_string() ? std::string(value.text()) : document::WriteJson(value, {.indent = 0});
}

/// Whether a text is one that clients see as it is in a header.
bool CanBeSent(std::string_view text) {
  return !text.empty() && text.front() != ' ' && text.back() != ' ' &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

/// The texts that values of these types have, as a schema in JSON; nullopt: any.
std::optional<std::string> TextsOf(TypeSet types) {
  constexpr std::string_view kNumbers = "-?(0|[1-9][0-9]*)(\\\\.[0-9]+)?([eE][-+]?[0-9]+)?";
  if ((types & ~(schema::kNumberType | schema::kBooleanType)) != 0) {
    return std::nullopt;
  }
  std::string texts = (types & schema::kBooleanType) != 0 ? "true|false" : "";
  if ((types & schema::kNumberType) != 0) {
    texts += texts.empty() ? "" : "|";
    texts += (types & schema::kFractionType) != 0 ? kNumbers : "-?(0|[1-9][0-9]*)";
  }
  return R"({"type": "string", "pattern": "^(?:)" + texts + R"()$"})";
}

bool IsAboutDates(const match::ActiveRules& rules) {
  return !rules.empty() &&
         std::all_of(rules.rules.begin(), rules.rules.end(), [](const pact::Rule& rule) {
           return rule.matcher == Matcher::kDate || rule.matcher == Matcher::kTime ||
                  rule.matcher == Matcher::kDateTime;
         });
}

/// A rule as a schema of texts, or of all but those, in JSON; nullopt when it is no regex, or one
/// that JSON Schema does not have.
std::optional<std::string> AsSchema(const match::ActiveRules& rules, bool negated) {
  if (rules.rules.size() != 1 || rules.rules.front().matcher != Matcher::kRegex) {
    return std::nullopt;
  }
  const std::string pattern = "^(?:" + rules.rules.front().text + ")$";
  if (!schema::Pattern::Compile(pattern)) {
    return std::nullopt;
  }
  const std::string text = R"({"pattern": )" + document::QuoteJson(pattern) + "}";
  return negated ? R"({"not": )" + text + "}" : text;
}

}  // namespace

bool ProviderValues::Hold(const Node& value) const {
  return std::all_of(nodes_.begin(), nodes_.end(), [&](const SchemaNode* node) {
    return schema::IsValid(*schema_.graph, *node, value);
  });
}

bool ProviderValues::HoldNull() const {
  return Hold(Node());
}

std::optional<std::vector<const Node*>> ProviderValues::Listed() const {
  for (const SchemaNode* node : nodes_) {
    std::vector<const Node*> values;
    if (Finite(*node, 0, values)) {
      std::erase_if(values, [&](const Node* value) { return value->is_null() || !Hold(*value); });
      return values;
    }
  }
  return std::nullopt;
}

const Node* ProviderValues::Find(const std::function<bool(const Node&)>& wanted) const {
  if (const auto listed = Listed()) {
    const auto found = std::find_if(
        listed->begin(), listed->end(), [&](const Node* value) { return wanted(*value); });
    return found != listed->end() ? *found : nullptr;
  }
  // A known format says more about texts than the schema can.
  const Node* const formatted = SamplesOf(Format());
  for (const Node* samples : {formatted, formatted != nullptr ? nullptr : &Samples()}) {
    if (samples == nullptr) {
      continue;
    }
    for (const Node* sample : schema_.facts->Fitting(*nodes_.front(), *samples)) {
      if ((nodes_.size() == 1 || Hold(*sample)) && wanted(*sample)) {
        return sample;
      }
    }
  }
  if (formatted != nullptr || !HasPattern()) {
    return nullptr;
  }
  const Node* const own = FindOutside("false");
  return own != nullptr && wanted(*own) ? own : nullptr;
}

const Node* ProviderValues::FindRefused(const Acceptance& accepts) const {
  const auto refused = [&](const Node& value) {
    return !accepts(value) && (!accepts.as_text || CanBeSent(TextOf(value)));
  };
  const Node* found = Find(refused);
  if (found != nullptr || !HasPattern()) {
    return found;
  }
  if (const auto accepted = AsSchema(accepts.rules, false)) {
    const Node* const witness = FindOutside(*accepted);
    found = witness != nullptr && refused(*witness) ? witness : nullptr;
  }
  return found;
}

bool ProviderValues::Exclude(const Acceptance& accepts) const {
  if (!accepts.as_text && HoldNull() && accepts(Node())) {
    return false;
  }
  if (const auto listed = Listed()) {
    return std::none_of(
        listed->begin(), listed->end(), [&](const Node* value) { return accepts(*value); });
  }
  if ((TypesOf(accepts) & Types()) == 0) {
    return true;
  }
  if (IsAboutDates(accepts.rules) && SamplesOf(Format()) != nullptr) {
    return Find(accepts) == nullptr;
  }
  const bool provable = accepts.as_text || HasPattern();
  return provable && Find(accepts) == nullptr && ExcludePattern(accepts);
}

bool ProviderValues::ExcludePattern(const Acceptance& accepts) const {
  const auto others = AsSchema(accepts.rules, true);
  if (!others) {
    return false;
  }
  if (HasPattern()) {
    return schema_.facts->Compare(*nodes_.front(), *others).inclusion == schema::Inclusion::kYes;
  }
  const auto texts = accepts.as_text ? TextsOf(Types()) : std::nullopt;
  return texts && IncludesText(*texts, *others);
}

bool ProviderValues::HasPattern() const {
  return nodes_.size() == 1 && conform::HasPattern(*nodes_.front(), 0);
}

const Node* ProviderValues::FindOutside(const std::string& other) const {
  const document::DocumentPtr& witness = schema_.facts->Compare(*nodes_.front(), other).witness;
  return witness != nullptr && !witness->root().is_null() ? &witness->root() : nullptr;
}

TypeSet ProviderValues::Types() const {
  TypeSet types = schema::kAnyType;
  for (const SchemaNode* node : nodes_) {
    types = static_cast<TypeSet>(types & conform::TypesOf(*node));
  }
  return types;
}

std::string ProviderValues::Format() const {
  for (const SchemaNode* node : nodes_) {
    std::string format = FormatOf(*node, 0);
    if (!format.empty()) {
      return format;
    }
  }
  return {};
}

bool Acceptance::operator()(const Node& value) const {
  return as_text ? match::AcceptsText(rules, TextOf(example), TextOf(value))
                 : match::Accepts(rules, example, value);
}

bool Acceptance::IsEquality() const {
  return std::all_of(rules.rules.begin(), rules.rules.end(), [](const pact::Rule& rule) {
    return rule.matcher == Matcher::kEquality;
  });
}

}  // namespace accord::conform
