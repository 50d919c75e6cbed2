#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "accord/document/node.h"
#include "accord/finding/finding.h"

namespace accord::document {

enum class Format : std::uint8_t { kAuto, kJson, kYaml };

/// A parsed JSON or YAML text: owns its bytes and its tree. Immutable and safe to share.
class Document {
 public:
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;
  ~Document();

  const Node& root() const { return root_; }
  /// As the user named it.
  const std::string& name() const { return name_; }
  std::string_view source() const { return origin_ ? origin_->source() : source_; }
  Format format() const { return format_; }

  /// Where a value (or a byte range) stands. Costs a scan of the source on first use.
  finding::Span SpanOf(const Node& node) const;
  finding::Span SpanOf(std::uint32_t begin, std::uint32_t end) const;
  /// Where a member's key stands.
  finding::Span KeySpanOf(const Member& member) const;

 private:
  friend class TreeBuilder;
  Document();
  struct Storage;

  std::string name_;
  std::string source_;
  std::shared_ptr<const Document> origin_;  // Whose source and texts are used instead.
  Format format_ = Format::kJson;
  std::uint32_t first_line_ = 1;  // Of its text in what it is a part of.
  Node root_;
  std::unique_ptr<Storage> storage_;
};

using DocumentPtr = std::shared_ptr<const Document>;

/// Limits that hostile input runs into; each gives a finding, never a crash.
struct LoadOptions {
  Format format = Format::kAuto;            ///< kAuto looks at the content: see Parse().
  std::size_t max_bytes = 256U << 20U;      ///< Hard ceiling 4 GiB.
  std::uint32_t max_depth = 1000;           ///< Nested containers. Hard ceiling 10000.
  std::uint32_t max_alias_nodes = 1000000;  ///< Nodes that YAML aliases may expand to.
  bool warn_duplicate_keys = true;          ///< As findings of severity warning.
};

struct LoadResult {
  DocumentPtr document;  ///< nullptr when the text could not be parsed.
  std::vector<finding::Finding> findings;
  bool ok() const { return document != nullptr; }
};

/// Parses bytes that were already read. `name` appears in spans.
///
/// With Format::kAuto the first character decides. A document that starts with `{` or `[` is JSON;
/// only when its name ends in `.yaml` or `.yml` it may be YAML in flow style too. One that starts
/// like a JSON scalar is YAML unless it is JSON as a whole. Everything else is YAML.
LoadResult Parse(std::string name, std::string bytes, const LoadOptions& options = {});

/// Builds a tree by hand. Calls must nest properly; Finish hands the tree over.
class Builder {
 public:
  Builder();
  /// For a document that is made out of another one, which it keeps alive: its places are places
  /// in the source of that one.
  explicit Builder(const DocumentPtr& origin);
  ~Builder();
  Builder(const Builder&) = delete;
  Builder& operator=(const Builder&) = delete;

  void Null();
  void Bool(bool value);
  void Number(std::string_view text);  ///< Valid JSON number text.
  void Integer(std::int64_t value);
  void String(std::string_view text);
  void StartArray();
  void EndArray();
  void StartObject();
  void Key(std::string_view key);
  void EndObject();
  /// A deep copy of a node of any document.
  void Copy(const Node& node);

  /// What is added from now on stands there in the origin's source.
  void StandAt(std::uint32_t begin, std::uint32_t end);
  /// A node of the origin, or one that was built before, with its place and all that is in it;
  /// nothing is copied.
  void Share(const Node& node);
  /// The value that was added or closed last.
  const Node& last() const;

  /// `name` is that of the origin when there is one.
  DocumentPtr Finish(std::string name = {});

 private:
  struct State;
  std::unique_ptr<State> state_;
};

struct WriteOptions {
  int indent = 2;          ///< 0 = everything on one line without spaces.
  bool sort_keys = false;  ///< By bytes.
};

/// JSON text of a tree; number text is kept as it was read.
std::string WriteJson(const Node& node, const WriteOptions& options = {});
void WriteJson(const Node& node, const WriteOptions& options, std::string& out);
/// A JSON string literal with quotes.
std::string QuoteJson(std::string_view text);

}  // namespace accord::document
