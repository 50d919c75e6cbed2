#include <map>
#include <set>
#include <type_traits>

#include <fmt/format.h>

#include "breaking/proto/checks.h"
#include "breaking/proto/deleted_elements.h"
#include "breaking/proto/quoted.h"
#include "breaking/proto/rules.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;
using Files = std::map<std::string, const pb::FileDescriptor*>;

void Collect(const std::string& path, const proto::Sources& sources, Files& files) {
  if (!proto::IsWellKnown(path) || sources.Find(path) != nullptr || files.count(path) != 0) {
    return;
  }
  const pb::FileDescriptor* file = pb::DescriptorPool::generated_pool()->FindFileByName(path);
  if (file == nullptr) {
    return;
  }
  files.emplace(path, file);
  for (int i = 0; i < file->dependency_count(); ++i) {
    Collect(file->dependency(i)->name(), sources, files);
  }
}

/// The built-in files that any file of a version imports, directly or not.
Files BuiltInsOf(const proto::Sources& sources) {
  Files files;
  for (const proto::SourceEntry& entry : sources.entries()) {
    for (const std::string& path : entry.imports) {
      Collect(path, sources, files);
    }
  }
  return files;
}

std::set<std::string> PackagesOf(const proto::Sources& sources, const Files& built_ins) {
  std::set<std::string> packages;
  for (const proto::SourceEntry& entry : sources.entries()) {
    packages.insert(entry.package);
  }
  for (const auto& [path, file] : built_ins) {
    packages.insert(file->package());
  }
  return packages;
}

/// Whether the files have an element of that kind in the package.
template <typename T>
bool AnyOf(const Files& after, const std::string& package) {
  bool any = false;
  for (const auto& [path, file] : after) {
    if (file->package() == package) {
      VisitElements(*file, [&any](const auto& element) {
        any |= std::is_same_v<std::decay_t<decltype(element)>, T>;
      });
    }
  }
  return any;
}

template <typename T>
void ReportElement(Context& context, const T& element, const Files& after) {
  using Kind = ElementKind<T>;
  const std::string& package = element.file()->package();
  if (!context.Wants(*Kind::kFromPackage) || !AnyOf<T>(after, package)) {
    return;  // buf is silent about the last element of its kind.
  }
  context.Add(
      {.rule = Kind::kFromPackage,
       .message = fmt::format(R"(Previously present {} "{}" was deleted from package "{}".)",
                              Kind::kWord,
                              NestedName(element),
                              package),
       .element = element.full_name()});
}

}  // namespace

/// To buf, the well-known types that are imported belong to a version; when the last import goes,
/// so do they.
void CheckUnusedBuiltIns(Context& context) {
  if (!context.like_buf) {
    return;
  }
  const Files before = BuiltInsOf(context.before.sources());
  const Files after = BuiltInsOf(context.after.sources());
  const std::set<std::string> packages = PackagesOf(context.after.sources(), after);
  std::set<std::string> gone;
  for (const auto& [path, file] : before) {
    if (after.count(path) != 0 || context.after.sources().Find(path) != nullptr) {
      continue;
    }
    context.Add({.rule = &kFileNoDelete,
                 .message = fmt::format("Previously present file {} was deleted.", Quoted(path)),
                 .element = path});
    if (packages.count(file->package()) == 0) {
      gone.insert(file->package());
      continue;
    }
    VisitElements(*file, [&](const auto& element) { ReportElement(context, element, after); });
  }
  for (const std::string& package : gone) {
    context.Add({.rule = &kPackageNoDelete,
                 .message = fmt::format(R"(Previously present package "{}" was deleted.)", package),
                 .element = package});
  }
}

}  // namespace accord::breaking
