#include "match/generate/generate_body.h"

#include <fmt/format.h>

namespace accord::match {
namespace {

base::MediaType TypeOf(const pact::Body& body, std::string_view content_type) {
  if (auto declared = base::MediaType::Parse(content_type)) {
    return *std::move(declared);
  }
  if (body.json) {
    return {"application", "json", {}};
  }
  return base::SniffText(body.text).value_or(base::MediaType{"application", "octet-stream", {}});
}

// The JSON value of a body; empty when it is none (then the run has a warning).
document::Value JsonOf(const pact::Body& body, GenerateRun& run) {
  if (body.json) {
    return body.json;
  }
  document::LoadOptions options;
  options.format = document::Format::kJson;
  const auto parsed = document::Parse("body", body.text, options);
  if (!parsed.ok()) {
    run.Warn("The generators of the body leave it as it is: it is no JSON.");
  }
  return document::Value(parsed.document);
}

}  // namespace

void GenerateBody(pact::Body& body,
                  std::string_view content_type,
                  const std::vector<pact::GeneratorEntry>& generators,
                  const pact::RuleCategory& rules,
                  GenerateRun& run) {
  const GeneratorPaths paths = IndexGenerators(generators, rules);
  if (!body.present() || paths.empty()) {
    return;
  }
  const base::MediaType type = TypeOf(body, content_type);
  if (type.IsJson()) {
    const document::Value value = JsonOf(body, run);
    if (auto changed = value ? GenerateJson(value, paths, run) : nullptr) {
      body.json = document::Value(std::move(changed));
      body.text.clear();
    }
    return;
  }
  if (!type.IsXml() && !type.IsForm()) {
    run.Warn(fmt::format("The generators of the body leave it as it is: they do not work on {}.",
                         type.Essence()));
    return;
  }
  const std::string bytes = body.Bytes();
  if (auto changed =
          type.IsXml() ? GenerateXml(bytes, paths, run) : GenerateForm(bytes, paths, run)) {
    body.json = {};
    body.text = *std::move(changed);
  }
}

}  // namespace accord::match
