#include "schema/trace/annotation.h"

#include <algorithm>
#include <array>

namespace accord::schema {
namespace {

using document::Builder;
using document::DocumentPtr;

bool IsAnyOf(std::string_view keyword, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), keyword) != names.end();
}

DocumentPtr Positions(const TraceStep& keyword, const std::vector<std::uint32_t>& positions) {
  Builder builder;
  if (positions.size() == keyword.instance->items().size()) {
    builder.Bool(true);
    return builder.Finish();
  }
  builder.StartArray();
  for (const std::uint32_t position : positions) {
    builder.Integer(position);
  }
  builder.EndArray();
  return builder.Finish();
}

DocumentPtr Names(const TraceStep& keyword) {
  std::vector<std::uint32_t> positions;
  for (const TraceStep& child : keyword.children) {
    positions.push_back(child.position);
  }
  std::sort(positions.begin(), positions.end());
  positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
  Builder builder;
  builder.StartArray();
  for (const std::uint32_t position : positions) {
    builder.String(keyword.instance->members()[position].key());
  }
  builder.EndArray();
  return builder.Finish();
}

// The position of the last item of the prefix; `true` when nothing follows it.
DocumentPtr Prefix(const TraceStep& keyword) {
  Builder builder;
  if (keyword.children.size() == keyword.instance->items().size()) {
    builder.Bool(true);
  } else {
    builder.Integer(keyword.children.back().position);
  }
  return builder.Finish();
}

}  // namespace

DocumentPtr MakeAnnotation(const TraceStep& keyword) {
  if (IsAnyOf(
          keyword.keyword,
          {"properties", "patternProperties", "additionalProperties", "unevaluatedProperties"})) {
    return Names(keyword);
  }
  if (keyword.keyword == "contains") {
    return Positions(keyword, keyword.matches);
  }
  if (keyword.children.empty()) {
    return nullptr;
  }
  if (keyword.keyword == keyword.schema->prefix_keyword && keyword.children[0].token.index() != 0) {
    return Prefix(keyword);
  }
  if (IsAnyOf(keyword.keyword, {"items", "additionalItems", "unevaluatedItems"})) {
    Builder builder;
    builder.Bool(true);
    return builder.Finish();
  }
  return nullptr;
}

}  // namespace accord::schema
