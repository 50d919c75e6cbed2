#pragma once

#include <string>
#include <vector>

#include "accord/document/value.h"
#include "accord/finding/finding.h"

namespace accord::schema {

/// What is wrong with a schema; gathered while it is compiled.
class SchemaFaults {
 public:
  void Add(const finding::RuleInfo& rule, std::string message, finding::Span span);
  void Add(finding::Finding finding);
  /// To be asked first where making the finding costs much: false when it would not be kept,
  /// because a hostile schema has as many faults as bytes. An error counts all the same.
  bool Wants(const finding::RuleInfo& rule);

  bool has_error() const { return errors_ > 0; }
  std::size_t errors() const { return errors_; }
  const std::vector<finding::Finding>& findings() const { return findings_; }
  /// In the order of their places.
  std::vector<finding::Finding> Take() &&;

 private:
  static constexpr std::size_t kMost = 200;

  std::vector<finding::Finding> findings_;
  std::size_t errors_ = 0;
};

/// The span of a member: `"minLength": -1`, or of its key alone when the value has several parts.
finding::Span MemberSpan(const document::Document& document, const document::Member& member);

/// The member that counts; the last one when the key is repeated. nullptr when there is none.
const document::Member* FindMember(const document::Node& object, std::string_view key);

/// A text inside quotes, cut when it is long.
std::string Quoted(std::string_view text);

}  // namespace accord::schema
