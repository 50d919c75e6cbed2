#include "breaking/proto/package_kinds.h"

#include <google/protobuf/descriptor.pb.h>

#include "breaking/proto/elements.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;

/// The kinds inside a file or message.
template <typename Scope>
unsigned KindsIn(const Scope& scope) {
  return (scope.enum_type_size() != 0 ? PackageKinds::kEnum : 0U) |
         (scope.extension_size() != 0 ? PackageKinds::kExtension : 0U);
}

unsigned KindsOf(const pb::DescriptorProto& message) {
  unsigned kinds = PackageKinds::kMessage | KindsIn(message);
  for (const pb::DescriptorProto& nested : message.nested_type()) {
    kinds |= KindsOf(nested);
  }
  return kinds;
}

unsigned KindsOf(const pb::FileDescriptorProto& file) {
  unsigned kinds = KindsIn(file);
  for (const pb::DescriptorProto& message : file.message_type()) {
    kinds |= KindsOf(message);
  }
  return kinds;
}

}  // namespace

bool PackageKinds::Has(Kind kind, const std::string& package) {
  const auto [entry, first] = kinds_.emplace(package, 0U);
  if (first) {
    entry->second = Look(package);
  }
  return (entry->second & kind) != 0;
}

unsigned PackageKinds::Look(const std::string& package) {
  if (paths_.empty()) {
    for (const proto::SourceEntry& entry : image_.sources().entries()) {
      paths_[entry.package].push_back(entry.path);
    }
  }
  unsigned kinds = 0;
  for (const std::string& path : paths_[package]) {
    pb::FileDescriptorProto file;
    if (const pb::FileDescriptor* compiled = FindFile(image_, path); compiled != nullptr) {
      compiled->CopyTo(&file);
    } else {
      std::vector<finding::Finding> faults;  // Said when the file was selected, if it was.
      image_.sources().Load(path, false, file, faults);
    }
    kinds |= KindsOf(file);
  }
  return kinds;
}

}  // namespace accord::breaking
