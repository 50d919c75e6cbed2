#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "accord/document/document.h"

#include "breaking/openapi/rules.h"
#include "breaking/openapi/subjects.h"

namespace accord::breaking::api {
namespace {

using openapi::Link;
using openapi::Response;

const Link* Find(const std::vector<Link>& links, const std::string& name) {
  const auto found = std::ranges::find(links, name, &Link::name);
  return found == links.end() ? nullptr : &*found;
}

/// Whether two links lead to the same with the same values.
bool LeadAlike(const Link& before, const Link& after) {
  return std::ranges::all_of(
      std::array{"operationId", "operationRef", "parameters", "requestBody"},
      [&](std::string_view key) {
        const document::Node* one = before.source->Find(key);
        const document::Node* other = after.source->Find(key);
        return one == nullptr || other == nullptr ? one == other : document::Equal(*one, *other);
      });
}

}  // namespace

void CompareLinks(Context& context,
                  const OperationPair& pair,
                  const Response& before,
                  const Response& after) {
  if (!context.strict()) {
    return;
  }
  const auto say = [&](const finding::RuleInfo& rule,
                       const std::string& name,
                       std::string_view what,
                       Place old_place,
                       Place new_place) {
    Add(context,
        pair,
        {rule,
         {name, before.status},
         fmt::format("The link '{}' of response {} was {}.", name, before.status, what)},
        std::move(old_place),
        std::move(new_place));
  };
  for (const Link& link : before.links) {
    const Link* same = Find(after.links, link.name);
    if (same == nullptr) {
      say(kLinkRemoved, link.name, "removed", {link.source, {}}, {after.source, "links"});
    } else if (!LeadAlike(link, *same)) {
      say(kLinkChanged, link.name, "changed", {link.source, {}}, {same->source, {}});
    }
  }
  for (const Link& link : after.links) {
    if (Find(before.links, link.name) == nullptr) {
      say(kLinkAdded, link.name, "added", {before.source, "links"}, {link.source, {}});
    }
  }
}

}  // namespace accord::breaking::api
