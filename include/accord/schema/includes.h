#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "accord/document/document.h"
#include "accord/schema/ir.h"
#include "accord/schema/schema.h"

namespace accord::schema {

enum class Inclusion : std::uint8_t {
  kYes,      ///< Proved: whatever fits `a` fits `b`.
  kNo,       ///< Proved by a witness that our validator accepts under `a` and rejects under `b`.
  kUnknown,  ///< Neither; `reason` says why.
};
std::string_view ToString(Inclusion inclusion);

/// Why nothing could be decided.
enum class UnknownReason : std::uint8_t {
  kNone,
  kBudget,            ///< Time, nodes or automaton states ran out.
  kPattern,           ///< Look-around or back-references: not regular.
  kUniqueItems,       ///< `uniqueItems` with counting.
  kContains,          ///< `contains` with `items` or bounds.
  kDynamicReference,  ///< Not to be specialised.
  kUnevaluated,       ///< `unevaluated*` under conditions.
  kFormat,            ///< Asserted formats that differ.
  kNoWitness,         ///< A rule failed, but no example was found.
};
/// Machine-readable: `budget`, `pattern` …
std::string_view ToString(UnknownReason reason);
/// For people: `a dynamic reference` …
std::string_view InWords(UnknownReason reason);

/// Where the two schemas part, for naming the change.
struct Difference {
  const SchemaNode* before = nullptr;  ///< In `a`; may be null.
  const SchemaNode* after = nullptr;   ///< In `b`: what rejects the witness.
  std::string keyword;                 ///< Of `after`; empty for a boolean schema.
  std::string path;                    ///< In the payload: `$.items[*].id`.
  document::DocumentPtr witness;       ///< A payload that fits `a` and that this rejects.
};

struct InclusionResult {
  Inclusion inclusion = Inclusion::kUnknown;
  UnknownReason reason = UnknownReason::kNone;
  std::string detail;             ///< What would be needed; for --explain-unknown.
  document::DocumentPtr witness;  ///< For kNo.
  std::vector<Difference>
      differences;        ///< For kNo and kUnknown: where, the first is the witness's.
  bool complete = false;  ///< There are no more differences, but for schemas that are alike.
};

struct InclusionOptions {
  std::size_t max_steps = 200000;
  std::size_t max_automaton_states = 20000;
  std::size_t max_differences = 100;
};

/// Answers many questions about schemas of the same two graphs; what was found out stays known.
/// Not safe to share between threads. Both schemas must outlive it.
class InclusionSession {
 public:
  InclusionSession(const Schema& first, const Schema& second, const InclusionOptions& options);
  ~InclusionSession();
  InclusionSession(const InclusionSession&) = delete;
  InclusionSession& operator=(const InclusionSession&) = delete;

  /// Is every instance that fits `a` also fit for `b`? Both are schemas of either graph. The limits
  /// hold for each question by itself.
  InclusionResult Includes(const SchemaNode& a, const SchemaNode& b);
  /// The same without looking for differences: cheaper when the verdict and a witness are enough.
  InclusionResult Decide(const SchemaNode& a, const SchemaNode& b);
  /// Some value of these types that fits; an object with that member, when it is not empty. nullptr
  /// when none was found.
  document::DocumentPtr Example(const SchemaNode& schema,
                                TypeSet types,
                                const std::string& member = {});
  /// Whether questions about a schema can be asked: a root of either graph reaches it.
  bool Knows(const SchemaNode& schema) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Is every instance that fits `a` also fit for `b`? `format` is an annotation unless asserted by
/// both schemas' options. Deterministic.
InclusionResult Includes(const Schema& a, const Schema& b, const InclusionOptions& options = {});

}  // namespace accord::schema
