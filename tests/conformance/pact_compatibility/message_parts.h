#pragma once

#include <string>
#include <string_view>

#include "accord/pact/pact.h"

#include "tests/conformance/pact_compatibility/fixtures.h"
#include "tests/conformance/pact_compatibility/gherkin.h"

namespace accord::compatibility {

/// Contents from a body cell, with their media type as metadata.
void SetContents(pact::Message& message, std::string_view cell, const Fixtures& fixtures);
/// Replaces the value of that name, or adds it.
void SetMetadata(pact::Message& message, std::string_view name, document::Value value);
/// A table with the columns `key` and `value`.
void SetMetadata(pact::Message& message, const Step& step);
/// The value of that name; fails when there is none.
document::Value FindMetadata(const pact::Message& message, std::string_view name);

/// Changes what the row names: body, metadata (an object, or `name=value; name=value`),
/// `matching rules`, generators. An unknown name fails.
void Configure(pact::Message& message, const Record& row, const Fixtures& fixtures);

}  // namespace accord::compatibility
