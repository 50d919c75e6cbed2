#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accord/base/media_type.h"
#include "accord/match/compare.h"

namespace accord::match {

/// Two present bodies to compare. Refers to what it is given.
struct BodyContext {
  const pact::Body& expected;
  const pact::Body& actual;
  const base::MediaType& expected_type;
  const base::MediaType& actual_type;
  const pact::RuleCategory& rules;
  const std::vector<pact::Header>& expected_headers;  ///< Multipart: the boundary.
  const std::vector<pact::Header>& actual_headers;
  bool allow_unexpected = true;  ///< Responses and messages.
  const Options& options;
};

/// Compares bodies of one media type. Stateless.
class BodyComparer {
 public:
  BodyComparer() = default;
  BodyComparer(const BodyComparer&) = delete;
  BodyComparer& operator=(const BodyComparer&) = delete;
  virtual ~BodyComparer() = default;
  virtual void Compare(const BodyContext& context, std::vector<Mismatch>& out) const = 0;
};

const BodyComparer& JsonComparer();
const BodyComparer& XmlComparer();
const BodyComparer& FormComparer();
const BodyComparer& MultipartComparer();
const BodyComparer& TextComparer();
const BodyComparer& BinaryComparer();

/// The comparer for an expected media type. An unknown type is text, or binary when a contentType
/// rule stands at `$`.
const BodyComparer& FindBodyComparer(const base::MediaType& expected,
                                     const pact::RuleCategory& rules);

}  // namespace accord::match
