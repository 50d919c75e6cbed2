#include "document/rapidjson_value.h"

#include <cstdlib>
#include <limits>
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
    return rapidjson::Value(integer);
  }
  std::string text(node.text());
  if (text.ends_with("inf") || text.ends_with("nan")) {
    std::erase(text, '.');
  }
  return rapidjson::Value(std::strtod(text.c_str(), nullptr));
}

}  // namespace

rapidjson::Value ToRapidJson(const Node& node, std::size_t max_string, Allocator& allocator) {
  switch (node.kind()) {
    case Kind::kNull:
      return rapidjson::Value();
    case Kind::kBool:
      return rapidjson::Value(node.boolean());
    case Kind::kNumber:
      return Number(node);
    case Kind::kString:
      return rapidjson::Value(Reference(node.text(), max_string));
    case Kind::kArray: {
      rapidjson::Value array(rapidjson::kArrayType);
      array.Reserve(static_cast<rapidjson::SizeType>(node.items().size()), allocator);
      for (const Node& item : node.items()) {
        array.PushBack(ToRapidJson(item, max_string, allocator), allocator);
      }
      return array;
    }
    case Kind::kObject: {
      rapidjson::Value object(rapidjson::kObjectType);
      for (const Member& member : node.members()) {
        if (node.Find(member.key()) == &member.value) {
          object.AddMember(
              rapidjson::Value(Reference(member.key(), std::numeric_limits<std::size_t>::max())),
              ToRapidJson(member.value, max_string, allocator),
              allocator);
        }
      }
      return object;
    }
  }
  return rapidjson::Value();
}

}  // namespace accord::document
