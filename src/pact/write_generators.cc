#include <algorithm>
#include <array>

#include "pact/writer.h"

namespace accord::pact {
namespace {

constexpr std::array<std::string_view, 10> kOwnKeys = {
    "type", "min", "max", "digits", "size", "regex", "format", "expression", "dataType", "example"};

void WriteOptional(Writer& writer, std::string_view key, const std::string& text) {
  if (!text.empty()) {
    writer.Text(key, text);
  }
}

void WriteNumber(Writer& writer, std::string_view key, std::int64_t number) {
  writer.out.Key(key);
  writer.out.Integer(number);
}

void WriteFields(Writer& writer, const Generator& generator) {
  switch (generator.kind) {
    case GeneratorKind::kRandomInt:
      WriteNumber(writer, "min", generator.min);
      WriteNumber(writer, "max", generator.max);
      break;
    case GeneratorKind::kRandomDecimal:
    case GeneratorKind::kRandomHexadecimal:
      WriteNumber(writer, "digits", generator.size);
      break;
    case GeneratorKind::kRandomString:
      WriteNumber(writer, "size", generator.size);
      break;
    default:
      WriteOptional(writer, "regex", generator.regex);
      WriteOptional(writer, "format", generator.format);
      WriteOptional(writer, "expression", generator.expression);
      WriteOptional(writer, "dataType", generator.data_type);
      WriteOptional(writer, "example", generator.example);
      break;
  }
}

void WriteGenerator(Writer& writer, const Generator& generator) {
  const bool is_plugin = generator.kind == GeneratorKind::kPlugin;
  writer.out.StartObject();
  writer.Text("type", is_plugin ? generator.name : ToString(generator.kind));
  WriteFields(writer, generator);
  if (generator.source) {
    for (const document::Member& member : generator.source->members()) {
      const bool is_own =
          is_plugin ? member.key() == "type"
                    : std::find(kOwnKeys.begin(), kOwnKeys.end(), member.key()) != kOwnKeys.end();
      if (!is_own) {
        writer.out.Key(member.key());
        writer.out.Copy(member.value);
      }
    }
  }
  writer.out.EndObject();
}

void WriteOne(Writer& writer,
              std::string_view name,
              const std::shared_ptr<const Generator>& generator) {
  if (generator) {
    writer.out.Key(name);
    WriteGenerator(writer, *generator);
  }
}

void WriteNamed(Writer& writer, std::string_view name, const std::vector<GeneratorEntry>& entries) {
  if (!entries.empty()) {
    writer.out.Key(name);
    WriteGeneratorPaths(writer, entries);
  }
}

}  // namespace

void WriteGeneratorPaths(Writer& writer, const std::vector<GeneratorEntry>& entries) {
  writer.out.StartObject();
  for (const GeneratorEntry& entry : entries) {
    writer.out.Key(entry.key);
    WriteGenerator(writer, entry.generator);
  }
  writer.out.EndObject();
}

void WriteGenerators(Writer& writer, const Generators& generators) {
  if (generators.empty()) {
    return;
  }
  writer.out.Key("generators");
  writer.out.StartObject();
  WriteOne(writer, "method", generators.method);
  WriteOne(writer, "path", generators.path);
  WriteOne(writer, "status", generators.status);
  WriteNamed(writer, "query", generators.query);
  WriteNamed(writer, "header", generators.header);
  WriteNamed(writer, "metadata", generators.metadata);
  WriteNamed(writer, "body", generators.body);
  writer.out.EndObject();
}

}  // namespace accord::pact
