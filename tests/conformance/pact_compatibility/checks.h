#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accord/document/value.h"
#include "accord/match/compare.h"
#include "accord/pact/pact.h"

#include "tests/conformance/pact_compatibility/expectation.h"
#include "tests/conformance/pact_compatibility/fixtures.h"

namespace accord::compatibility {

template <typename T>
const T& At(const std::vector<T>& values, std::size_t index, const std::string& what) {
  if (index >= values.size()) {
    throw StepFailure("there are only " + std::to_string(values.size()) + " " + what);
  }
  return values[index];
}

void RequireEqual(std::string_view actual, std::string_view expected, std::string_view what);
void RequireEqual(const document::Value& actual, const document::Value& expected);

/// `name` is a fixture, with or without `file:`; JSON is compared by value.
void RequireDocument(const pact::Body& body, std::string_view name, const Fixtures& fixtures);

/// One of the mismatches satisfies all that is not empty: the part by its name, the path or name,
/// and the sentence, which contains `error` or follows it as a pattern.
void RequireMismatch(const std::vector<match::Mismatch>& mismatches,
                     std::string_view part,
                     std::string_view name,
                     std::string_view error);

/// The value at a path without wildcards; fails when there is none.
document::Value ValueAt(const document::Value& root, std::string_view path);

/// A string's text, anything else as JSON.
std::string TextOf(const document::Value& value);

/// `integer`, `decimal number`, `date`, `UUID` … `generator` tells what "the regex" is.
void RequireKind(std::string_view text, std::string_view kind, const pact::Generators& generators);

}  // namespace accord::compatibility
