#include "pact/form_check.h"

#include <algorithm>
#include <array>

#include "accord/base/hash.h"
#include "accord/document/schema_check.h"

namespace accord::pact {

using document::Node;
using finding::Finding;

namespace {

// The schemas say nothing about what is inside these.
constexpr std::array<std::string_view, 7> kFreeMembers = {"params",
                                                          "comments",
                                                          "pluginConfiguration",
                                                          "interactionMarkup",
                                                          "metadata",
                                                          "metaData",
                                                          "configuration"};
// Texts and numbers that the schemas look at.
constexpr std::array<std::string_view, 6> kTellingMembers = {
    "type", "match", "status", "min", "max", "index"};

template <std::size_t size>
bool Holds(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

class FormHash {
 public:
  std::uint64_t Of(const Node& node) {
    AddNode(node, {}, false);
    return hash_;
  }

 private:
  void Mix(std::string_view text) { hash_ = base::Hash64(text, hash_); }
  void Mix(std::uint64_t number) {
    hash_ = (hash_ ^ number) * 0x9E3779B97F4A7C15U;
    hash_ ^= hash_ >> 32U;
  }
  void MixKind(const Node* node) {
    Mix(node == nullptr ? 0 : static_cast<std::uint64_t>(node->kind()) + 1);
  }

  /// `in_rules`: below matching rules or generators, where any name may be one of the user's.
  void AddNode(const Node& node, std::string_view name, bool in_rules) {
    MixKind(&node);
    if (Holds(kTellingMembers, name)) {
      Mix(node.text());
    }
    for (const Node& item : node.items()) {
      AddNode(item, name, in_rules);
    }
    for (const document::Member& member : node.members()) {
      Mix(member.key_hash);
      AddMember(member, in_rules);
    }
    Mix(0);
  }

  void AddMember(const document::Member& member, bool in_rules) {
    const std::string_view name = member.key();
    const bool is_payload = !in_rules && (name == "body" || name == "contents");
    if (is_payload) {
      AddBody(member.value);
    } else if (!in_rules && Holds(kFreeMembers, name)) {
      MixKind(&member.value);
    } else {
      AddNode(
          member.value, name, in_rules || name.ends_with("atchingRules") || name == "generators");
    }
  }

  /// Only the body objects of version 4 have members that matter; looking for them in a payload
  /// does no harm.
  void AddBody(const Node& body) {
    MixKind(&body);
    for (const char* name : {"content", "contentType", "contentTypeHint", "encoded"}) {
      const Node* member = body.Find(name);
      Mix(member == nullptr ? 0 : 1);
      MixKind(member);
    }
  }

  std::uint64_t hash_ = 0;
};

bool IsBefore(const finding::Position& a, const finding::Position& b) {
  return a.line != b.line ? a.line < b.line : a.column < b.column;
}

bool Overlap(const finding::Span& a, const finding::Span& b) {
  return IsBefore(a.start, b.end) && IsBefore(b.start, a.end);
}

}  // namespace

FormCheck::FormCheck(document::DocumentPtr document, SpecVersion version)
    : document_(std::move(document)) {
  static constexpr std::array<const char*, 5> kSchemas = {
      "pact-v1", "pact-v1", "pact-v2", "pact-v3", "pact-v4"};
  schema_ = kSchemas[static_cast<std::size_t>(version)];
  schema_ += "#/definitions/";
}

void FormCheck::Check(const char* part, const Node& node, std::vector<Finding>& findings) {
  const std::uint64_t form = base::Hash64(part, HashForm(node));
  if (good_forms_.contains(form)) {
    return;
  }
  std::vector<Finding> complaints = document::CheckFormat(schema_ + part, *document_, node);
  if (complaints.empty()) {
    good_forms_.insert(form);
    return;
  }
  const std::size_t known = findings.size();
  for (Finding& complaint : complaints) {
    const auto end = findings.begin() + static_cast<std::ptrdiff_t>(known);
    const bool is_told = std::any_of(findings.begin(), end, [&](const Finding& finding) {
      return Overlap(finding.span, complaint.span);
    });
    if (!is_told) {
      findings.push_back(std::move(complaint));
    }
  }
}

std::uint64_t HashForm(const Node& node) {
  return FormHash().Of(node);
}

}  // namespace accord::pact
