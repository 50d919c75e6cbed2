#include <string>

#include "accord/openapi/description.h"

#include "tests/fuzz/fuzz_target.h"

namespace {

using accord::fuzz::Require;
using namespace accord;

void CheckFindings(const openapi::LoadResult& result) {
  Require(result.description != nullptr || !result.findings.empty(), "a refusal has a reason");
  for (const finding::Finding& finding : result.findings) {
    Require(finding.rule != nullptr && !finding.message.empty(), "a finding says what it is");
    Require(finding.span.known(), "a finding has a place");
  }
}

void CheckContent(const openapi::Description& api, const std::vector<openapi::MediaType>& content) {
  for (const openapi::MediaType& media : content) {
    Require(media.source && media.source->is_object(), "a media type has a source");
    const document::Value schema = api.Resolve(media.schema);
    Require(!schema || api.UriOf(schema.document()).size() > 0, "its schema is in the description");
  }
}

void CheckItems(const openapi::Description& api, const std::vector<openapi::PathItem>& items) {
  for (const openapi::PathItem& item : items) {
    Require(static_cast<bool>(item.source), "a path item has a source");
    for (const openapi::Operation& operation : item.operations) {
      Require(operation.source && !operation.method.empty(), "an operation has a source");
      for (const openapi::Parameter& parameter : operation.parameters) {
        Require(parameter.source.Span().known(), "a parameter has a place");
        Require(!parameter.style.empty(), "a parameter has a style");
        Require(parameter.content.empty() || !parameter.schema, "either a schema or content");
        CheckContent(api, parameter.content);
      }
      if (operation.body) {
        CheckContent(api, operation.body->content);
      }
      for (const openapi::Response& response : operation.responses) {
        Require(response.source.Span().known(), "a response has a place");
        CheckContent(api, response.content);
      }
      for (const openapi::Callback& callback : operation.callbacks) {
        CheckItems(api, callback.items);
      }
    }
  }
}

}  // namespace

// A description in any state, whose other files are all like itself.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(accord::fuzz::Text(data, size));
  const document::LoadResult loaded = document::Parse("fuzz", text);
  if (!loaded.ok()) {
    return 0;
  }
  openapi::LoadOptions options;
  options.uri = "file:///api/fuzz";
  int others = 0;
  options.load = [&](const std::string& uri) -> base::Result<document::DocumentPtr> {
    return ++others > 3 ? base::Result<document::DocumentPtr>(base::InputError("no more files"))
                        : document::Parse(uri, text).document;
  };
  const openapi::LoadResult result = openapi::Load(loaded.document, options);
  CheckFindings(result);
  if (result.description) {
    CheckItems(*result.description, result.description->paths);
    CheckItems(*result.description, result.description->webhooks);
  }
  return 0;
}
