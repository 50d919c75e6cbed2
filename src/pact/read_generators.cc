#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

#include "pact/reader.h"
#include "pact/rules.h"

namespace accord::pact {

using document::Kind;
using document::Member;
using document::Node;

namespace {

// Keeps a contract from asking for gigabytes.
constexpr std::int64_t kMaxSize = 1000000;

GeneratorKind KindOf(std::string_view name) {
  for (std::uint8_t i = 0; i < static_cast<std::uint8_t>(GeneratorKind::kPlugin); ++i) {
    if (ToString(static_cast<GeneratorKind>(i)) == name) {
      return static_cast<GeneratorKind>(i);
    }
  }
  return GeneratorKind::kPlugin;
}

/// Reads one generator; complaints go to the reader.
class GeneratorReader {
 public:
  GeneratorReader(Reader& reader, const Node& node) : reader_(reader), node_(node) {
    generator_.source = reader.At(node);
  }

  Generator Read() {
    const Node* type = node_.Find("type");
    if (type == nullptr || !type->is_string()) {
      Complain("a generator needs its `type` as text", type != nullptr ? *type : node_);
      return std::move(generator_);
    }
    generator_.kind = KindOf(type->text());
    ReadMembers(type->text());
    return std::move(generator_);
  }

 private:
  void Complain(std::string message, const Node& node) {
    reader_.Report(kInvalidGenerator, std::move(message), node);
  }

  void ReadMembers(std::string_view name) {
    switch (generator_.kind) {
      case GeneratorKind::kRandomInt:
        ReadRange();
        break;
      case GeneratorKind::kRandomDecimal:
      case GeneratorKind::kRandomHexadecimal:
        ReadSize("digits");
        break;
      case GeneratorKind::kRandomString:
        ReadSize("size");
        break;
      case GeneratorKind::kRegex:
        generator_.regex = Require("regex");
        break;
      case GeneratorKind::kUuid:
        generator_.format = Optional("format");
        break;
      case GeneratorKind::kDate:
      case GeneratorKind::kTime:
      case GeneratorKind::kDateTime:
        generator_.format = Optional("format");
        generator_.expression = Optional("expression");
        break;
      case GeneratorKind::kProviderState:
        generator_.expression = Require("expression");
        generator_.data_type = Optional("dataType");
        break;
      case GeneratorKind::kMockServerUrl:
        generator_.regex = Require("regex");
        generator_.example = Require("example");
        break;
      case GeneratorKind::kPlugin:
        generator_.name = name;
        break;
      case GeneratorKind::kRandomBoolean:
      case GeneratorKind::kArrayContains:
        break;
    }
  }

  std::string Require(std::string_view key) {
    const Node* value = node_.Find(key);
    if (value == nullptr || !value->is_string()) {
      Complain(fmt::format("a `{}` generator needs `{}` as text", ToString(generator_.kind), key),
               value != nullptr ? *value : node_);
      return {};
    }
    return std::string(value->text());
  }

  std::string Optional(std::string_view key) {
    const Node* value = node_.Find(key);
    return value == nullptr || value->is_null() ? std::string() : Require(key);
  }

  void ReadInteger(std::string_view key, std::int64_t& out) {
    const Node* value = node_.Find(key);
    if (value == nullptr || value->is_null()) {
      return;
    }
    if (!value->is_number() || !document::ToInt64(*value, out)) {
      Complain(fmt::format("`{}` must be a whole number of 64 bits", key), *value);
    }
  }

  void ReadRange() {
    ReadInteger("min", generator_.min);
    ReadInteger("max", generator_.max);
    if (node_.Find("max") == nullptr) {
      generator_.max = std::max(generator_.max, generator_.min);
    }
    if (generator_.min > generator_.max) {
      Complain(fmt::format("`min` {} is above `max` {}", generator_.min, generator_.max), node_);
    }
  }

  void ReadSize(std::string_view key) {
    std::int64_t size = generator_.size;
    ReadInteger(key, size);
    if (size < 0 || size > kMaxSize) {
      Complain(fmt::format("`{}` must be between 0 and {}", key, kMaxSize), *node_.Find(key));
      return;
    }
    generator_.size = static_cast<std::uint32_t>(size);
  }

  Reader& reader_;
  const Node& node_;
  Generator generator_;
};

Generator ReadGenerator(Reader& reader, const Node& node) {
  if (!reader.Expect(node, Kind::kObject, "a generator")) {
    return {};
  }
  return GeneratorReader(reader, node).Read();
}

std::vector<GeneratorEntry> ReadNames(Reader& reader, const Node& object) {
  std::vector<GeneratorEntry> entries;
  for (const Member& member : object.members()) {
    entries.push_back({.key = std::string(member.key()),
                       .path = {},
                       .generator = ReadGenerator(reader, member.value)});
  }
  return entries;
}

void ReadPaths(Reader& reader, const Node& object, std::vector<GeneratorEntry>& entries) {
  for (const Member& member : object.members()) {
    base::Result<PathExpression> path = PathExpression::Parse(member.key());
    if (!path.ok()) {
      reader.Report(
          kInvalidRulePath,
          fmt::format(
              "the generator path `{}` cannot be read: {}", member.key(), path.error().message),
          member);
      continue;
    }
    entries.push_back({.key = std::string(member.key()),
                       .path = *std::move(path),
                       .generator = ReadGenerator(reader, member.value)});
  }
}

void ReadCategory(Reader& reader, const Member& member, Generators& generators) {
  const std::string_view name = member.key();
  const Node& value = member.value;
  if (value.is_null() || !reader.Expect(value, Kind::kObject, fmt::format("`{}`", name))) {
    return;
  }
  // An empty object stands for "no generator" in every category.
  if (value.members().empty()) {
    return;
  }
  if (name == "path") {
    generators.path = std::make_shared<Generator>(ReadGenerator(reader, value));
  } else if (name == "method") {
    generators.method = std::make_shared<Generator>(ReadGenerator(reader, value));
  } else if (name == "status") {
    generators.status = std::make_shared<Generator>(ReadGenerator(reader, value));
  } else if (name == "header" || name == "headers") {
    generators.header = ReadNames(reader, value);
  } else if (name == "query") {
    generators.query = ReadNames(reader, value);
  } else if (name == "metadata" || name == "metaData") {
    generators.metadata = ReadNames(reader, value);
  } else {
    if (name != "body" && name != "content" && name != "contents") {
      reader.Report(kUnknownRuleCategory,
                    fmt::format("`{}` is no category of generators; they are taken as generators "
                                "of the body",
                                name),
                    member);
    }
    ReadPaths(reader, value, generators.body);
  }
}

}  // namespace

Generators ReadGenerators(Reader& reader, const Node& object) {
  Generators generators;
  for (const Member& member : object.members()) {
    ReadCategory(reader, member, generators);
  }
  return generators;
}

Generators ReadVariantGenerators(Reader& reader, const Node& object) {
  Generators generators;
  ReadPaths(reader, object, generators.body);
  return generators;
}

}  // namespace accord::pact
