#include <algorithm>
#include <array>

#include "accord/document/document.h"

namespace accord::document {
namespace {

struct OpenContainer {
  const Node* node;
  std::vector<const Member*> sorted;  // Only when keys are sorted.
  std::size_t next = 0;

  std::size_t size() const {
    return node->is_array() ? node->items().size() : node->members().size();
  }
  const Member& member(std::size_t at) const {
    return sorted.empty() ? node->members()[at] : *sorted[at];
  }
};

std::vector<const Member*> SortedMembers(const Node& object) {
  std::vector<const Member*> members;
  members.reserve(object.members().size());
  for (const Member& member : object.members()) {
    members.push_back(&member);
  }
  std::stable_sort(members.begin(), members.end(), [](const Member* a, const Member* b) {
    return a->key() < b->key();
  });
  return members;
}

// '\0' = copied as it is, 'u' = written as \u00XX.
constexpr std::array<char, 256> MakeEscapes() {
  std::array<char, 256> escapes{};
  for (std::size_t i = 0; i < 0x20; ++i) {
    escapes[i] = 'u';
  }
  escapes['\b'] = 'b';
  escapes['\f'] = 'f';
  escapes['\n'] = 'n';
  escapes['\r'] = 'r';
  escapes['\t'] = 't';
  escapes['"'] = '"';
  escapes['\\'] = '\\';
  return escapes;
}
constexpr std::array<char, 256> kEscapes = MakeEscapes();

void AppendQuoted(std::string_view text, std::string& out) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out += '"';
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const char escape = kEscapes[byte];
    if (escape == '\0') {
      continue;
    }
    out.append(text.substr(copied, at - copied));
    copied = at + 1;
    out += '\\';
    out += escape;
    if (escape == 'u') {
      out.append("00").append(1, kHex[byte >> 4U]).append(1, kHex[byte & 15U]);
    }
  }
  out.append(text.substr(copied));
  out += '"';
}

class JsonWriter {
 public:
  JsonWriter(const WriteOptions& options, std::string& out) : options_(options), out_(out) {}

  void Write(const Node& root) {
    WriteOrOpen(root);
    while (!open_.empty()) {
      if (open_.back().next == open_.back().size()) {
        Close();
      } else {
        WriteNext();
      }
    }
  }

 private:
  void WriteOrOpen(const Node& node) {
    switch (node.kind()) {
      case Kind::kNull:
        out_ += "null";
        break;
      case Kind::kBool:
        out_ += node.boolean() ? "true" : "false";
        break;
      case Kind::kNumber:
        WriteNumber(node.text());
        break;
      case Kind::kString:
        AppendQuoted(node.text(), out_);
        break;
      case Kind::kArray:
      case Kind::kObject:
        Open(node);
        break;
    }
  }

  // YAML's .inf, -.inf and .nan have no JSON spelling.
  void WriteNumber(std::string_view text) {
    if (text.ends_with("inf") || text.ends_with("nan")) {
      AppendQuoted(text, out_);
    } else {
      out_ += text;
    }
  }

  void Open(const Node& node) {
    out_ += node.is_array() ? '[' : '{';
    OpenContainer& container = open_.emplace_back();
    container.node = &node;
    if (options_.sort_keys && node.is_object()) {
      container.sorted = SortedMembers(node);
    }
  }

  void WriteNext() {
    OpenContainer& top = open_.back();
    const std::size_t at = top.next++;
    if (at != 0) {
      out_ += ',';
    }
    NewLine();
    if (top.node->is_array()) {
      WriteOrOpen(top.node->items()[at]);
      return;
    }
    const Member& member = top.member(at);
    AppendQuoted(member.key(), out_);
    out_ += options_.indent > 0 ? ": " : ":";
    WriteOrOpen(member.value);
  }

  void Close() {
    const bool array = open_.back().node->is_array();
    const bool empty = open_.back().size() == 0;
    open_.pop_back();
    if (!empty) {
      NewLine();
    }
    out_ += array ? ']' : '}';
  }

  void NewLine() {
    if (options_.indent > 0) {
      out_ += '\n';
      out_.append(open_.size() * static_cast<std::size_t>(options_.indent), ' ');
    }
  }

  const WriteOptions& options_;
  std::string& out_;
  std::vector<OpenContainer> open_;
};

}  // namespace

std::string WriteJson(const Node& node, const WriteOptions& options) {
  std::string out;
  WriteJson(node, options, out);
  return out;
}

void WriteJson(const Node& node, const WriteOptions& options, std::string& out) {
  JsonWriter(options, out).Write(node);
}

std::string QuoteJson(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 2);
  AppendQuoted(text, out);
  return out;
}

}  // namespace accord::document
