#include "breaking/openapi/schema_view.h"

#include <algorithm>
#include <utility>

#include "breaking/openapi/schema_vocabulary.h"

namespace accord::breaking::api {

using document::Node;
using document::Value;

SchemaView::SchemaView(const openapi::Description& description, Value written)
    : written_(std::move(written)) {
  if (!written_) {
    return;
  }
  const Node* reference = written_->Find("$ref");
  if (reference == nullptr || !reference->is_string()) {
    schema_ = written_;
    return;
  }
  schema_ = description.Resolve(written_);
  if (description.version >= openapi::Version::k3_1 && written_->members().size() > 1) {
    beside_ = written_;
  }
}

std::string_view SchemaView::reference() const {
  const Node* reference = written_ ? written_->Find("$ref") : nullptr;
  return reference != nullptr ? reference->text() : std::string_view();
}

const Node* SchemaView::Find(std::string_view keyword) const {
  return At(keyword).get();
}

Value SchemaView::At(std::string_view keyword) const {
  if (beside_) {
    if (const Node* found = beside_->Find(keyword)) {
      return beside_.Child(found);
    }
  }
  return schema_ ? schema_.Child(schema_->Find(keyword)) : Value();
}

bool SchemaView::Flag(std::string_view keyword) const {
  const Node* found = Find(keyword);
  return found != nullptr && found->is_bool() && found->boolean();
}

std::string_view SchemaView::Text(std::string_view keyword) const {
  const Node* found = Find(keyword);
  return found != nullptr && found->is_string() ? found->text() : std::string_view();
}

std::vector<std::string_view> SchemaView::Types() const {
  std::vector<std::string_view> types;
  const Node* type = Find("type");
  if (type == nullptr) {
    return types;
  }
  if (type->is_string()) {
    types.push_back(type->text());
  }
  for (const Node& item : type->items()) {
    if (item.is_string()) {
      types.push_back(item.text());
    }
  }
  return types;
}

std::vector<Value> SchemaView::List(std::string_view keyword) const {
  std::vector<Value> out;
  if (const Value list = At(keyword)) {
    for (const Node& item : list->items()) {
      out.push_back(list.Child(&item));
    }
  }
  return out;
}

Value SchemaView::Property(std::string_view name) const {
  const Value properties = At("properties");
  return properties ? properties.Child(properties->Find(name)) : Value();
}

bool SchemaView::DemandsOnly(std::initializer_list<std::string_view> keywords) const {
  const auto free = [&](const Value& schema) {
    return !schema || std::ranges::all_of(schema->members(), [&](const document::Member& member) {
      const KeywordKind kind = KindOf(member.key());
      return kind == KeywordKind::kDocumentation || kind == KeywordKind::kDefault ||
             member.key() == "$ref" || std::ranges::count(keywords, member.key()) != 0;
    });
  };
  return schema_ && !forbids() && free(schema_) && free(beside_);
}

}  // namespace accord::breaking::api
