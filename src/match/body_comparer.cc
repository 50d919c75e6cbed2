#include "match/body_comparer.h"

#include <algorithm>
#include <array>

#include "accord/match/rule_resolver.h"

namespace accord::match {
namespace {

bool HasContentTypeRule(const pact::RuleCategory& rules) {
  const RuleIndex index(rules);
  return RuleWalker(index).rules().HasOwn(pact::Matcher::kContentType);
}

/// The first row that fits decides.
struct Row {
  bool (*fits)(const base::MediaType& type);
  const BodyComparer& (*comparer)();
};
constexpr std::array<Row, 6> kRows = {{
    {[](const base::MediaType& type) { return type.IsJson(); }, JsonComparer},
    {[](const base::MediaType& type) { return type.IsXml(); }, XmlComparer},
    {[](const base::MediaType& type) { return type.IsMultipart(); }, MultipartComparer},
    {[](const base::MediaType& type) { return type.IsForm(); }, FormComparer},
    {[](const base::MediaType& type) { return type.IsBinary(); }, BinaryComparer},
    {[](const base::MediaType& /*any*/) { return true; }, TextComparer},
}};

}  // namespace

const BodyComparer& FindBodyComparer(const base::MediaType& expected,
                                     const pact::RuleCategory& rules) {
  if (expected.IsUnknown() && HasContentTypeRule(rules)) {
    return BinaryComparer();
  }
  const auto* const row = std::find_if(
      kRows.begin(), kRows.end(), [&](const Row& candidate) { return candidate.fits(expected); });
  return row->comparer();  // The last row fits everything.
}

}  // namespace accord::match
