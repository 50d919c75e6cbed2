#include "breaking/schema/content_change.h"

#include <fmt/format.h>

namespace accord::breaking {
namespace {

using schema::SchemaNode;

enum class Content { kOpen, kLimited, kClosed };

Content ContentOf(const SchemaNode* node) {
  if (node == nullptr || node->boolean == true) {
    return Content::kOpen;
  }
  return node->boolean == false ? Content::kClosed : Content::kLimited;
}

}  // namespace

void CompareContent(NodeChanges& pair,
                    const ContentKeyword& keyword,
                    const SchemaNode* before,
                    const SchemaNode* after) {
  const Content old_content = ContentOf(before);
  const Content new_content = ContentOf(after);
  if (old_content == new_content) {
    return;
  }
  const auto add = [&](Action action, std::string_view what) {
    pair.Add(keyword.axis, action, keyword.after, fmt::format("{} {}", keyword.words, what));
    pair.changes.back().before = SpanOf(pair.before, keyword.before);
  };
  if (new_content == Content::kClosed) {
    add(Action::kAdded, "are no longer allowed");
  } else if (old_content == Content::kClosed) {
    add(Action::kRemoved, "are allowed now");
  } else if (new_content == Content::kLimited) {
    add(Action::kTightened, "have to fit a schema now");
  } else {
    add(Action::kLoosened, "no longer have to fit a schema");
  }
}

std::string_view TextOf(const SchemaNode& node) {
  const document::Node& value = *node.source;
  return node.source.document()->source().substr(value.begin(), value.end() - value.begin());
}

}  // namespace accord::breaking
