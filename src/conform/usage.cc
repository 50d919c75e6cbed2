#include "conform/usage.h"

#include <algorithm>

#include <fmt/format.h>

#include "accord/pact/path.h"

#include "conform/rules.h"

namespace accord::conform {
namespace {

using finding::Finding;
using schema::SchemaNode;

constexpr std::size_t kMaxDepth = 8;
constexpr std::size_t kMaxFields = 2000;

/// Lists the fields that a schema describes, outermost first, those inside of unused ones left out.
class FieldLister {
 public:
  explicit FieldLister(const FieldPaths& used) : used_(used) {}

  struct Field {
    std::string path;
    const SchemaNode* schema = nullptr;
  };
  const std::vector<Field>& unused() const { return unused_; }

  void List(const SchemaNode& node, const std::string& path, std::size_t depth) {
    if (depth > kMaxDepth || unused_.size() > kMaxFields ||
        std::find(open_.begin(), open_.end(), &node) != open_.end()) {
      return;
    }
    open_.push_back(&node);
    for (const schema::Property& property : node.properties) {
      std::string child = path;
      pact::AppendField(child, property.name);
      if (used_.count(child) != 0) {
        List(*property.schema, child, depth + 1);
      } else if (listed_.insert(child).second) {
        unused_.push_back({child, property.schema});
      }
    }
    if (node.items != nullptr) {
      List(*node.items, path + "[*]", depth + 1);
    }
    if (node.ref != nullptr) {
      List(*node.ref, path, depth);
    }
    for (const auto* parts : {&node.all_of, &node.any_of, &node.one_of}) {
      for (const SchemaNode* part : *parts) {
        List(*part, path, depth);
      }
    }
    open_.pop_back();
  }

 private:
  const FieldPaths& used_;
  std::vector<Field> unused_;
  std::set<std::string> listed_;
  std::vector<const SchemaNode*> open_;
};

Finding MakeUnused(const finding::RuleInfo& rule,
                   std::string message,
                   const document::Value& at,
                   const std::string& element) {
  Finding finding = finding::Make(rule, std::move(message), at.Span());
  finding.element = element;
  return finding;
}

}  // namespace

std::vector<Finding> Usage::Unused(const std::vector<Route>& routes, Schemas& schemas) const {
  std::vector<Finding> out;
  for (const Route& route : routes) {
    const openapi::Operation& operation = *route.operation;
    const std::string element = fmt::format("{} {}", operation.method, route.item->path);
    if (operations_.count(&operation) == 0) {
      out.push_back(MakeUnused(kOperationUnused,
                               fmt::format("no consumer uses {}", element),
                               operation.source,
                               element));
      continue;
    }
    if (operation.body) {
      for (const openapi::MediaType& body : operation.body->content) {
        AddUnusedFields(route, body, "requests of " + element, schemas, out);
      }
    }
    for (const openapi::Response& response : operation.responses) {
      if (responses_.count(&response) == 0) {
        out.push_back(
            MakeUnused(kStatusUnused,
                       fmt::format("no consumer expects status {} of {}", response.status, element),
                       response.source,
                       element));
        continue;
      }
      for (const openapi::MediaType& body : response.content) {
        AddUnusedFields(
            route, body, fmt::format("{} of {}", response.status, element), schemas, out);
      }
    }
  }
  return out;
}

void Usage::AddUnusedFields(const Route& route,
                            const openapi::MediaType& body,
                            const std::string& where,
                            Schemas& schemas,
                            std::vector<Finding>& out) const {
  const auto used = fields_.find(&body);
  if (used == fields_.end() || !body.schema) {
    return;
  }
  const CompiledSchema& compiled = schemas.Of(*route.api, body.schema, schema::View::kWhole);
  if (!compiled.usable()) {
    return;
  }
  FieldLister lister(used->second);
  lister.List(*compiled.root, "$", 0);
  for (const FieldLister::Field& field : lister.unused()) {
    Finding finding =
        MakeUnused(kFieldUnused,
                   fmt::format("no consumer uses '{}' in {}", field.path.substr(2), where),
                   field.schema->source,
                   fmt::format("{} {}", route.operation->method, route.item->path));
    finding.path = field.path;
    out.push_back(std::move(finding));
  }
}

}  // namespace accord::conform
