#include "breaking/references.h"

#include <string_view>
#include <vector>

#include "accord/schema/dialect.h"

namespace accord::breaking {

bool RefersToOthers(const document::Node& root) {
  std::vector<const document::Node*> open{&root};
  while (!open.empty()) {
    const document::Node& node = *open.back();
    open.pop_back();
    for (const document::Node& item : node.items()) {
      open.push_back(&item);
    }
    for (const document::Member& member : node.members()) {
      const std::string_view key = member.key();
      const std::string_view text = member.value.text();
      const bool reference = key == "$ref" || key == "$dynamicRef" || key == "$recursiveRef";
      if ((reference && !text.starts_with('#')) || (key == "$schema" && !schema::DialectOf(text))) {
        return true;
      }
      open.push_back(&member.value);
    }
  }
  return false;
}

}  // namespace accord::breaking
