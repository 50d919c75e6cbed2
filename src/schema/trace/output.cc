#include "accord/schema/validate.h"

namespace accord::schema {
namespace {

using document::Builder;

constexpr std::string_view kSubschemaFailed = "does not fit in a part";

void Field(Builder& builder, std::string_view key, std::string_view value) {
  builder.Key(key);
  builder.String(value);
}

// All but the children of a unit; the object stays open.
void StartUnit(const OutputUnit& unit, Builder& builder) {
  builder.StartObject();
  builder.Key("valid");
  builder.Bool(unit.valid);
  Field(builder, "keywordLocation", unit.keyword_location);
  Field(builder, "absoluteKeywordLocation", unit.absolute_keyword_location);
  Field(builder, "instanceLocation", unit.instance_location);
  if (!unit.valid && !unit.error.empty()) {
    Field(builder, "error", unit.error);
  }
  if (unit.valid && unit.annotation != nullptr) {
    builder.Key("annotation");
    builder.Copy(*unit.annotation);
  }
}

std::string_view ListName(const OutputUnit& unit) {
  return unit.valid ? "annotations" : "errors";
}

void WriteVerbose(const OutputUnit& unit, Builder& builder) {
  StartUnit(unit, builder);
  if (!unit.children.empty()) {
    builder.Key(ListName(unit));
    builder.StartArray();
    for (const OutputUnit& child : unit.children) {
      WriteVerbose(child, builder);
    }
    builder.EndArray();
  }
  builder.EndObject();
}

// A unit of the condensed tree: those that say nothing themselves and have but one child are left
// out, and so are those that do not bear on the verdict.
struct Condensed {
  const OutputUnit* unit = nullptr;
  std::vector<Condensed> children;
};

bool Speaks(const OutputUnit& unit) {
  return unit.valid ? unit.annotation != nullptr : !unit.error.empty();
}

std::vector<Condensed> Condense(const OutputUnit& unit) {
  std::vector<Condensed> children;
  for (const OutputUnit& child : unit.children) {
    if (child.valid == unit.valid) {
      for (Condensed& condensed : Condense(child)) {
        children.push_back(std::move(condensed));
      }
    }
  }
  if (!Speaks(unit) && children.size() < 2) {
    return children;
  }
  std::vector<Condensed> out;
  out.push_back({&unit, std::move(children)});
  return out;
}

Condensed CondenseRoot(const OutputUnit& root) {
  std::vector<Condensed> condensed = Condense(root);
  if (condensed.empty()) {
    return {&root, {}};
  }
  return std::move(condensed.front());
}

void WriteDetailed(const Condensed& condensed, Builder& builder) {
  StartUnit(*condensed.unit, builder);
  if (!condensed.children.empty()) {
    builder.Key(ListName(*condensed.unit));
    builder.StartArray();
    for (const Condensed& child : condensed.children) {
      WriteDetailed(child, builder);
    }
    builder.EndArray();
  }
  builder.EndObject();
}

void WriteFlat(const Condensed& condensed, Builder& builder) {
  const OutputUnit& unit = *condensed.unit;
  if (!unit.valid || unit.annotation != nullptr) {
    StartUnit(unit, builder);
    if (!unit.valid && unit.error.empty()) {
      Field(builder, "error", kSubschemaFailed);
    }
    builder.EndObject();
  }
  for (const Condensed& child : condensed.children) {
    WriteFlat(child, builder);
  }
}

void WriteBasic(const OutputUnit& root, Builder& builder) {
  builder.StartObject();
  builder.Key("valid");
  builder.Bool(root.valid);
  builder.Key(ListName(root));
  builder.StartArray();
  WriteFlat(CondenseRoot(root), builder);
  builder.EndArray();
  builder.EndObject();
}

}  // namespace

document::DocumentPtr MakeOutput(const OutputUnit& trace, OutputFormat format) {
  Builder builder;
  switch (format) {
    case OutputFormat::kFlag:
      builder.StartObject();
      builder.Key("valid");
      builder.Bool(trace.valid);
      builder.EndObject();
      break;
    case OutputFormat::kBasic:
      WriteBasic(trace, builder);
      break;
    case OutputFormat::kDetailed:
      WriteDetailed(CondenseRoot(trace), builder);
      break;
    case OutputFormat::kVerbose:
      WriteVerbose(trace, builder);
      break;
  }
  return builder.Finish("output");
}

}  // namespace accord::schema
