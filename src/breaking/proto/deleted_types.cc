#include <fmt/format.h>

#include "breaking/proto/checks.h"
#include "breaking/proto/deleted_elements.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;

template <typename T>
void CheckElement(Context& context, const pb::FileDescriptor& after, const T& before) {
  using Kind = ElementKind<T>;
  if (!context.Wants(*Kind::kFromFile)) {
    return;
  }
  const std::string nested = NestedName(before);
  const T* now = (after.pool()->*Kind::kFind)(FullName(after, nested));
  if ((now != nullptr && now->file() == &after) || HasMoved(context, before)) {
    return;
  }
  context.Add({.rule = Kind::kFromFile,
               .message = fmt::format(
                   "Previously present {} \"{}\" was deleted from file.", Kind::kWord, nested),
               .element = before.full_name(),
               .after = NearestPlace(after, nested),
               .before = OldPlace(before),
               .subject = SubjectOf(before)});
}

}  // namespace

void CheckDeletedInFile(Context& context, const FilePair& files) {
  VisitElements(*files.before,
                [&](const auto& element) { CheckElement(context, *files.after, element); });
}

}  // namespace accord::breaking
