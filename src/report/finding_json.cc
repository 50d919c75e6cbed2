#include "report/finding_json.h"

namespace accord::report {
namespace {

void WritePosition(JsonWriter& json, std::string_view key, const finding::Position& position) {
  if (position.line == 0) {
    return;
  }
  json.StartObject(key);
  json.Integer("line", position.line);
  if (position.column != 0) {
    json.Integer("column", position.column);
  }
  json.EndObject();
}

template <typename Name>
std::vector<std::string> Names(const std::vector<Name>& values) {
  std::vector<std::string> names;
  names.reserve(values.size());
  for (const Name value : values) {
    names.emplace_back(finding::ToString(value));
  }
  return names;
}

void WriteWitnesses(JsonWriter& json, const std::vector<finding::Witness>& witnesses) {
  if (witnesses.empty()) {
    return;
  }
  json.StartArray("witnesses");
  for (const finding::Witness& witness : witnesses) {
    json.StartObject();
    json.String("direction", finding::ToString(witness.direction));
    WriteText(json, "type", witness.type);
    json.String("written", witness.written);
    WriteText(json, "bytes", witness.bytes);
    json.String("read", witness.read);
    json.EndObject();
  }
  json.EndArray();
}

void WriteHits(JsonWriter& json, const std::optional<std::vector<finding::Hit>>& hits) {
  if (!hits) {
    return;
  }
  json.StartArray("consumers");
  for (const finding::Hit& hit : *hits) {
    json.StartObject();
    json.String("consumer", hit.consumer);
    WriteText(json, "interaction", hit.interaction);
    WriteLocation(json, "location", hit.span);
    json.EndObject();
  }
  json.EndArray();
}

}  // namespace

void WriteText(JsonWriter& json, std::string_view key, std::string_view text) {
  if (!text.empty()) {
    json.String(key, text);
  }
}

void WriteTexts(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
  if (texts.empty()) {
    return;
  }
  json.StartArray(key);
  for (const std::string& text : texts) {
    json.Item(text);
  }
  json.EndArray();
}

void WriteLocation(JsonWriter& json, std::string_view key, const finding::Span& span) {
  if (span.file.empty() && !span.known()) {
    return;
  }
  json.StartObject(key);
  WriteText(json, "file", span.file);
  WritePosition(json, "start", span.start);
  WritePosition(json, "end", span.end);
  json.EndObject();
}

void WriteChange(JsonWriter& json, const finding::Finding& finding) {
  WriteText(json, "element", finding.element);
  WriteTexts(json, "breaks", Names(finding.breaks));
  WriteTexts(json, "directions", Names(finding.directions));
  WriteWitnesses(json, finding.witnesses);
  WriteHits(json, finding.hits);
}

}  // namespace accord::report
