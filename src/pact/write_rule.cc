#include <string>

#include "pact/writer.h"

namespace accord::pact {
namespace {

/// Whether the model has a field for a member; all others are copied from where the rule stands.
bool IsOwnMember(Matcher matcher, std::string_view key) {
  if (key == "match") {
    return true;
  }
  switch (matcher) {
    case Matcher::kRegex:
      return key == "regex";
    case Matcher::kType:
      return key == "min" || key == "max";
    case Matcher::kInclude:
    case Matcher::kContentType:
      return key == "value";
    case Matcher::kDate:
    case Matcher::kTime:
    case Matcher::kDateTime:
      return key == "format" || key == "date" || key == "time" || key == "datetime" ||
             key == "timestamp";
    case Matcher::kArrayContains:
      return key == "variants";
    case Matcher::kEachKey:
    case Matcher::kEachValue:
      return key == "rules";
    case Matcher::kStatusCode:
      return key == "status";
    default:
      return false;
  }
}

void WriteLimits(Writer& writer, const Rule& rule) {
  if (rule.min) {
    writer.out.Key("min");
    writer.out.Number(std::to_string(*rule.min));
  }
  if (rule.max) {
    writer.out.Key("max");
    writer.out.Number(std::to_string(*rule.max));
  }
}

void WriteVariant(Writer& writer, const Variant& variant) {
  writer.out.StartObject();
  writer.out.Key("index");
  writer.out.Number(std::to_string(variant.index));
  if (variant.rules) {
    writer.out.Key("rules");
    WriteRuleCategory(writer, *variant.rules);
  }
  if (variant.generators != nullptr) {
    writer.out.Key("generators");
    WriteGeneratorPaths(writer, variant.generators->body);
  }
  writer.out.EndObject();
}

void WriteStatus(Writer& writer, const Rule& rule) {
  if (rule.details == nullptr) {
    if (!rule.text.empty()) {
      writer.Text("status", rule.text);
    }
    return;
  }
  writer.out.Key("status");
  writer.out.StartArray();
  for (const int code : rule.details->status_codes) {
    writer.out.Integer(code);
  }
  writer.out.EndArray();
}

void WriteNested(Writer& writer, const Rule& rule) {
  if (rule.details == nullptr) {
    return;
  }
  if (rule.matcher == Matcher::kArrayContains) {
    writer.out.Key("variants");
    writer.out.StartArray();
    for (const Variant& variant : rule.details->variants) {
      WriteVariant(writer, variant);
    }
  } else {
    writer.out.Key("rules");
    writer.out.StartArray();
    for (const Rule& nested : rule.details->rules) {
      WriteRule(writer, nested);
    }
  }
  writer.out.EndArray();
}

void WriteParameters(Writer& writer, const Rule& rule) {
  switch (rule.matcher) {
    case Matcher::kRegex:
      writer.Text("regex", rule.text);
      break;
    case Matcher::kInclude:
    case Matcher::kContentType:
      writer.Text("value", rule.text);
      break;
    case Matcher::kType:
      WriteLimits(writer, rule);
      break;
    case Matcher::kDate:
    case Matcher::kTime:
    case Matcher::kDateTime:
      if (!rule.text.empty()) {
        writer.Text("format", rule.text);
      }
      break;
    case Matcher::kArrayContains:
    case Matcher::kEachKey:
    case Matcher::kEachValue:
      WriteNested(writer, rule);
      break;
    case Matcher::kStatusCode:
      WriteStatus(writer, rule);
      break;
    default:
      break;
  }
}

void WriteOtherMembers(Writer& writer, const Rule& rule) {
  if (!rule.source) {
    return;
  }
  for (const document::Member& member : rule.source->members()) {
    if (!IsOwnMember(rule.matcher, member.key())) {
      writer.out.Key(member.key());
      writer.out.Copy(member.value);
    }
  }
}

}  // namespace

void WriteRule(Writer& writer, const Rule& rule) {
  writer.out.StartObject();
  writer.Text("match", rule.matcher == Matcher::kPlugin ? rule.text : ToString(rule.matcher));
  WriteParameters(writer, rule);
  WriteOtherMembers(writer, rule);
  writer.out.EndObject();
}

}  // namespace accord::pact
