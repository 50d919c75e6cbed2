#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "accord/breaking/openapi.h"

#include "breaking/openapi/judge_graphs.h"

namespace accord::breaking::api {

/// Whether what one version writes fits the other.
struct Verdict {
  schema::Inclusion inclusion = schema::Inclusion::kUnknown;
  schema::UnknownReason reason = schema::UnknownReason::kNone;
  std::string detail;
  document::DocumentPtr payload;  ///< For kNo: is refused.
};

/// What a change has to do with what is refused.
struct Part {
  enum class Kind : std::uint8_t {
    kNone,      ///< It refuses nothing.
    kProved,    ///< `payload` is refused because of it.
    kDoubtful,  ///< By itself it refuses something; of whole payloads that was not shown.
  };
  Kind kind = Kind::kNone;
  document::DocumentPtr payload;
};

/// Judges uses of one flow whose values are all carried alike. Each pair of schemas is judged once.
class FlowJudge {
 public:
  FlowJudge(const openapi::Description& before,
            const openapi::Description& after,
            std::vector<const SchemaUse*> uses,
            const schema::InclusionOptions& limits);

  const Verdict& Of(const SchemaUse& use);
  /// Also the other way round: both versions mean the same.
  bool AreEquivalent(const SchemaUse& use);
  /// Of a use of which something is refused.
  const Part& PartOf(const Change& change);
  /// Whether a payload of a use is refused inside of the schema around the change.
  bool IsInvolved(const Change& change, const SchemaUse& use, const document::DocumentPtr& payload);
  /// Objects of the schema around the change may have members that nobody describes.
  bool IsOpen(const Change& change) const;
  /// Why the reader refuses a payload.
  std::string Refusal(const SchemaUse& use, const document::DocumentPtr& payload) const;

 private:
  using Pair = std::pair<const schema::SchemaNode*, const schema::SchemaNode*>;
  using PartKey = std::tuple<Pair, const finding::RuleInfo*, std::string, std::string>;
  /// What is refused of values of a schema inside, by itself.
  struct Local {
    schema::Inclusion inclusion = schema::Inclusion::kUnknown;
    bool complete = false;  ///< `values` are examples of all there is.
    std::vector<document::DocumentPtr> values;
  };

  static UseGraphs GraphsOf(const openapi::Description& before,
                            const openapi::Description& after,
                            const std::vector<const SchemaUse*>& uses,
                            const schema::InclusionOptions& limits,
                            bool reverse);
  Verdict Decide(UseGraphs& graphs, const SchemaUse& use, const Pair& pair) const;
  Verdict DecideText(UseGraphs& graphs, const SchemaUse& use, const Pair& pair) const;
  Pair PairOf(const Change& change) const;
  const Local& LocalOf(const Pair& pair);
  Part FindPart(const Change& change);
  std::vector<document::DocumentPtr> ValuesFor(const Change& change, const Pair& pair);

  const openapi::Description& before_;
  const openapi::Description& after_;
  std::vector<const SchemaUse*> uses_;
  const schema::InclusionOptions& limits_;
  UseGraphs graphs_;
  std::unique_ptr<UseGraphs> reverse_;
  std::map<Pair, Verdict> verdicts_;
  std::map<Pair, bool> equivalent_;
  std::map<Pair, Local> locals_;
  std::map<PartKey, Part> parts_;
  /// Schemas that refuse something of a payload.
  std::map<const document::Document*, std::set<const schema::SchemaNode*>> involved_;
};

}  // namespace accord::breaking::api
