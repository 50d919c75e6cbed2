#include "tests/support/json_tree.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>

namespace accord::test {

using document::Kind;

namespace {

Json Make(Kind kind, std::string_view text) {
  Json out;
  out.kind = kind;
  out.text = text;
  return out;
}

void Write(const Json& value, std::string& out) {
  switch (value.kind) {
    case Kind::kNull:
      out += "null";
      return;
    case Kind::kBool:
    case Kind::kNumber:
      out += value.text;
      return;
    case Kind::kString:
      out += document::QuoteJson(value.text);
      return;
    case Kind::kArray:
    case Kind::kObject:
      break;
  }
  out += value.is_array() ? '[' : '{';
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    out += i == 0 ? "" : ",";
    if (value.is_object()) {
      out += document::QuoteJson(value.names[i]) + ":";
    }
    Write(value.items[i], out);
  }
  out += value.is_array() ? ']' : '}';
}

document::DocumentPtr ParseOrStop(std::string name, std::string text) {
  document::LoadOptions options;
  options.format = document::Format::kJson;
  document::DocumentPtr document = document::Parse(std::move(name), text, options).document;
  if (document == nullptr) {
    std::cerr << "not JSON: " << text << "\n";
    std::abort();
  }
  return document;
}

}  // namespace

Json Json::Bool(bool value) {
  return Make(Kind::kBool, value ? "true" : "false");
}

Json Json::Number(std::string_view text) {
  return Make(Kind::kNumber, text);
}

Json Json::String(std::string_view text) {
  return Make(Kind::kString, text);
}

Json Json::Array(std::vector<Json> items) {
  Json out = Make(Kind::kArray, "");
  out.items = std::move(items);
  return out;
}

Json Json::Object() {
  return Make(Kind::kObject, "");
}

Json Json::From(const document::Node& node) {
  Json out = node.is_bool() ? Bool(node.boolean()) : Make(node.kind(), node.text());
  for (const document::Node& item : node.items()) {
    out.items.push_back(From(item));
  }
  for (const document::Member& member : node.members()) {
    out.Set(member.key(), From(member.value));
  }
  return out;
}

Json Json::Parse(std::string_view json) {
  return From(ParseOrStop("text", std::string(json))->root());
}

const Json* Json::Find(std::string_view name) const {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? nullptr : &items[static_cast<std::size_t>(found - names.begin())];
}

Json* Json::Find(std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? nullptr : &items[static_cast<std::size_t>(found - names.begin())];
}

void Json::Set(std::string_view name, Json value) {
  if (Json* there = Find(name); there != nullptr) {
    *there = std::move(value);
    return;
  }
  names.emplace_back(name);
  items.push_back(std::move(value));
}

void Json::Erase(std::size_t index) {
  items.erase(items.begin() + static_cast<std::ptrdiff_t>(index));
  if (is_object()) {
    names.erase(names.begin() + static_cast<std::ptrdiff_t>(index));
  }
}

std::string Json::ToText() const {
  std::string out;
  Write(*this, out);
  return out;
}

document::DocumentPtr Json::ToDocument(std::string name) const {
  return ParseOrStop(std::move(name), ToText());
}

}  // namespace accord::test
