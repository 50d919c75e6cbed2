#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <google/protobuf/descriptor.pb.h>

#include "breaking/proto/checks.h"
#include "breaking/proto/moves.h"
#include "breaking/proto/rules.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;
using Files = std::map<std::string, const pb::FileDescriptor*>;

// Everything an importer of `file` sees by public imports, `file` itself included.
Files Visible(const pb::FileDescriptor& file) {
  Files visible;
  std::vector<const pb::FileDescriptor*> open = {&file};
  while (!open.empty()) {
    const pb::FileDescriptor* next = open.back();
    open.pop_back();
    if (visible.emplace(next->name(), next).second) {
      for (int i = 0; i < next->public_dependency_count(); ++i) {
        open.push_back(next->public_dependency(i));
      }
    }
  }
  return visible;
}

bool ImportsPublicly(const pb::FileDescriptor& file, const std::string& path) {
  for (int i = 0; i < file.public_dependency_count(); ++i) {
    if (file.public_dependency(i)->name() == path) {
      return true;
    }
  }
  return false;
}

int IndexOfImport(const pb::FileDescriptor& file, const std::string& path) {
  for (int i = 0; i < file.dependency_count(); ++i) {
    if (file.dependency(i)->name() == path) {
      return i;
    }
  }
  return -1;
}

Place PlaceOfImport(const pb::FileDescriptor& file, const std::string& path) {
  const int index = IndexOfImport(file, path);
  return index < 0 ? PlaceOf(file)
                   : Place{&file, {pb::FileDescriptorProto::kDependencyFieldNumber, index}};
}

bool DeclaresNothing(const pb::FileDescriptor& file) {
  return file.message_type_count() == 0 && file.enum_type_count() == 0 &&
         file.service_count() == 0 && file.extension_count() == 0;
}

// Whether an importer still sees what the file at `path` declared.
bool StillVisible(const Context& context, const std::string& path, const Files& visible) {
  if (visible.count(path) != 0) {
    return true;
  }
  const auto& moved_to = context.moves.NewFiles(path);
  return !moved_to.empty() && std::all_of(moved_to.begin(), moved_to.end(), [&](const auto& now) {
    return visible.count(now) != 0;
  });
}

void Report(Context& context, const FilePair& files, const std::string& path) {
  const bool plain = IndexOfImport(*files.after, path) >= 0;
  context.Add(
      {.rule = &kImportPublicNoDelete,
       .message = plain ? fmt::format(R"(Public import "{}" changed to a plain import.)", path)
                        : fmt::format(R"(Previously present public import "{}" was deleted from )"
                                      R"(file.)",
                                      path),
       .element = files.after->name(),
       .after = PlaceOfImport(*files.after, path),
       .fallback = {PlaceOf(*files.after)},
       .before = PlaceOfImport(*files.before, path),
       .help = fmt::format(R"(Keep `import public "{}";` in "{}" until every importer )"
                           R"(imports it directly.)",
                           path,
                           files.after->name())});
}

}  // namespace

void CheckPublicImports(Context& context, const FilePair& files) {
  if (context.like_buf) {
    return;
  }
  for (int i = 0; i < files.before->public_dependency_count(); ++i) {
    const pb::FileDescriptor& import = *files.before->public_dependency(i);
    if (ImportsPublicly(*files.after, import.name())) {
      continue;
    }
    const Files now = Visible(*files.after);
    for (const auto& [path, file] : Visible(import)) {
      if (!DeclaresNothing(*file) && !StillVisible(context, path, now)) {
        Report(context, files, import.name());
        break;
      }
    }
  }
}

}  // namespace accord::breaking
