#include <optional>
#include <unordered_set>

#include <fmt/format.h>

#include "breaking/proto/checks.h"
#include "breaking/proto/deleted_elements.h"
#include "breaking/proto/moves.h"
#include "breaking/proto/package_kinds.h"
#include "breaking/proto/uncompiled.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;
using Packages = std::unordered_set<std::string>;

Packages PackagesOf(const proto::Sources& sources) {
  Packages packages;
  for (const proto::SourceEntry& entry : sources.entries()) {
    packages.insert(entry.package);
  }
  return packages;
}

/// Packages that are gone, each with its first file.
void CheckPackages(Context& context, const Packages& after) {
  Packages seen;
  for (const proto::SourceEntry& entry : context.before.sources().entries()) {
    if (after.count(entry.package) != 0 || !seen.insert(entry.package).second ||
        !context.moves.NewPackage(entry.package).empty()) {
      continue;
    }
    context.Add(
        {.rule = &kPackageNoDelete,
         .message = fmt::format(R"(Previously present package "{}" was deleted.)", entry.package),
         .element = entry.package,
         .before = {FindFile(context.before, entry.path), {}}});
  }
}

/// Elements that are gone from packages that are left.
class PackageElements {
 public:
  explicit PackageElements(Context& context) : context_(context), kinds_(context.after) {}

  template <typename T>
  void Check(const T& before) {
    using Kind = ElementKind<T>;
    const pb::DescriptorPool& pool = context_.after.pool();
    if (!context_.Wants(*Kind::kFromPackage) ||
        (pool.*Kind::kFind)(before.full_name()) != nullptr || HasMoved(context_, before) ||
        (context_.like_buf && NoneLeft(before))) {
      return;
    }
    const std::string nested = NestedName(before);
    const std::string& package = before.file()->package();
    const pb::FileDescriptor* file = FindFile(context_.after, before.file()->name());
    context_.Add(
        {.rule = Kind::kFromPackage,
         .message = fmt::format(R"(Previously present {} "{}" was deleted from package "{}".)",
                                Kind::kWord,
                                nested,
                                package),
         .element = before.full_name(),
         .after = file == nullptr ? Place() : PlaceNow(*file, before),
         .before = OldPlace(before),
         .subject = SubjectOf(before)});
  }

 private:
  // buf is silent about the last element of its kind in a package, services apart.
  bool NoneLeft(const pb::Descriptor& before) {
    return !kinds_.Has(PackageKinds::kMessage, before.file()->package());
  }
  bool NoneLeft(const pb::EnumDescriptor& before) {
    return !kinds_.Has(PackageKinds::kEnum, before.file()->package());
  }
  bool NoneLeft(const pb::FieldDescriptor& before) {
    return !kinds_.Has(PackageKinds::kExtension, before.file()->package());
  }
  static bool NoneLeft(const pb::ServiceDescriptor& /*before*/) { return false; }

  /// Messages are said to be missing from what encloses them in any file of the package.
  Place PlaceNow(const pb::FileDescriptor& file, const pb::Descriptor& before) const {
    for (const pb::Descriptor* parent = before.containing_type(); parent != nullptr;
         parent = parent->containing_type()) {
      const pb::Descriptor* now = context_.after.pool().FindMessageTypeByName(parent->full_name());
      if (now != nullptr) {
        return PlaceOf(*now);
      }
    }
    return PlaceOf(file);
  }
  template <typename T>
  static Place PlaceNow(const pb::FileDescriptor& file, const T& before) {
    return NearestPlace(file, NestedName(before));
  }

  Context& context_;
  PackageKinds kinds_;
};

}  // namespace

void CheckDeletedPackages(Context& context) {
  const Packages after = PackagesOf(context.after.sources());
  CheckPackages(context, after);
  const Uncompiled uncompiled(context.after, context.before);
  PackageElements elements(context);
  for (const pb::FileDescriptor* file : context.before.files()) {
    if (after.count(file->package()) != 0 && !uncompiled.MayHold(*file)) {
      VisitElements(*file, [&](const auto& element) { elements.Check(element); });
    }
  }
}

}  // namespace accord::breaking
