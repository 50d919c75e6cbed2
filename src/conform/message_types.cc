#include <utility>

#include "accord/conform/check.h"
#include "accord/document/document.h"
#include "accord/proto/json_schema.h"

#include "conform/rules.h"

namespace accord::conform {

const document::Value* Specification::FindType(std::string_view name) const {
  if (name.starts_with('.')) {
    name.remove_prefix(1);
  }
  if (const auto exact = types.find(std::string(name)); exact != types.end()) {
    return &exact->second;
  }
  const std::string ending = "." + std::string(name);
  const document::Value* found = nullptr;
  for (const auto& [full_name, schema] : types) {
    if (full_name.ends_with(ending) && found != nullptr) {
      return nullptr;
    }
    found = full_name.ends_with(ending) ? &schema : found;
  }
  return found;
}

LoadResult LoadProto(const std::shared_ptr<const proto::Sources>& sources,
                     Specification& specification) {
  LoadResult result;
  result.findings = sources->findings();
  const proto::JsonSchemas made = proto::MakeJsonSchemas(sources, result.findings);
  const bool is_first = specification.types.empty();
  const document::Value root(made.schemas);
  const document::Node& schemas = *root->Find("$defs");
  for (const document::Member& member : schemas.members()) {
    specification.types.try_emplace(std::string(member.key()), root.Child(&member.value));
  }
  result.usable = !made.messages.empty();
  if (!result.usable && result.findings.empty()) {
    result.findings.push_back(finding::Make(
        kSpecificationUnknown, "there is no message in it", {.file = sources->name()}));
  }
  specification.type = is_first && made.messages.size() == 1 ? made.messages.front() : "";
  return result;
}

}  // namespace accord::conform
