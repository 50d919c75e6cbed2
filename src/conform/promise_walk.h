#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accord/match/rule_resolver.h"

#include "conform/promise.h"
#include "conform/provider_values.h"
#include "conform/value_remarks.h"

namespace accord::conform {

/// Walks a payload and the schemas that apply to each of its values side by side.
///
/// At each value all schemas that apply in place are gathered: through references, `allOf`,
/// conditions that the example meets, and the alternative of each union that is closest to it.
/// Together they say which properties are described.
class PromiseWalk {
 public:
  /// `incompatible`: nullptr when only undescribed properties are to be told.
  PromiseWalk(const CompiledSchema& schema,
              const Payload& payload,
              const finding::RuleInfo* incompatible,
              Remarks& remarks,
              FieldPaths* fields);

  void Run();

 private:
  struct Applied {
    const schema::SchemaNode* node = nullptr;
    bool firm = false;    ///< `required` counts: it belongs to a condition.
    bool chosen = false;  ///< One of several alternatives: what it requires need not be there.
  };
  struct Union {
    const schema::SchemaNode* node = nullptr;
    const std::vector<const schema::SchemaNode*>* branches = nullptr;
    bool exclusive = false;  ///< `oneOf`.
  };
  /// What applies to one object or array.
  struct Scope {
    std::vector<Applied> nodes;
    std::vector<Union> unions;
  };
  struct Score {
    bool other_kind = false;
    std::size_t problems = 0;
    std::size_t undescribed = 0;
    bool fits() const { return !other_kind && problems == 0 && undescribed == 0; }
    // NOLINTNEXTLINE(modernize-use-nullptr): the 0 in it is the compiler's.
    friend auto operator<=>(const Score&, const Score&) = default;
  };
  /// What applies beside the alternative that is tried, from the inside out.
  struct Around {
    const Scope* scope = nullptr;
    const Around* outer = nullptr;
  };
  /// How a property that was found in an example is described.
  struct Described {
    SchemaNodes schemas;
    bool open = false;                             ///< `additionalProperties: true`.
    const schema::SchemaNode* forbids = nullptr;   ///< Nothing else is allowed there.
    const schema::SchemaNode* mentions = nullptr;  ///< Has it among its `properties`.
    bool known() const { return !schemas.empty(); }
  };

  void Value(const SchemaNodes& schemas, const document::Node& example);
  void Container(const SchemaNodes& schemas, const document::Node& example);
  void Contents(const Scope& scope, const document::Node& example);

  // promise_scope.cc
  void Gather(const schema::SchemaNode& node,
              const document::Node& example,
              Applied as,
              Scope& scope) const;
  void Choose(const document::Node& example, Scope& scope);
  bool ChooseByDiscriminator(const Union& choice, const document::Node& example, Scope& scope);
  void ChooseClosest(const Union& choice, const document::Node& example, Scope& scope);
  Score Try(const schema::SchemaNode& branch, const Scope& around, const document::Node& example);
  std::string FirstProblem(const schema::SchemaNode& branch,
                           const Scope& around,
                           const document::Node& example);
  void AddAlternatives(const document::Node& example, std::size_t findings_before);

  // promise_containers.cc
  bool FitsKind(const Scope& scope, const document::Node& example);
  void Object(const Scope& scope, const document::Node& example);
  void Property(const Scope& scope, const document::Node& example, const document::Member& member);
  Described Describe(const Scope& scope, std::string_view name) const;
  /// Adds what one schema says about a member of that name.
  static void DescribeBy(const schema::SchemaNode& node, std::string_view name, Described& out);
  /// How much schemas say about an object.
  struct Speech {
    bool typed = false;
    bool names_any = false;
    const schema::SchemaNode* speaker = nullptr;
    std::vector<std::string> names;
  };
  static Speech SpeechAbout(const Scope& scope);
  void Undescribed(const Scope& scope, const Described& described, const document::Member& member);
  void RemarkOptional(const Scope& scope,
                      const Described& described,
                      const document::Member& member);
  void ObjectLimits(const Scope& scope, const document::Node& example);
  void Array(const Scope& scope, const document::Node& example);
  void ArrayLimits(const Scope& scope, const document::Node& example);
  void LengthProblem(const schema::SchemaNode& node,
                     std::string_view keyword,
                     const std::string& message,
                     const document::Node& example);

  // promise_contains.cc
  /// What an item fits that an array has to contain, where that evaluates it.
  SchemaNodes Containing(const Scope& scope, const document::Node& item) const;
  bool MayFit(const schema::SchemaNode& schema, const document::Node& container);
  void Contains(const Scope& scope, const document::Node& example);
  void RemarkContained(const Scope& scope,
                       const schema::Contains& contains,
                       const document::Node& example);

  // promise_values.cc
  void Scalar(const SchemaNodes& schemas, const document::Node& example);
  void Unfit(const SchemaNodes& schemas, const document::Node& example);
  void Unfit(const schema::SchemaNode& node,
             const document::Node& example,
             finding::Finding& fault);
  void Remark(const ValueRemark& remark,
              const schema::SchemaNode& schema,
              const document::Node& example);
  void RemarkNull(const SchemaNodes& schemas, const document::Node& example);
  /// One remark about a schema for a whole contract; false when it was made.
  bool IsNews(const finding::RuleInfo& rule, const schema::SchemaNode& schema) {
    return remarks_.ledger().IsNews(rule, schema.source.get());
  }

  /// Something that is not promised; counted only while an alternative is tried.
  void Problem(const finding::RuleInfo& rule,
               const document::Node& at,
               std::string message,
               finding::Span described);
  void Remark(const finding::RuleInfo& rule,
              finding::Span span,
              std::string message,
              finding::Span described);
  bool trying() const { return trying_ > 0; }
  bool judges() const { return incompatible_ != nullptr && !trying(); }
  /// `response.body.items[0].id`.
  std::string Path() const;
  /// "'id'", "item 2 of 'lines'", "the body".
  std::string Subject() const;
  finding::Span SpanOf(const document::Node& node) const;

  static constexpr std::size_t kMaxSteps = 200000;

  const CompiledSchema& schema_;
  const Payload& payload_;
  const finding::RuleInfo* incompatible_;
  Remarks& remarks_;
  FieldPaths* fields_;
  match::RuleIndex index_;
  match::RuleWalker walker_;

  std::size_t steps_ = 0;
  std::size_t trying_ = 0;
  Score score_;                           // Of what is being tried.
  const Around* around_ = nullptr;        // Of the value at hand.
  std::string* first_problem_ = nullptr;  // To be filled while trying.
  struct FailedUnion {
    Union choice;
    const schema::SchemaNode* taken = nullptr;
    Scope around;
  };
  std::vector<FailedUnion> failed_;  // Of the container at hand.
};

}  // namespace accord::conform
