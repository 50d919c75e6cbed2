#include "proto/compile.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "accord/proto/rules.h"

#include "proto/built_in.h"
#include "proto/feature_checks.h"
#include "proto/link_errors.h"

namespace accord::proto {
namespace pb = google::protobuf;
namespace {

constexpr std::string_view kDescriptorFile = "google/protobuf/descriptor.proto";
constexpr std::string_view kDescriptorPackage = "google.protobuf";
constexpr std::size_t kNamedDependents = 5;
constexpr std::size_t kShownOfCycle = 8;

ElementPath ImportPath(int index) {
  return {pb::FileDescriptorProto::kDependencyFieldNumber, index};
}

}  // namespace

void Compiler::Compile(std::span<const std::string> paths) {
  // Options are interpreted by the descriptor.proto of the pool, which knows more of them than
  // libprotobuf itself.
  if (!OwnsDescriptor()) {
    CompileOne(std::string(kDescriptorFile));
  }
  for (const std::string& path : paths) {
    CompileOne(path);
  }
  ReportDependents();
}

// Whether the sources define the messages of descriptor.proto in a file of another name.
bool Compiler::OwnsDescriptor() const {
  return sources_.Find(kDescriptorFile) == nullptr &&
         std::any_of(
             sources_.entries().begin(), sources_.entries().end(), [](const SourceEntry& entry) {
               return entry.package == kDescriptorPackage &&
                      entry.path.ends_with("descriptor.proto");
             });
}

void Compiler::CompileOne(const std::string& path) {
  if (states_.contains(path) || !Open(path)) {
    return;
  }
  while (!stack_.empty()) {
    Frame& top = stack_.back();
    if (top.next_import < top.file.dependency_size()) {
      VisitImport(top.next_import++);
    } else {
      Close();
    }
  }
}

// Loads a file and puts it on the stack. False when it cannot be had; then `states_` knows it as
// failed if something was said about it, and not at all if it is simply not there.
bool Compiler::Open(const std::string& path) {
  Frame frame;
  const bool built_in = sources_.Find(path) == nullptr && LoadBuiltIn(path, frame.file);
  if (!built_in) {
    const std::size_t said = findings_.size();
    if (!sources_.Load(path, false, frame.file, findings_)) {
      if (findings_.size() > said) {
        states_[path] = State::kFailed;
      }
      return false;
    }
    frame.failed = std::any_of(
        findings_.begin() + static_cast<std::ptrdiff_t>(said),
        findings_.end(),
        [](const finding::Finding& f) { return f.severity == finding::Severity::kError; });
  }
  if (!frame.failed && !IsSupportedSyntax(frame.file)) {
    frame.failed = true;
    findings_.push_back(
        finding::Make(kProtoEdition,
                      fmt::format("{} is of an edition that is not supported", path),
                      locations_.WholeFile(path)));
  }
  frame.file.set_name(path);
  states_[path] = State::kOpen;
  stack_.push_back(std::move(frame));
  return true;
}

void Compiler::VisitImport(int index) {
  const std::string path = stack_.back().file.dependency(index);
  auto state = states_.find(path);
  if (state == states_.end()) {
    if (Open(path)) {
      return;  // Closing it tells its importer how it went.
    }
    state = states_.find(path);
  }
  if (state == states_.end()) {
    ReportMissing(path, index);
  } else if (state->second == State::kOpen) {
    ReportCycle(path, index);
  } else if (state->second == State::kFailed && !stack_.back().failed) {
    dependents_.push_back(stack_.back().file.name());
    stack_.back().failed = true;
  }
}

void Compiler::ReportMissing(const std::string& path, int index) {
  Frame& importer = stack_.back();
  importer.failed = true;
  Missing& missing = missing_[path];
  if (++missing.importers > 1) {
    findings_[missing.finding].message =
        fmt::format("\"{}\" is not found; {} files import it", path, missing.importers);
    return;
  }
  missing.finding = findings_.size();
  findings_.push_back(finding::Make(kProtoImportMissing,
                                    fmt::format("\"{}\" is not found", path),
                                    locations_.Find(importer.file.name(), ImportPath(index))));
}

void Compiler::ReportCycle(const std::string& path, int index) {
  auto first = std::find_if(
      stack_.begin(), stack_.end(), [&](const Frame& frame) { return frame.file.name() == path; });
  if (first->in_cycle && stack_.back().in_cycle) {
    return;
  }
  std::string cycle;
  for (std::size_t shown = 0; first != stack_.end(); ++first, ++shown) {
    first->failed = true;
    first->in_cycle = true;
    if (shown < kShownOfCycle || first + 1 == stack_.end()) {
      cycle += first->file.name() + " -> ";
    } else if (shown == kShownOfCycle) {
      cycle += "… -> ";
    }
  }
  findings_.push_back(finding::Make(kProtoImportCycle,
                                    "files import each other: " + cycle + path,
                                    locations_.Find(stack_.back().file.name(), ImportPath(index))));
}

void Compiler::Close() {
  Frame frame = std::move(stack_.back());
  stack_.pop_back();
  const bool built = !frame.failed && Build(frame.file);
  states_[frame.file.name()] = built ? State::kBuilt : State::kFailed;
  if (!built && !stack_.empty() && !stack_.back().failed) {
    dependents_.push_back(stack_.back().file.name());
    stack_.back().failed = true;
  }
}

bool Compiler::Build(pb::FileDescriptorProto& file) {
  const bool imports_lowered = std::any_of(
      file.dependency().begin(), file.dependency().end(), [&](const std::string& import) {
        return lowered_.contains(import);
      });
  const std::string syntax = file.syntax();
  if (Lower(file, imports_lowered)) {
    lowered_.emplace(file.name(), syntax);
  }
  LinkErrors errors(file);
  const pb::FileDescriptor* built = pool_.BuildFileCollectingErrors(file, &errors);
  if (built == nullptr) {
    errors.Report(pool_, locations_, findings_);
    return false;
  }
  return syntax != "editions" || CheckFeatures(*built, locations_, findings_);
}

const pb::FileDescriptor* Compiler::Built(const std::string& path) const {
  const auto state = states_.find(path);
  return state != states_.end() && state->second == State::kBuilt ? pool_.FindFileByName(path)
                                                                  : nullptr;
}

void Compiler::ReportDependents() {
  if (dependents_.empty()) {
    return;
  }
  std::sort(dependents_.begin(), dependents_.end());
  const std::size_t named = std::min(dependents_.size(), kNamedDependents);
  std::string names;
  for (std::size_t i = 0; i < named; ++i) {
    names += (i == 0 ? "" : ", ") + dependents_[i];
  }
  if (dependents_.size() > named) {
    names += fmt::format(" and {} more", dependents_.size() - named);
  }
  findings_.push_back(finding::Make(kProtoInvalid,
                                    "left out, because they import what does not compile: " + names,
                                    locations_.WholeFile(dependents_.front())));
}

}  // namespace accord::proto
