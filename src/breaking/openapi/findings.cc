#include "breaking/openapi/findings.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "accord/document/pointer.h"

#include "breaking/openapi/differences.h"
#include "breaking/openapi/judge.h"
#include "breaking/schema/walk.h"

namespace accord::breaking::api {
namespace {

using finding::Finding;
using finding::Severity;

/// More operations that use one schema are counted only.
constexpr std::size_t kMostUses = 20;

finding::Span SpanOf(const Place& place) {
  if (!place.value) {
    return {};
  }
  const document::Document& document = *place.value.document();
  for (const document::Member& member : place.value->members()) {
    if (!place.keyword.empty() && member.key() == place.keyword) {
      return member.value.is_container() ? document.KeySpanOf(member)
                                         : document.SpanOf(member.key_begin, member.value.end());
    }
  }
  return place.value.Span();
}

/// `$.items[*].id` of `/properties/items/items/properties/id`: where values of a schema stand in
/// what its root describes.
std::string PayloadPath(const std::string& schema_path) {
  std::string path = "$";
  const auto pointer = document::Pointer::Parse(schema_path);
  const std::vector<std::string> tokens = pointer ? pointer->tokens() : std::vector<std::string>{};
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i] == "properties" && i + 1 < tokens.size()) {
      path = ChildPath(path, tokens[++i]);
    } else if (tokens[i] == "items") {
      path += "[*]";
    } else if (tokens[i] == "additionalProperties") {
      path += ".*";
    } else if (tokens[i] == "prefixItems" && i + 1 < tokens.size()) {
      path += "[" + tokens[++i] + "]";
    } else if (tokens[i] == "patternProperties" || tokens[i] == "dependentSchemas" ||
               tokens[i] == "allOf" || tokens[i] == "anyOf" || tokens[i] == "oneOf") {
      path += tokens[i] == "patternProperties" ? ".*" : "";
      ++i;
    }
  }
  return path;
}

std::string OperationOf(const Change& change) {
  return change.method.empty() ? change.section : change.method + " " + change.path;
}

/// Whether clients have to send now what a rule is about.
bool IsDemand(const finding::RuleInfo& rule) {
  return rule.id.starts_with("new-required-") || rule.id == "request-body-added-required" ||
         (rule.id.starts_with("request-") && rule.id.ends_with("-became-required"));
}

/// Of a change as a use shows it that has the changed schema at `schema_path`.
std::optional<finding::Touch> TouchOf(const Change& change,
                                      const SchemaUse& use,
                                      const std::string& schema_path) {
  std::optional<finding::Touch> touch = use.touch;
  if (!touch) {
    return touch;
  }
  touch->strikes_absence = IsDemand(*change.rule);
  if (use.carrier == Carrier::kBody) {
    touch->field = PayloadPath(schema_path);
    if (!change.property.empty()) {
      touch->field = ChildPath(touch->field, change.property);
    }
  }
  return touch;
}

std::optional<finding::Touch> TouchOf(const Change& change) {
  if (change.use != nullptr) {
    return TouchOf(change, *change.use, change.schema_path);
  }
  std::optional<finding::Touch> touch = change.touch;
  if (touch) {
    touch->strikes_absence = IsDemand(*change.rule);
  }
  return touch;
}

Severity SeverityOf(const Change& change) {
  return change.strict.value_or(change.rule->severity);
}

/// What makes two changes inside of schemas the same one.
auto KeyOf(const Change& change) {
  return std::tuple(change.rule,
                    change.schema_before.get(),
                    change.schema_after.get(),
                    change.before.value.get(),
                    change.before.keyword,
                    change.after.value.get(),
                    change.after.keyword,
                    change.use->flow,
                    change.property,
                    change.values);
}

/// One finding for each change, with the severity of its rule.
std::vector<Finding> FindingsOfEach(const std::vector<Change>& changes) {
  std::vector<Finding> findings;
  findings.reserve(changes.size());
  for (const Change& change : changes) {
    findings.push_back(ToFinding(change, change.rule->severity));
  }
  return findings;
}

/// Changes that are one finding: the same change of a schema, however many uses show it.
struct Group {
  const Change* worst = nullptr;
  std::vector<const Change*> others = {};
};

