#include "document/schema_walk.h"

#include <unordered_set>

#include "accord/document/pointer.h"

namespace accord::document {
namespace {

class Collector {
 public:
  explicit Collector(const Node& root) : root_(root) {}

  void Add(const Node* schema) {
    if (schema == nullptr || !seen_.insert(schema).second) {
      return;
    }
    found_.push_back(schema);
    if (const Node* reference = schema->Find("$ref");
        reference != nullptr && reference->text().starts_with('#')) {
      if (const auto pointer = Pointer::Parse(reference->text().substr(1))) {
        Add(pointer->Resolve(root_));
      }
    }
    for (const char* keyword : {"allOf", "anyOf", "oneOf"}) {
      if (const Node* list = schema->Find(keyword)) {
        for (const Node& alternative : list->items()) {
          Add(&alternative);
        }
      }
    }
    Add(schema->Find("then"));
    Add(schema->Find("else"));
  }

  std::vector<const Node*> Take() { return std::move(found_); }

 private:
  const Node& root_;
  std::unordered_set<const Node*> seen_;
  std::vector<const Node*> found_;
};

void AddItems(const Node& schema, const std::string& token, Collector& out) {
  const Node* items = schema.Find("items");
  if (items == nullptr || !items->is_array()) {
    out.Add(items);
    return;
  }
  const Node* item = Pointer().Child(token).Resolve(*items);
  out.Add(item != nullptr ? item : schema.Find("additionalItems"));
}

void AddMember(const Node& schema, const std::string& token, Collector& out) {
  const Node* properties = schema.Find("properties");
  if (const Node* property = properties != nullptr ? properties->Find(token) : nullptr) {
    out.Add(property);
    return;
  }
  if (const Node* patterns = schema.Find("patternProperties")) {
    for (const Member& pattern : patterns->members()) {
      out.Add(&pattern.value);
    }
  }
  out.Add(schema.Find("additionalProperties"));
}

}  // namespace

std::vector<const Node*> SubschemasAt(const Node& schema, const std::vector<std::string>& path) {
  Collector start(schema);
  start.Add(&schema);
  std::vector<const Node*> current = start.Take();
  for (const std::string& token : path) {
    Collector next(schema);
    for (const Node* candidate : current) {
      AddMember(*candidate, token, next);
      AddItems(*candidate, token, next);
    }
    current = next.Take();
  }
  return current;
}

}  // namespace accord::document
