#include "document/rapidjson_value.h"

#include <algorithm>
#include <cstdlib>
#include <string>

namespace accord::document {
namespace {

using Allocator = rapidjson::Document::AllocatorType;

rapidjson::Value::StringRefType Reference(std::string_view text, std::size_t max_size) {
  std::size_t size = std::min(text.size(), max_size);
  while (size < text.size() && size > 0 &&
         (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) {
    --size;
  }
  return {text.data(), static_cast<rapidjson::SizeType>(size)};
}

rapidjson::Value Number(const Node& node) {
  if (std::int64_t integer = 0; ToInt64(node, integer)) {
    rapidjson::Value value(integer);
    return value;
  }
  std::string text(node.text());
  if (text.ends_with("inf") || text.ends_with("nan")) {
    std::erase(text, '.');
  }
  rapidjson::Value value(std::strtod(text.c_str(), nullptr));
  return value;
}

rapidjson::Value Array(const Node& node, std::size_t max_string, Allocator& allocator) {
  rapidjson::Value array(rapidjson::kArrayType);
  array.Reserve(static_cast<rapidjson::SizeType>(node.items().size()), allocator);
  for (const Node& item : node.items()) {
    array.PushBack(ToRapidJson(item, max_string, allocator), allocator);
  }
  return array;
}

rapidjson::Value Object(const Node& node, std::size_t max_string, Allocator& allocator) {
  rapidjson::Value object(rapidjson::kObjectType);
  for (const Member& member : node.members()) {
    if (node.Find(member.key()) == &member.value) {
      rapidjson::Value key(Reference(member.key(), member.key().size()));
      object.AddMember(key, ToRapidJson(member.value, max_string, allocator), allocator);
    }
  }
  return object;
}

}  // namespace

rapidjson::Value ToRapidJson(const Node& node, std::size_t max_string, Allocator& allocator) {
  rapidjson::Value value;
  switch (node.kind()) {
    case Kind::kNull:
      break;
    case Kind::kBool:
      value.SetBool(node.boolean());
      break;
    case Kind::kNumber:
      value = Number(node);
      break;
    case Kind::kString:
      value.SetString(Reference(node.text(), max_string));
      break;
    case Kind::kArray:
      value = Array(node, max_string, allocator);
      break;
    case Kind::kObject:
      value = Object(node, max_string, allocator);
      break;
  }
  return value;
}

}  // namespace accord::document
