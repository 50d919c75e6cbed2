#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "accord/document/value.h"
#include "accord/finding/finding.h"

namespace accord::openapi {

/// What is wrong with a description; gathered while it is read.
class Faults {
 public:
  /// `main`: the document whose faults come first.
  explicit Faults(std::string main) : main_(std::move(main)) {}

  /// To be asked first where making the finding costs much: false when it would not be kept,
  /// because a hostile document has as many faults as bytes.
  bool wanted() const { return findings_.size() < kMost; }
  /// The finding, for what else there is to say; it stays in place until the next one is added.
  finding::Finding& Add(const finding::RuleInfo& rule, std::string message, finding::Span span);
  finding::Finding& Warn(const finding::RuleInfo& rule, std::string message, finding::Span span);
  /// In the order of their places, each once.
  std::vector<finding::Finding> Take() &&;

 private:
  static constexpr std::size_t kMost = 500;

  std::string main_;
  std::vector<finding::Finding> findings_;
  finding::Finding unwanted_;
};

/// The span of a member: `$ref: '#/x'`, or of its key alone when the value has several parts.
finding::Span MemberSpan(const document::Document& document, const document::Member& member);
/// The same for the member of an object that counts; of the object when there is none.
finding::Span MemberSpan(const document::Value& object, std::string_view key);

}  // namespace accord::openapi
