#include "openapi/path_checks.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <fmt/format.h>

#include "accord/openapi/rules.h"

#include "openapi/quoted.h"
#include "openapi/reader.h"

namespace accord::openapi {
namespace {

using document::Member;
using document::Node;
using document::Value;

class PathChecks {
 public:
  PathChecks(const Description& description, Faults& faults)
      : description_(description), faults_(faults) {
    for (const SecurityScheme& scheme : description.security_schemes) {
      schemes_.insert(scheme.name);
    }
  }

  void Check() {
    const Value paths = MemberOf(description_.root, "paths");
    if (paths) {
      CheckTemplates(paths);
      CheckShapes(paths);
    }
    for (const PathItem& item : description_.paths) {
      CheckPathItem(item);
      CheckPathParameters(item, paths);
    }
    for (const PathItem& item : description_.webhooks) {
      CheckPathItem(item);
    }
    CheckSecurity(description_.security);
  }

 private:
  void CheckTemplates(const Value& paths) {
    ForEachMember(*paths, [&](const Member& member) {
      const std::string_view path = member.key();
      if (path.starts_with("x-")) {
        return;
      }
      const auto warn = [&](std::string message) {
        faults_.Add(kPathInvalid, std::move(message), paths.document()->KeySpanOf(member));
      };
      if (!path.starts_with('/')) {
        warn(fmt::format("path {} does not start with a slash", Quoted(path)));
      }
      if (std::ranges::count(path, '{') != std::ranges::count(path, '}')) {
        warn(fmt::format("path {} has a brace without its partner", Quoted(path)));
      }
      std::set<std::string> names;
      for (const std::string& name : PathParameters(path)) {
        if (!names.insert(name).second) {
          warn(fmt::format("path {} has the parameter {} twice", Quoted(path), Quoted(name)));
        }
      }
    });
  }

  // Repeated keys are among the members, though only the last of them counts.
  void CheckShapes(const Value& paths) {
    std::unordered_map<std::string, const Member*> by_shape;
    for (const Member& member : paths->members()) {
      if (member.key().starts_with("x-")) {
        continue;
      }
      const auto [entry, is_new] = by_shape.emplace(PathShape(member.key()), &member);
      if (is_new) {
        continue;
      }
      const Member& earlier = *entry->second;
      finding::Finding& clash = faults_.Add(
          kDuplicatePath,
          fmt::format("paths {} and {} are the same", Quoted(earlier.key()), Quoted(member.key())),
          paths.document()->KeySpanOf(member));
      clash.related.push_back({"the other one is here", paths.document()->KeySpanOf(earlier)});
      if (earlier.key() != member.key() && !ShareMethod(earlier.key(), member.key())) {
        clash.severity = finding::Severity::kWarning;
      }
    }
  }

  bool ShareMethod(std::string_view first, std::string_view second) {
    if (by_path_.empty()) {
      for (const PathItem& item : description_.paths) {
        by_path_.emplace(item.path, &item);
      }
    }
    const auto a = by_path_.find(first);
    const auto b = by_path_.find(second);
    if (a == by_path_.end() || b == by_path_.end()) {
      return false;
    }
    return std::ranges::any_of(a->second->operations, [&](const Operation& operation) {
      return std::ranges::count(b->second->operations, operation.method, &Operation::method) != 0;
    });
  }

  void CheckPathItem(const PathItem& item) {
    for (const Operation& operation : item.operations) {
      CheckOperationId(operation);
      if (operation.security) {
        CheckSecurity(*operation.security);
      }
    }
  }

  void CheckOperationId(const Operation& operation) {
    if (operation.id.empty()) {
      return;
    }
    const auto [entry, is_new] = by_id_.emplace(operation.id, &operation);
    // Several paths may share one path item.
    if (is_new || entry->second->source.get() == operation.source.get()) {
      return;
    }
    finding::Finding& clash =
        faults_.Add(kDuplicateOperationId,
                    fmt::format("two operations have the id {}", Quoted(operation.id)),
                    MemberSpan(operation.source, "operationId"));
    clash.related.push_back(
        {"the other one is here", MemberSpan(entry->second->source, "operationId")});
  }

  void CheckSecurity(const Security& security) {
    for (const SecurityRequirement& requirement : security) {
      for (const SecurityRequirement::Scheme& scheme : requirement.schemes) {
        if (schemes_.count(scheme.name) == 0) {
          faults_.Add(kSecuritySchemeUnknown,
                      fmt::format("there is no security scheme {}", Quoted(scheme.name)),
                      MemberSpan(requirement.source, scheme.name));
        }
      }
    }
  }

  void CheckPathParameters(const PathItem& item, const Value& paths) {
    const std::vector<std::string> list = PathParameters(item.path);
    const std::set<std::string_view> names(list.begin(), list.end());
    std::map<std::string_view, std::vector<const Operation*>> lacking;
    for (const Operation& operation : item.operations) {
      CheckUnused(operation, names, item.path);
      for (const std::string_view name : MissingIn(item, operation, names)) {
        lacking[name].push_back(&operation);
      }
    }
    for (const auto& [name, operations] : lacking) {
      if (operations.size() == item.operations.size()) {
        faults_.Add(
            kPathParameterMissing,
            fmt::format(
                "nothing describes the parameter {} of path {}", Quoted(name), Quoted(item.path)),
            MemberSpan(paths, item.path));
        continue;
      }
      for (const Operation* operation : operations) {
        faults_.Add(kPathParameterMissing,
                    fmt::format("{} {} does not describe its path parameter {}",
                                operation->method,
                                item.path,
                                Quoted(name)),
                    operation->source.Span());
      }
    }
  }

  void CheckUnused(const Operation& operation,
                   const std::set<std::string_view>& names,
                   std::string_view path) {
    for (const Parameter& parameter : operation.parameters) {
      if (parameter.in == In::kPath && names.count(parameter.name) == 0) {
        faults_.Add(kPathParameterUnused,
                    fmt::format("there is no {{{}}} in path {}", parameter.name, Quoted(path)),
                    parameter.source.Span());
      }
    }
  }

  // Nothing when some parameter could not be read: it may be the one.
  static std::set<std::string_view> MissingIn(const PathItem& item,
                                              const Operation& operation,
                                              const std::set<std::string_view>& names) {
    if (operation.parameters.size() < WrittenParameters(operation.source) ||
        item.parameters.size() < WrittenParameters(item.source)) {
      return {};
    }
    std::set<std::string_view> missing = names;
    for (const Parameter& parameter : operation.parameters) {
      if (parameter.in == In::kPath) {
        missing.erase(parameter.name);
      }
    }
    return missing;
  }

  static std::size_t WrittenParameters(const Value& object) {
    const Node* list = object->Find("parameters");
    return list == nullptr ? 0 : list->items().size();
  }

  const Description& description_;
  Faults& faults_;
  std::unordered_set<std::string_view> schemes_;
  std::unordered_map<std::string_view, const PathItem*> by_path_;
  std::unordered_map<std::string_view, const Operation*> by_id_;
};

}  // namespace

void CheckPaths(const Description& description, Faults& faults) {
  PathChecks(description, faults).Check();
}

}  // namespace accord::openapi
