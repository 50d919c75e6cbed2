#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include <fmt/format.h>

#include "accord/conform/check.h"

#include "conform/async_api.h"
#include "conform/rules.h"

namespace accord::conform {
namespace {

using document::Node;

bool LooksLikeSchema(const Node& root) {
  constexpr std::array<std::string_view, 7> kKeywords = {
      "$schema", "$ref", "type", "properties", "allOf", "anyOf", "oneOf"};
  return std::any_of(kKeywords.begin(), kKeywords.end(), [&](std::string_view keyword) {
    return root.Find(keyword) != nullptr;
  });
}

LoadResult LoadSchema(const document::DocumentPtr& document,
                      const LoadOptions& options,
                      Specification& specification) {
  LoadResult result;
  schema::CompileOptions compile;
  compile.uri = options.uri;
  compile.load = options.load;
  compile.formats = schema::Formats::kAssert;
  schema::CompileResult compiled = schema::Compile(document::Value(document), compile);
  result.findings = std::move(compiled.findings);
  result.usable = compiled.schema != nullptr;
  if (result.usable && specification.messages != nullptr) {
    result.findings.push_back(
        finding::Make(kSpecificationUnknown,
                      "messages can be held against one JSON Schema only; this is the second one",
                      document->SpanOf(document->root())));
    result.usable = false;
  } else if (result.usable) {
    specification.messages = std::move(compiled.schema);
  }
  return result;
}

}  // namespace

LoadResult Load(const document::DocumentPtr& document,
                const LoadOptions& options,
                Specification& specification) {
  LoadResult result;
  const Node& root = document->root();
  if (openapi::IsOpenApi(root)) {
    openapi::LoadResult loaded = openapi::Load(document, {options.uri, options.load});
    result.findings = std::move(loaded.findings);
    result.usable = loaded.description != nullptr;
    if (result.usable) {
      specification.apis.push_back(std::move(loaded.description));
    } else if (result.findings.empty()) {
      result.findings.push_back(finding::Make(kSpecificationUnknown,
                                              "this version of OpenAPI cannot be checked against",
                                              document->SpanOf(root)));
    }
    return result;
  }
  if (IsAsyncApi(root)) {
    auto api = AsyncApi::Load(document, options, result.findings);
    result.usable = api != nullptr;
    if (result.usable) {
      specification.events.push_back(std::move(api));
    }
    return result;
  }
  if (LooksLikeSchema(root)) {
    return LoadSchema(document, options, specification);
  }
  result.findings.push_back(finding::Make(
      kSpecificationUnknown,
      "this is neither an OpenAPI description, nor an AsyncAPI document, nor a JSON Schema",
      document->SpanOf(root)));
  return result;
}

}  // namespace accord::conform
