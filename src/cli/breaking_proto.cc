#include <algorithm>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "accord/breaking/policy.h"
#include "accord/breaking/proto.h"
#include "accord/document/document.h"
#include "accord/document/source_set.h"
#include "accord/proto/sources.h"

#include "cli/breaking_family.h"

namespace accord::cli {
namespace {

using Names = std::vector<std::string>;
using SourcesPtr = std::shared_ptr<const proto::Sources>;

/// Of JSON and YAML files only descriptor sets are meant; those of other families hold no files.
base::Result<bool> IsForProto(const std::string& argument) {
  if (!IsJsonOrYaml(argument)) {
    return true;
  }
  const auto set = document::OpenSources(argument, {});
  if (!set) {
    return set.error();
  }
  if ((*set)->files().size() != 1) {
    return false;
  }
  auto bytes = (*set)->Read((*set)->files().front().path);
  if (!bytes) {
    return bytes.error();
  }
  const document::LoadResult loaded = document::Parse(argument, std::move(*bytes));
  return loaded.document != nullptr && loaded.document->root().Find("file") != nullptr;
}

base::Result<SourcesPtr> OpenSide(const std::string& name,
                                  const BreakingSettings& settings,
                                  const proto::Sources* other) {
  proto::OpenOptions options;
  options.roots = settings.roots;
  options.other = other;
  return proto::Open(name, options);
}

/// A mistake that is easily made must not pass for a result.
void AddNotices(const proto::Sources& before,
                const proto::Sources& after,
                const breaking::ProtoComparison& comparison,
                std::vector<std::string>& notices) {
  const std::size_t now = after.entries().size();
  if (now > 0 && comparison.added == now) {
    notices.push_back(fmt::format(
        "no file of '{}' is in '{}': everything is new, so nothing in it can break. Were "
        "OLD and NEW swapped, or is an import root missing (--root)?",
        after.name(),
        before.name()));
  } else if (comparison.removed > 0 && comparison.added == 0 &&
             comparison.removed * 2 >= before.entries().size() && comparison.compared == 0) {
    notices.push_back(
        fmt::format("'{}' is a part of '{}' without any change: were OLD and NEW swapped?",
                    after.name(),
                    before.name()));
  }
}

/// buf's older configurations know other sets of rules.
void FollowVersion(const std::string& version, Names& use, Names& except) {
  const auto named = [&use](std::string_view name) {
    return std::ranges::find(use, name) != use.end();
  };
  if (version == "v2") {
    return;
  }
  for (const char* later :
       {"FIELD_SAME_DEFAULT", "EXTENSION_NO_DELETE", "PACKAGE_EXTENSION_NO_DELETE"}) {
    if (!named(later)) {
      except.emplace_back(later);
    }
  }
  if (version == "v1beta1" && (named("WIRE") || named("WIRE_JSON"))) {
    use.insert(use.end(), {"FIELD_SAME_TYPE", "FIELD_SAME_CARDINALITY"});
  }
}

base::Result<breaking::ModuleRules> RulesOf(const BreakingSettings& settings,
                                            const proto::BufBreaking* buf) {
  Names use = NamesKnownTo(breaking::ProtoRules(), settings.use);
  Names except = NamesKnownTo(breaking::ProtoRules(), settings.except);
  breaking::ModuleRules rules;
  rules.ignore_unstable_packages = settings.ignore_unstable_packages;
  if (buf != nullptr) {
    if (use.empty()) {
      use = buf->use.empty() ? Names{"FILE"} : buf->use;
      except.insert(except.end(), buf->except.begin(), buf->except.end());
      FollowVersion(buf->version, use, except);
    }
    rules.ignore_unstable_packages |= buf->ignore_unstable_packages;
  }
  if (use.empty()) {
    use = {"FILE"};
  }
  auto selection = breaking::RuleSelection::Make(breaking::ProtoRules(), use, except);
  if (!selection) {
    return selection.error();
  }
  rules.rules = std::move(*selection);
  return rules;
}

/// What file names of a version begin with, in front of their path below the root.
std::string RootOf(const proto::Sources& sources) {
  if (sources.entries().empty()) {
    return {};
  }
  const proto::SourceEntry& entry = sources.entries().front();
  const proto::Workspace& workspace = sources.workspace();
  std::size_t below = entry.path.size();
  if (entry.module < workspace.modules.size() && !workspace.modules[entry.module].root.empty()) {
    below += workspace.modules[entry.module].root.size() + 1;
  }
  return below <= entry.display.size() ? entry.display.substr(0, entry.display.size() - below)
                                       : std::string();
}

void AddBufIgnores(const proto::BufBreaking& buf, std::vector<breaking::Ignore>& ignores) {
  const auto add = [&ignores](const std::string& rule, const std::string& path) {
    breaking::Ignore ignore;
    ignore.rule = rule;
    ignore.path = path;
    ignore.reason = "buf.yaml";
    ignore.quiet = true;
    ignores.push_back(std::move(ignore));
  };
  for (const std::string& path : buf.ignore) {
    add({}, path);
  }
  for (const auto& [rule, paths] : buf.ignore_only) {
    for (const std::string& path : paths) {
      add(rule, path);
    }
  }
}

base::Result<breaking::ProtoOptions> ToProtoOptions(const BreakingSettings& settings,
                                                    const proto::Workspace& workspace) {
  breaking::ProtoOptions options;
  options.like_buf = settings.compat == "buf";
  options.witnesses = settings.witnesses && !options.like_buf;
  for (const proto::Module& module : workspace.modules) {
    auto rules = RulesOf(settings, module.breaking ? &*module.breaking : nullptr);
    if (!rules) {
      return rules.error();
    }
    options.modules.push_back(std::move(*rules));
  }
  return options;
}

/// What buf.yaml lets pass is nobody else's business.
base::Result<std::vector<finding::Finding>> ApplyBufIgnores(std::vector<finding::Finding> findings,
                                                            const proto::Sources& before,
                                                            const proto::Sources& after) {
  breaking::Policy policy;
  for (const proto::Module& module : after.workspace().modules) {
    if (module.breaking) {
      AddBufIgnores(*module.breaking, policy.ignores);
    }
  }
  for (const breaking::Ignore& ignore : policy.ignores) {
    const Names named = ignore.rule.empty() ? Names() : Names{ignore.rule};
    if (const auto known = breaking::RuleSelection::Make(breaking::ProtoRules(), named, {});
        !known) {
      return known.error();
    }
  }
  policy.roots = {RootOf(before), RootOf(after)};
  return breaking::Apply(policy, std::move(findings));
}

}  // namespace

base::Result<FamilyResult> CompareProtoFiles(const std::string& before,
                                             const std::string& after,
                                             const BreakingSettings& settings,
                                             const conform::Consumers* consumers) {
  FamilyResult result;
  for (const std::string& name : {after, before}) {
    const auto ours = IsForProto(name);
    if (!ours) {
      return ours.error();
    }
    if (!*ours) {
      return result;
    }
  }
  auto new_side = OpenSide(after, settings, nullptr);
  if (!new_side) {
    return new_side.error();
  }
  auto old_side = OpenSide(before, settings, new_side->get());
  if (!old_side) {
    return old_side.error();
  }
  const auto size = [](const proto::Sources& side) {
    return side.entries().empty() ? side.findings().size() : side.entries().size();
  };
  result.files_before = size(**old_side);
  result.files_after = size(**new_side);
  if (result.files_before + result.files_after == 0) {
    return result;
  }
  const auto options = ToProtoOptions(settings, (*new_side)->workspace());
  if (!options) {
    return options.error();
  }
  breaking::ProtoComparison comparison = breaking::CompareProto(*old_side, *new_side, *options);
  AddNotices(**old_side, **new_side, comparison, result.notices);
  auto findings = ApplyBufIgnores(std::move(comparison.findings), **old_side, **new_side);
  if (!findings) {
    return findings.error();
  }
  result.findings = std::move(*findings);
  if (consumers != nullptr) {
    consumers->JoinProto(result.findings);
  }
  result.faults = std::move(comparison.faults);
  result.roots = {RootOf(**old_side), RootOf(**new_side)};
  result.compared = comparison.compared;
  result.unchanged = comparison.unchanged;
  return result;
}

}  // namespace accord::cli
