#include <algorithm>

#include "schema/trace/tracer.h"

namespace accord::schema {
namespace {

// What describes the content of strings says nothing about other values.
bool AnnotatesOnlyStrings(std::string_view keyword) {
  return keyword == "contentEncoding" || keyword == "contentMediaType" ||
         keyword == "contentSchema";
}

bool HasAnnotation(const SchemaNode& schema, std::string_view keyword) {
  return std::any_of(schema.annotations.begin(), schema.annotations.end(), [&](const auto& entry) {
    return entry.first == keyword;
  });
}

bool Annotates(const SchemaNode& schema, std::string_view keyword, const document::Node& instance) {
  if (AnnotatesOnlyStrings(keyword) && !instance.is_string()) {
    return false;
  }
  return keyword != "contentSchema" || HasAnnotation(schema, "contentMediaType");
}

}  // namespace

void Tracer::Annotate(Frame& frame) {
  if (detail_ != Detail::kAll) {
    return;
  }
  for (const auto& [keyword, value] : frame.schema.annotations) {
    Open(frame, keyword).annotates = Annotates(frame.schema, keyword, frame.instance);
    Close(frame, true);
  }
}

}  // namespace accord::schema
