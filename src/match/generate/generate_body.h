#pragma once

#include <optional>
#include <string>

#include "accord/base/media_type.h"
#include "accord/pact/pact.h"

#include "match/generate/generate_paths.h"
#include "match/generate/generate_run.h"

namespace accord::match {

/// Applies the generators of a body, those of arrayContains variants in `rules` included.
/// `content_type` may be empty; then the body says what it is.
void GenerateBody(pact::Body& body,
                  std::string_view content_type,
                  const std::vector<pact::GeneratorEntry>& generators,
                  const pact::RuleCategory& rules,
                  GenerateRun& run);

/// The document with generated values in place; nullptr when nothing changed.
document::DocumentPtr GenerateJson(const document::Value& value,
                                   const GeneratorPaths& paths,
                                   GenerateRun& run);
/// The text of the document; nullopt when nothing changed or it cannot be read (then the run has a
/// warning).
std::optional<std::string> GenerateXml(std::string_view text,
                                       const GeneratorPaths& paths,
                                       GenerateRun& run);
std::optional<std::string> GenerateForm(std::string_view text,
                                        const GeneratorPaths& paths,
                                        GenerateRun& run);

}  // namespace accord::match
