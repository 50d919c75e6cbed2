#include "match/value_text.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "accord/base/strings.h"
#include "accord/document/document.h"

namespace accord::match {
namespace {

using document::Kind;
using document::Node;

constexpr std::size_t kSentenceBytes = 300;
constexpr std::size_t kExcerptBytes = 2000;

/// Compact JSON until `limit` bytes are passed; the caller cuts.
class BoundedJson {
 public:
  enum class Order : std::uint8_t { kAsWritten, kByName };

  BoundedJson(std::size_t limit, std::string_view comma, Order order = Order::kAsWritten)
      : limit_(limit), comma_(comma), order_(order) {}

  std::string Write(const Node& node) {
    Append(node);
    return base::Ellipsize(out_, limit_);
  }

 private:
  bool full() const { return out_.size() > limit_; }

  void Append(const Node& node) {
    switch (node.kind()) {
      case Kind::kNull:
        out_ += "null";
        break;
      case Kind::kBool:
        out_ += node.boolean() ? "true" : "false";
        break;
      case Kind::kNumber:
        out_ += node.text().substr(0, limit_ + 1);
        break;
      case Kind::kString:
        out_ += document::QuoteJson(node.text().substr(0, limit_ + 1));
        break;
      case Kind::kArray:
        AppendItems(node);
        break;
      case Kind::kObject:
        AppendMembers(node);
        break;
    }
  }

  void AppendItems(const Node& node) {
    out_ += '[';
    std::string_view separator;
    for (const Node& item : node.items()) {
      if (full()) {
        return;
      }
      out_ += separator;
      Append(item);
      separator = comma_;
    }
    out_ += ']';
  }

  void AppendMembers(const Node& node) {
    out_ += '{';
    if (order_ == Order::kByName) {
      std::vector<const document::Member*> members;
      for (const document::Member& member : node.members()) {
        members.push_back(&member);
      }
      std::ranges::stable_sort(members, {}, &document::Member::key);
      for (const document::Member* member : members) {
        AppendMember(*member);
      }
    } else {
      for (const document::Member& member : node.members()) {
        AppendMember(member);
      }
    }
    out_ += '}';
  }

  void AppendMember(const document::Member& member) {
    if (full()) {
      return;
    }
    if (!out_.ends_with('{')) {
      out_ += comma_;
    }
    out_ += document::QuoteJson(member.key().substr(0, limit_ + 1));
    out_ += ':';
    Append(member.value);
  }

  std::size_t limit_;
  std::string_view comma_;
  Order order_;
  std::string out_;
};

}  // namespace

std::string Quoted(std::string_view text) {
  return "'" + base::Ellipsize(text, kSentenceBytes) + "'";
}

std::string Shown(const Node& value) {
  return value.is_string() ? Quoted(value.text()) : BoundedJson(kSentenceBytes, ",").Write(value);
}

std::string ShownJson(const Node& value) {
  return BoundedJson(kSentenceBytes, ",", BoundedJson::Order::kByName).Write(value);
}

std::string ShownWithType(const Node& value) {
  return Shown(value) + " (" + std::string(TypeName(value)) + ")";
}

std::string ShownList(const Node& list) {
  return BoundedJson(kSentenceBytes, ", ").Write(list);
}

std::string ShownNames(std::span<const std::string_view> names) {
  std::string out;
  for (const std::string_view name : names) {
    if (out.size() > kExcerptBytes) {
      break;
    }
    out += out.empty() ? "" : ", ";
    out += name.substr(0, kExcerptBytes + 1);
  }
  return base::Ellipsize(out, kExcerptBytes);
}

std::string Excerpt(const Node& value) {
  return value.is_string() ? Excerpt(value.text()) : BoundedJson(kExcerptBytes, ",").Write(value);
}

std::string Excerpt(std::string_view text) {
  return base::Ellipsize(text, kExcerptBytes);
}

std::string_view TypeName(const Node& value) {
  switch (value.kind()) {
    case Kind::kNull:
      return "Null";
    case Kind::kBool:
      return "Boolean";
    case Kind::kNumber:
      return value.is_integer_text() ? "Integer" : "Decimal";
    case Kind::kString:
      return "String";
    case Kind::kArray:
      return "Array";
    case Kind::kObject:
      return "Object";
  }
  return "Unknown";
}

std::string_view TextForm(const Node& value, std::string& buffer) {
  switch (value.kind()) {
    case Kind::kString:
    case Kind::kNumber:
      return value.text();
    case Kind::kNull:
      return "null";
    case Kind::kBool:
      return value.boolean() ? "true" : "false";
    case Kind::kArray:
    case Kind::kObject:
      break;
  }
  buffer = document::WriteJson(value, {.indent = 0});
  return buffer;
}

}  // namespace accord::match
