#include "document/yaml_reader.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include <fmt/format.h>
#include <yaml.h>

#include "accord/document/rules.h"

#include "document/encoding.h"
#include "document/offset_map.h"
#include "document/yaml_errors.h"
#include "document/yaml_scalar.h"

namespace accord::document {
namespace {

std::string_view Text(const yaml_char_t* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

class YamlEvent {
 public:
  YamlEvent() = default;
  YamlEvent(const YamlEvent&) = delete;
  YamlEvent& operator=(const YamlEvent&) = delete;
  ~YamlEvent() { yaml_event_delete(&event_); }

  bool ReadFrom(yaml_parser_t& parser) { return yaml_parser_parse(&parser, &event_) != 0; }
  const yaml_event_t* operator->() const { return &event_; }

 private:
  yaml_event_t event_{};
};

// What an alias stands for.
struct Anchored {
  Node node;
  std::size_t nodes = 0;  // With everything inside, aliases expanded.
  std::size_t height = 0;
  bool complete = false;
};

struct Level {
  bool is_object = false;
  bool has_key = false;  // The next node is the value of a key.
  bool is_flow = false;
  std::size_t nodes = 1;
  std::size_t height = 1;
  std::string anchor;
};

class YamlReader {
 public:
  YamlReader(TreeBuilder& builder,
             const LoadOptions& options,
             std::vector<finding::Finding>& findings)
      : builder_(builder),
        options_(options),
        findings_(findings),
        base_(BomLength(builder.source())),
        offsets_(builder.source(), base_) {
    yaml_parser_initialize(&parser_);
  }
  YamlReader(const YamlReader&) = delete;
  YamlReader& operator=(const YamlReader&) = delete;
  ~YamlReader() { yaml_parser_delete(&parser_); }

  bool Read() {
    const std::string_view text = builder_.source().substr(base_);
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(
        &parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    while (true) {
      YamlEvent event;
      if (!event.ReadFrom(parser_)) {
        findings_.push_back(DescribeYamlError(builder_, parser_, offsets_));
        return false;
      }
      if (event->type == YAML_STREAM_END_EVENT) {
        return HasContent();
      }
      if (!Handle(event)) {
        return false;
      }
    }
  }

 private:
  bool Fail(const finding::RuleInfo& rule, std::string message, Range at) {
    findings_.push_back(
        finding::Make(rule, std::move(message), builder_.document().SpanOf(at.begin, at.end)));
    return false;
  }

  std::uint32_t Offset(const yaml_mark_t& mark) {
    return static_cast<std::uint32_t>(offsets_.ByteOf(mark.index));
  }
  Range RangeOf(const YamlEvent& event) {
    const std::uint32_t begin = Offset(event->start_mark);
    return {begin, Offset(event->end_mark)};
  }

  bool HasContent() { return has_root_ || Fail(kEmptyDocument, "the document is empty", {0, 0}); }

  bool Handle(const YamlEvent& event) {
    switch (event->type) {
      case YAML_SCALAR_EVENT:
        return BeginNode(event) && OnScalar(event);
      case YAML_ALIAS_EVENT:
        return BeginNode(event) && OnAlias(event);
      case YAML_SEQUENCE_START_EVENT:
      case YAML_MAPPING_START_EVENT:
        return BeginNode(event) && OnStart(event);
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        OnEnd(event);
        return true;
      default:
        return true;
    }
  }

  bool ExpectsKey() const {
    return !levels_.empty() && levels_.back().is_object && !levels_.back().has_key;
  }

  static bool IsEmptyScalar(const YamlEvent& event) {
    return event->type == YAML_SCALAR_EVENT && event->data.scalar.length == 0 &&
           event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE && event->data.scalar.tag == nullptr;
  }

  // A stream may hold empty documents around the one that counts.
  bool BeginNode(const YamlEvent& event) {
    if (!levels_.empty()) {
      return true;
    }
    if (has_root_ && !IsEmptyScalar(event)) {
      return Fail(kSeveralDocuments, "this is a second YAML document", RangeOf(event));
    }
    return true;
  }

  bool OnScalar(const YamlEvent& event) {
    const auto& scalar = event->data.scalar;
    const std::string_view value(reinterpret_cast<const char*>(scalar.value), scalar.length);
    if (levels_.empty()) {
      if (IsEmptyScalar(event)) {
        return true;
      }
      has_root_ = true;
    }
    Range at = RangeOf(event);
    const std::string_view text = Locate(event, value, at);
    last_end_ = std::max(last_end_, at.end);
    if (ExpectsKey()) {
      AddKey(text, at);
      if (scalar.anchor != nullptr) {
        anchors_[std::string(Text(scalar.anchor))] = {
            .node = TreeBuilder::Make(Kind::kString, text, at), .nodes = 1, .complete = true};
      }
      return true;
    }
    const bool quoted = scalar.style != YAML_PLAIN_SCALAR_STYLE && scalar.tag == nullptr;
    const ScalarTag tag = quoted ? ScalarTag::kString : ToScalarTag(Text(scalar.tag));
    const std::optional<ResolvedScalar> resolved = ResolveScalar(text, tag, scratch_);
    if (!resolved) {
      return Fail(kSyntaxError,
                  fmt::format("{} does not fit its tag {}", QuoteJson(value), Text(scalar.tag)),
                  at);
    }
    AddScalar(*resolved, text, at);
    EndNode(Text(scalar.anchor), {.node = builder_.last(), .nodes = 1, .complete = true});
    return true;
  }

  // Finds the value in the source, where it can stay unless it had to be decoded, and corrects the
  // range: libyaml's includes tag and anchor, and the line breaks behind a block scalar.
  std::string_view Locate(const YamlEvent& event, std::string_view value, Range& at) {
    const auto& scalar = event->data.scalar;
    const std::string_view source = builder_.source();
    const bool plain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
    const bool quoted = scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE ||
                        scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    const std::size_t quote = quoted ? 1 : 0;
    if (!plain && !quoted) {
      while (at.end > at.begin && (source[at.end - 1] == '\n' || source[at.end - 1] == '\r')) {
        --at.end;
      }
      return builder_.Store(value);
    }
    const std::size_t size = value.size() + quote;
    if (at.end - at.begin < size + quote || source.substr(at.end - size, value.size()) != value) {
      return builder_.Store(value);
    }
    at.begin = static_cast<std::uint32_t>(at.end - size - quote);
    return source.substr(at.end - size, value.size());
  }

  void AddKey(std::string_view text, Range at) {
    builder_.Key(text, at);
    levels_.back().has_key = true;
  }

  void AddScalar(const ResolvedScalar& scalar, std::string_view text, Range at) {
    switch (scalar.kind) {
      case Kind::kNull:
        builder_.AddNull(at);
        break;
      case Kind::kBool:
        builder_.AddBool(scalar.boolean, at);
        break;
      default:
        builder_.AddText(scalar.kind, scalar.text == text ? text : builder_.Store(scalar.text), at);
    }
  }

  bool OnAlias(const YamlEvent& event) {
    const std::string name(Text(event->data.alias.anchor));
    const Range at = RangeOf(event);
    last_end_ = std::max(last_end_, at.end);
    const auto found = anchors_.find(name);
    if (found == anchors_.end()) {
      return Fail(
          kSyntaxError, fmt::format("there is no anchor '&{}' before this alias", name), at);
    }
    const Anchored& target = found->second;
    if (!target.complete) {
      return Fail(kAliasLimit, fmt::format("the alias '*{}' contains itself", name), at);
    }
    alias_nodes_ += target.nodes;
    if (alias_nodes_ > options_.max_alias_nodes) {
      return Fail(kAliasLimit,
                  fmt::format("aliases expand to more than {} nodes", options_.max_alias_nodes),
                  at);
    }
    if (builder_.depth() + target.height > options_.max_depth) {
      findings_.push_back(TooDeep(builder_, at.begin, options_.max_depth));
      return false;
    }
    if (ExpectsKey()) {
      return OnAliasKey(target.node, at);
    }
    builder_.AddShared(target.node, at);
    EndNode({}, target);
    return true;
  }

  bool OnAliasKey(const Node& node, Range at) {
    if (node.is_container()) {
      return Fail(kSyntaxError, "a key must be a scalar", at);
    }
    if (node.is_bool()) {
      AddKey(node.boolean() ? "true" : "false", at);
    } else {
      AddKey(node.is_null() ? "null" : node.text(), at);
    }
    return true;
  }

  bool OnStart(const YamlEvent& event) {
    const bool mapping = event->type == YAML_MAPPING_START_EVENT;
    const std::uint32_t begin = Offset(event->start_mark);
    if (ExpectsKey()) {
      return Fail(kSyntaxError, "a key must be a scalar", {begin, begin + 1});
    }
    if (builder_.depth() >= options_.max_depth) {
      findings_.push_back(TooDeep(builder_, begin, options_.max_depth));
      return false;
    }
    has_root_ = true;
    last_end_ = std::max(last_end_, Offset(event->end_mark));
    Level& level = levels_.emplace_back();
    level.is_object = mapping;
    if (mapping) {
      level.is_flow = event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
      level.anchor = Text(event->data.mapping_start.anchor);
      builder_.StartObject(begin);
    } else {
      level.is_flow = event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
      level.anchor = Text(event->data.sequence_start.anchor);
      builder_.StartArray(begin);
    }
    if (!level.anchor.empty()) {
      anchors_[level.anchor] = {};
    }
    return true;
  }

  // The end of a block container is where its last content ends; libyaml reports the next token.
  void OnEnd(const YamlEvent& event) {
    if (levels_.back().is_flow) {
      last_end_ = std::max(last_end_, Offset(event->end_mark));
    }
    builder_.End(last_end_);
    const Level level = std::move(levels_.back());
    levels_.pop_back();
    EndNode(
        level.anchor,
        {.node = builder_.last(), .nodes = level.nodes, .height = level.height, .complete = true});
  }

  void EndNode(std::string_view anchor, const Anchored& node) {
    if (!levels_.empty()) {
      Level& parent = levels_.back();
      parent.nodes += node.nodes;
      parent.height = std::max(parent.height, node.height + 1);
      parent.has_key = false;
    }
    if (!anchor.empty()) {
      anchors_[std::string(anchor)] = node;
    }
  }

  TreeBuilder& builder_;
  const LoadOptions& options_;
  std::vector<finding::Finding>& findings_;
  std::size_t base_;
  OffsetMap offsets_;
  yaml_parser_t parser_{};
  bool has_root_ = false;
  std::vector<Level> levels_;
  std::unordered_map<std::string, Anchored> anchors_;
  std::size_t alias_nodes_ = 0;
  std::uint32_t last_end_ = 0;
  std::string scratch_;
};

}  // namespace

bool ReadYaml(TreeBuilder& builder,
              const LoadOptions& options,
              std::vector<finding::Finding>& findings) {
  return YamlReader(builder, options, findings).Read();
}

}  // namespace accord::document
