#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace accord::document {

enum class Kind : std::uint8_t { kNull, kBool, kNumber, kString, kArray, kObject };
std::string_view ToString(Kind kind);

struct Member;

/// One value of a document: immutable, 24 bytes, owned by its Document.
///
/// Numbers keep their exact text (`1.0`, `1e400`, 30 digits); nothing is rounded on the way in.
/// Byte offsets point into the document's source; they are both 0 for nodes made by a Builder.
class Node {
 public:
  Node() = default;
  /// A string outside of any document. It refers to `text`, which must outlive it.
  static Node String(std::string_view text) {
    Node node;
    node.kind_ = Kind::kString;
    node.size_ = static_cast<std::uint32_t>(text.size());
    node.data_ = text.data();
    return node;
  }

  Kind kind() const { return kind_; }
  bool is_null() const { return kind_ == Kind::kNull; }
  bool is_bool() const { return kind_ == Kind::kBool; }
  bool is_number() const { return kind_ == Kind::kNumber; }
  bool is_string() const { return kind_ == Kind::kString; }
  bool is_array() const { return kind_ == Kind::kArray; }
  bool is_object() const { return kind_ == Kind::kObject; }
  bool is_container() const { return is_array() || is_object(); }

  /// Only for kBool.
  bool boolean() const { return size_ != 0; }
  /// String value or exact number text; empty for other kinds.
  std::string_view text() const {
    return is_string() || is_number() ? std::string_view{static_cast<const char*>(data_), size_}
                                      : std::string_view{};
  }
  /// Elements of an array; empty for other kinds.
  std::span<const Node> items() const {
    return is_array() ? std::span{static_cast<const Node*>(data_), size_} : std::span<const Node>{};
  }
  /// Members of an object in document order, duplicates included; empty for other kinds.
  std::span<const Member> members() const;
  /// Value of a member; the last one wins when the key is repeated. nullptr when absent or when
  /// this is no object.
  const Node* Find(std::string_view key) const;
  /// The same with the base::Hash32 of `key` at hand.
  const Node* Find(std::string_view key, std::uint32_t hash) const;
  /// An object in which some key is repeated: not every one of members() counts.
  bool has_repeated_keys() const { return has_repeated_keys_; }

  /// Objects with the same number, of whatever documents in this process, have the same keys in
  /// the same order, none of them repeated. 0: it says nothing. What number it is, and whether
  /// there is one, depends on what was read before.
  std::uint16_t shape() const { return shape_; }
  /// Of the objects with one shape() those whose values have, one by one, the same kind, and are
  /// objects of the same shape and both typical or both not. False says nothing.
  bool is_typical() const { return is_typical_; }

  /// True for a number written without fraction and exponent (`1`, `-7`, not `1.0`, `1e2`).
  bool is_integer_text() const;
  /// Only digits, at most 18 of them. False says nothing.
  bool is_short_natural() const { return is_short_natural_; }

  /// Byte range in the source: the value with its quotes or brackets.
  std::uint32_t begin() const { return begin_; }
  std::uint32_t end() const { return end_; }

 private:
  friend class TreeBuilder;

  Kind kind_ = Kind::kNull;
  bool indexed_ : 1 = false;  // A hash table stands in front of the members.
  bool has_repeated_keys_ : 1 = false;
  bool is_short_natural_ : 1 = false;
  bool is_typical_ : 1 = false;
  std::uint16_t shape_ = 0;
  std::uint32_t size_ = 0;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
  const void* data_ = nullptr;
};
static_assert(sizeof(Node) == 24);

/// One member of an object.
struct Member {
  Node value;
  const char* key_data = nullptr;
  std::uint32_t key_size = 0;
  std::uint32_t key_hash = 0;   ///< base::Hash32 of the key.
  std::uint32_t key_begin = 0;  ///< Byte range of the key in the source, quotes included.
  std::uint32_t key_end = 0;

  std::string_view key() const { return {key_data, key_size}; }
};

inline std::span<const Member> Node::members() const {
  return is_object() ? std::span{static_cast<const Member*>(data_), size_}
                     : std::span<const Member>{};
}

/// Same kind and value, deeply. Numbers by value but `1` and `1.0` differ in kind of number unless
/// `numbers_by_value`; order of members does not matter, order of items does.
bool Equal(const Node& a, const Node& b, bool numbers_by_value = false);

/// Compares two numbers exactly, whatever their size: <0, 0, >0. Non-numbers are a bug.
int CompareNumbers(const Node& a, const Node& b);

/// The number as a 64-bit integer when it is one exactly (`1.0` and `1e2` included).
bool ToInt64(const Node& node, std::int64_t& out);

}  // namespace accord::document
