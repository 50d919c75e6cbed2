#include <fmt/format.h>

#include "breaking/proto/checks.h"
#include "breaking/proto/elements.h"
#include "breaking/proto/moves.h"
#include "breaking/proto/quoted.h"
#include "breaking/proto/rules.h"

namespace accord::breaking {

void CheckDeletedFiles(Context& context) {
  for (const proto::SourceEntry& entry : context.before.sources().entries()) {
    if (context.after.sources().Find(entry.path) != nullptr ||
        !context.moves.NewFiles(entry.path).empty()) {
      continue;
    }
    context.Add(
        {.rule = &kFileNoDelete,
         .message = fmt::format("Previously present file {} was deleted.", Quoted(entry.path)),
         .element = entry.path,
         .before = {FindFile(context.before, entry.path), {}}});
  }
}

}  // namespace accord::breaking
