#include <algorithm>
#include <future>
#include <tuple>
#include <utility>

#include "accord/breaking/proto.h"

#include "breaking/proto/explain.h"
#include "breaking/proto/moves.h"
#include "breaking/proto/reach.h"
#include "breaking/proto/required_enums.h"
#include "breaking/proto/unstable_package.h"
#include "breaking/proto/walk.h"
#include "breaking/proto/witness.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;
using finding::Finding;

struct Side {
  std::unique_ptr<proto::Image> image;
  std::vector<Finding> faults;
};

Side Compile(const std::shared_ptr<const proto::Sources>& sources,
             const std::vector<std::string>& paths) {
  Side side;
  side.faults = sources->workspace().findings;
  side.faults.insert(side.faults.end(), sources->findings().begin(), sources->findings().end());
  side.image = proto::Image::Compile(sources, paths, side.faults);
  return side;
}

/// The rules of the module that a draft's file belongs to.
class Modules {
 public:
  Modules(const std::vector<ModuleRules>& modules,
          const proto::Image& before,
          const proto::Image& after)
      : modules_(modules), before_(before), after_(after) {}

  RuleSelection Union() const {
    RuleSelection all;
    for (const ModuleRules& module : modules_) {
      all.Add(module.rules);
    }
    return all;
  }

  bool Wants(const Draft& draft) const {
    const ModuleRules& module = Of(draft);
    if (!module.rules.Enabled(*draft.rule)) {
      return false;
    }
    return !module.ignore_unstable_packages ||
           !((draft.after.file != nullptr && IsUnstablePackage(draft.after.file->package())) ||
             (draft.before.file != nullptr && IsUnstablePackage(draft.before.file->package())));
  }

 private:
  const ModuleRules& Of(const Draft& draft) const {
    const proto::SourceEntry* entry = nullptr;
    if (draft.after.file != nullptr) {
      entry = after_.sources().Find(draft.after.file->name());
    } else if (draft.before.file != nullptr) {
      entry = before_.sources().Find(draft.before.file->name());
    }
    const std::size_t index = entry == nullptr ? 0 : entry->module;
    return index < modules_.size() ? modules_[index] : modules_.front();
  }

  const std::vector<ModuleRules>& modules_;
  const proto::Image& before_;
  const proto::Image& after_;
};

finding::Span SpanOf(const proto::Image& image, const Place& place) {
  return place.file == nullptr ? finding::Span() : image.SpanOf(*place.file, place.path);
}

finding::Span FirstSpan(const proto::Image& image,
                        const Place& first,
                        const std::vector<Place>& others) {
  finding::Span span = SpanOf(image, first);
  for (auto place = others.begin(); !span.known() && place != others.end(); ++place) {
    span = SpanOf(image, *place);
  }
  return span;
}

Finding Resolve(const Context& context, Draft& draft) {
  Finding finding = finding::Make(*draft.rule, std::move(draft.message));
  finding.span = FirstSpan(context.after, draft.after, draft.fallback);
  finding.previous = FirstSpan(context.before, draft.before, draft.before_fallback);
  finding.element = std::move(draft.element);
  finding.help = std::move(draft.help);
  finding.severity = draft.severity.value_or(finding.severity);
  return finding;
}

auto Order(const Finding& finding) {
  return std::tie(finding.span.file,
                  finding.span.start.line,
                  finding.span.start.column,
                  finding.rule->id,
                  finding.message,
                  finding.span.end.line,
                  finding.span.end.column);
}

void SortAndDropDuplicates(std::vector<Finding>& findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return Order(a) < Order(b);
  });
  const auto same = [](const Finding& a, const Finding& b) { return Order(a) == Order(b); };
  findings.erase(std::unique(findings.begin(), findings.end(), same), findings.end());
}

void CountFiles(const proto::Sources& before, const proto::Sources& after, ProtoComparison& out) {
  for (const proto::SourceEntry& entry : after.entries()) {
    out.added += before.Find(entry.path) == nullptr ? 1U : 0U;
  }
  for (const proto::SourceEntry& entry : before.entries()) {
    out.removed += after.Find(entry.path) == nullptr ? 1U : 0U;
  }
}

std::vector<Finding> Judge(const proto::Image& before,
                           const proto::Image& after,
                           const ProtoOptions& options) {
  const Moves moves = options.like_buf ? Moves() : Moves::Find(before, after);
  const Modules modules(options.modules, before, after);
  const RuleSelection rules = modules.Union();
  const Reach reach_after = Reach::Of(after);
  const RequiredEnums required_enums = RequiredEnums::Of(before);
  std::vector<Draft> drafts;
  Context context{
      before, after, rules, options.like_buf, moves, reach_after, required_enums, drafts};
  Walk(context);
  drafts.erase(
      std::remove_if(
          drafts.begin(), drafts.end(), [&](const Draft& draft) { return !modules.Wants(draft); }),
      drafts.end());
  std::vector<Finding> findings;
  if (drafts.empty()) {
    return findings;
  }
  findings.reserve(drafts.size());
  const Reach reach_before = Reach::Of(before);
  Witnesses witnesses(context, reach_before, reach_after);
  for (Draft& draft : drafts) {
    Finding finding = Resolve(context, draft);
    Explain(context, reach_before, reach_after, draft, finding);
    if (options.witnesses) {
      witnesses.Add(draft, finding);
    }
    findings.push_back(std::move(finding));
  }
  SortAndDropDuplicates(findings);
  return findings;
}

}  // namespace

ProtoComparison CompareProto(const std::shared_ptr<const proto::Sources>& before,
                             const std::shared_ptr<const proto::Sources>& after,
                             const ProtoOptions& options) {
  ProtoComparison out;
  const proto::Selection selection = proto::SelectChanged(*before, *after);
  out.compared = selection.after.size();
  out.unchanged = selection.unchanged;
  CountFiles(*before, *after, out);
  const auto policy = options.parallel ? std::launch::async : std::launch::deferred;
  auto old_side = std::async(policy, [&] { return Compile(before, selection.before); });
  Side now = Compile(after, selection.after);
  Side old = old_side.get();
  out.faults = std::move(old.faults);
  out.faults.insert(out.faults.end(),
                    std::make_move_iterator(now.faults.begin()),
                    std::make_move_iterator(now.faults.end()));
  out.findings = Judge(*old.image, *now.image, options);
  return out;
}

}  // namespace accord::breaking
