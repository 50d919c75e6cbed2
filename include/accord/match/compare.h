#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "accord/document/value.h"
#include "accord/pact/pact.h"

namespace accord::match {

/// Which part of a request, response or message differs.
enum class Part : std::uint8_t {
  kMethod,
  kPath,
  kQuery,
  kHeader,
  kStatus,
  kBody,
  kBodyType,  ///< The media types do not fit: the body was not looked at.
  kMetadata,
};
/// `method`, `path`, `query`, `header`, `status`, `body`, `body-content-type`, `metadata`.
std::string_view ToString(Part part);

/// One difference between what was expected and what came.
struct Mismatch {
  Part part = Part::kBody;
  std::string name;     ///< Body path (`$.a[0].b`), header, parameter or metadata name.
  std::string message;  ///< The field's usual sentence: "Expected 'b' (String) to be equal to …".
  std::string expected;    ///< Text of the expected value; empty when there is none.
  std::string actual;      ///< Text of what came; empty when it is missing.
  std::string demand;      ///< The rule in words with its path; empty when plain equality.
  document::Value source;  ///< The expected value in the contract, when it has a place there.
};

struct Options {
  bool numbers_by_value = false;     ///< 1 and 1.0 are equal.
  bool one_to_one_variants = false;  ///< arrayContains: one element satisfies one variant only.
};

/// Strict about what is not expected: keys, items, query parameters (the mock server's side).
std::vector<Mismatch> CompareRequest(const pact::Request& expected,
                                     const pact::Request& actual,
                                     const Options& options = {});
/// Lenient about unexpected keys and headers (the verifier's side). Both are pure functions.
std::vector<Mismatch> CompareResponse(const pact::Response& expected,
                                      const pact::Response& actual,
                                      const Options& options = {});
/// Contents and metadata of a message.
std::vector<Mismatch> CompareMessage(const pact::Message& expected,
                                     const pact::Message& actual,
                                     const Options& options = {});

/// Rules of a contract that cannot work or can never fail (a regex that does not compile, a date
/// format with unknown letters, `min` over an empty example list, a plugin's rule), each with its
/// place.
std::vector<finding::Finding> CheckRules(const pact::Interaction& interaction);

/// Rules that CheckRules may report, for `accord rules`.
std::span<const finding::RuleInfo* const> Rules();

}  // namespace accord::match
