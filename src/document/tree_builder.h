#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "accord/document/document.h"

#include "document/arena.h"
#include "document/spare_document.h"

namespace accord::document {

/// A range of bytes in the source.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// A key that its object already had.
struct RepeatedKey {
  std::string_view key;
  Range earlier;
  Range later;
};

/// Builds the tree of one document from a stream of events. Text handed in must live as long as
/// the document: it lies in its source, is static, or came from Store().
class TreeBuilder {
 public:
  TreeBuilder(std::string name, std::string source);
  /// For documents one after the other: the memory of one is used again when nobody holds it any
  /// more. Restart() comes first.
  explicit TreeBuilder(std::shared_ptr<SpareDocument> spare) : spare_(std::move(spare)) {}

  /// Starts another document.
  void Restart(std::string_view name, std::string_view source, std::uint32_t first_line);

  /// The document under construction, for its source and spans.
  const Document& document() const { return *document_; }
  std::string_view source() const { return document_->source(); }
  /// Number of open containers.
  std::size_t depth() const { return frames_.size(); }
  /// Whether the innermost open container is an object; there must be one.
  bool in_object() const { return frames_.back().kind == Kind::kObject; }
  /// Where the innermost open container starts; there must be one.
  std::uint32_t open_begin() const { return frames_.back().begin; }

  /// Puts text where it lives as long as the document.
  std::string_view Store(std::string_view text);

  void AddNull(Range at) { Add(Make(Kind::kNull, nullptr, 0, at)); }
  void AddBool(bool value, Range at) { Add(Make(Kind::kBool, nullptr, value ? 1U : 0U, at)); }
  /// A string, or a number by its text.
  void AddText(Kind kind, std::string_view text, Range at) { Add(Make(kind, text, at)); }
  /// A number of nothing but digits, at most 18.
  void AddShortNatural(std::string_view text, Range at) {
    Node node = Make(Kind::kNumber, text, at);
    node.is_short_natural_ = true;
    Add(node);
  }
  /// The value of another node of this document, standing at another place.
  void AddShared(Node node, Range at) {
    node.begin_ = at.begin;
    node.end_ = at.end;
    Add(node);
  }
  void StartArray(std::uint32_t begin) { Start(Kind::kArray, begin, items_.size()); }
  void StartObject(std::uint32_t begin) { Start(Kind::kObject, begin, members_.size()); }
  void Key(std::string_view key, Range at);
  /// Closes the innermost container.
  void End(std::uint32_t end);

  /// A string or number that is not part of the tree.
  static Node Make(Kind kind, std::string_view text, Range at) {
    return Make(kind, text.data(), text.size(), at);
  }
  /// The value that was added or closed last.
  const Node& last() const {
    if (frames_.empty()) {
      return root_;
    }
    return frames_.back().kind == Kind::kArray ? items_.back() : members_.back().value;
  }
  /// Repeated keys so far: the first hundred of them, and how many there were.
  const std::vector<RepeatedKey>& repeated_keys() const { return repeated_keys_; }
  std::size_t repeated_key_count() const { return repeated_key_count_; }

  /// Forgets everything that was added.
  void Clear();
  std::shared_ptr<const Document> Finish(Format format);
  void set_name(std::string name) { document_->name_ = std::move(name); }
  void set_origin(DocumentPtr origin) { document_->origin_ = std::move(origin); }

 private:
  struct Frame {
    Kind kind;
    std::uint32_t begin;
    std::size_t base;  // Where its elements start on items_ or members_.
  };

  static Node Make(Kind kind, const void* data, std::size_t size, Range at) {
    Node node;
    node.kind_ = kind;
    node.size_ = static_cast<std::uint32_t>(size);
    node.begin_ = at.begin;
    node.end_ = at.end;
    node.data_ = data;
    return node;
  }
  void Add(const Node& node) {
    if (frames_.empty()) {
      root_ = node;
    } else if (frames_.back().kind == Kind::kArray) {
      items_.push_back(node);
    } else {
      members_.back().value = node;
    }
  }
  void Start(Kind kind, std::uint32_t begin, std::size_t base) {
    frames_.push_back({.kind = kind, .begin = begin, .base = base});
  }
  Node CloseArray(const Frame& frame, std::uint32_t end);
  Node CloseObject(const Frame& frame, std::uint32_t end);
  const Member* StoreIndexed(const Member* members, std::size_t size);
  void FindRepeatedKeys(const Member* members, std::size_t size);
  void NoteRepeatedKey(const Member& earlier, const Member& later);

  std::shared_ptr<SpareDocument> spare_;
  std::unique_ptr<Document> document_;
  Arena* arena_ = nullptr;
  std::vector<Frame> frames_;
  std::vector<Node> items_;
  std::vector<Member> members_;
  Node root_;
  std::vector<RepeatedKey> repeated_keys_;
  std::size_t repeated_key_count_ = 0;
};

/// The finding for a container at `offset` that is one level too deep.
finding::Finding TooDeep(const TreeBuilder& builder, std::size_t offset, std::size_t max_depth);

}  // namespace accord::document