std::vector<Group> GroupsOf(const std::vector<Change>& changes) {
  std::vector<Group> groups;
  std::map<decltype(KeyOf(changes.front())), std::size_t> known;
  for (const Change& change : changes) {
    if (change.use == nullptr) {
      groups.push_back({&change});
      continue;
    }
    const auto [entry, is_new] = known.emplace(KeyOf(change), groups.size());
    if (is_new) {
      groups.push_back({&change});
      continue;
    }
    Group& group = groups[entry->second];
    group.others.push_back(&change);
    if (SeverityOf(*group.worst) < SeverityOf(change)) {
      std::swap(group.worst, group.others.back());
    }
  }
  return groups;
}

/// Names the other places of a finding in it.
class OtherPlaces {
 public:
  OtherPlaces(const SchemaPairings& schemas, bool touches, Finding& finding)
      : schemas_(schemas), touches_(touches), finding_(finding) {}

  void AddAll(const Group& group) {
    AddElsewhere(*group.worst);
    for (const Change* other : group.others) {
      Add(*other, *other->use, other->schema_path);
      AddElsewhere(*other);
    }
    if (count_ > kMostUses) {
      finding_.related.push_back({fmt::format("and in {} other places", count_ - kMostUses), {}});
    }
  }

 private:
  void AddElsewhere(const Change& change) {
    for (const Sighting& sighting : change.elsewhere) {
      const bool wanted = touches_ || count_ < kMostUses;
      Add(change,
          schemas_.UseOf(sighting),
          wanted ? schemas_.SchemaPathOf(sighting) : std::string());
    }
  }

  void Add(const Change& change, const SchemaUse& use, const std::string& schema_path) {
    if (touches_) {
      if (const auto touch = TouchOf(change, use, schema_path)) {
        finding_.touches.push_back(*touch);
      }
    }
    if (++count_ <= kMostUses) {
      finding_.related.push_back(
          {fmt::format(
               "also in {} {} {} {}", use.method, use.path, use.where, PayloadPath(schema_path)),
           {}});
    }
  }

  const SchemaPairings& schemas_;
  const bool touches_;
  Finding& finding_;
  std::size_t count_ = 0;
};

/// One finding for each group of changes.
std::vector<Finding> FindingsOfAll(const Differences& differences, bool touches) {
  std::vector<Finding> findings;
  for (const Group& group : GroupsOf(differences.changes)) {
    Finding& finding = findings.emplace_back(ToFinding(*group.worst, SeverityOf(*group.worst)));
    OtherPlaces(*differences.schemas, touches, finding).AddAll(group);
  }
  return findings;
}

bool IsBreaking(const Finding& finding) {
  return finding.severity == Severity::kError;
}

}  // namespace

std::string ElementOf(const Change& change) {
  std::string element = OperationOf(change);
  if (change.use != nullptr) {
    element += fmt::format(" {} {}", change.use->where, PayloadPath(change.schema_path));
  }
  return element;
}

Finding ToFinding(const Change& change, Severity severity) {
  Finding finding = finding::Make(*change.rule, change.message, SpanOf(change.after));
  finding.severity = severity;
  finding.previous = SpanOf(change.before);
  finding.element = ElementOf(change);
  finding.witnesses = change.witnesses;
  finding.help = change.help;
  if (const auto touch = TouchOf(change)) {
    finding.touches.push_back(*touch);
  }
  if (severity != Severity::kInfo) {
    finding.breaks.assign(change.rule->breaks.begin(), change.rule->breaks.end());
    finding.directions = {finding::Direction::kOldClientNewServer};
  }
  return finding;
}

std::vector<Finding> FindingsBetween(const openapi::Description& before,
                                     const openapi::Description& after,
                                     const OpenApiOptions& options) {
  Differences differences = CompareDescriptions(before, after, options);
  if (options.profile == OpenApiProfile::kStrict) {
    JudgeSchemas(before, after, options, differences);
  }
  std::vector<Finding> findings = options.profile == OpenApiProfile::kOasdiff
                                      ? FindingsOfEach(differences.changes)
                                      : FindingsOfAll(differences, options.touches);
  std::erase_if(findings, [&options](const Finding& finding) {
    return !options.rules.Enabled(*finding.rule);
  });
  if (options.version_policy && std::ranges::any_of(findings, IsBreaking)) {
    std::ranges::move(FindingsOfEach(VersionChanges(before, after)), std::back_inserter(findings));
  }
  return findings;
}

}  // namespace accord::breaking::api
