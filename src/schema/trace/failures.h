#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

#include "schema/trace/trace_step.h"

namespace accord::schema {

/// A value on the way from the root of the instance down to a failure.
struct TracePlace {
  const TracePlace* above = nullptr;  ///< Null for the root.
  Way way = Way::kSame;
  std::uint32_t position = 0;
  const document::Node* value = nullptr;
  std::size_t depth = 0;
};

struct FailedUnion;

/// Something that does not fit and says itself why.
struct TraceFailure {
  const TraceStep* step = nullptr;
  const TraceStep* keyword = nullptr;  ///< That applied `step`, when that is a `false` schema.
  const TracePlace* place = nullptr;
  const FailedUnion* in = nullptr;  ///< For the first failure of its closest alternative.
  /// A union whose alternatives all reject the value as a whole, said as one.
  const FailedUnion* merged = nullptr;
};

/// A union none of whose alternatives fits.
struct FailedUnion {
  const TraceStep* keyword = nullptr;
  std::vector<TraceFailure> others = {};  ///< The first of each alternative but the closest.
  std::vector<const SchemaNode*> alternatives = {};  ///< The schemas of `others`.
  const FailedUnion* around = nullptr;               ///< Whose closest alternative holds this one.
};

/// The failures below a step, each once, in the order of the instance. Of a failed union only those
/// of the closest alternative: by its tag, then by type, then the one that got furthest, then the
/// one with the fewest.
class TraceFailures {
 public:
  explicit TraceFailures(const TraceStep& root);
  const std::vector<TraceFailure>& failures() const { return failures_; }

 private:
  void Collect(const TraceStep& schema, const TracePlace& place, std::vector<TraceFailure>& out);
  void CollectKeyword(const TraceStep& keyword,
                      const TracePlace& place,
                      std::vector<TraceFailure>& out);
  void CollectUnion(const TraceStep& keyword,
                    const TracePlace& place,
                    std::vector<TraceFailure>& out);
  const TracePlace& PlaceOf(const TraceStep& child, const TracePlace& place);

  std::deque<TracePlace> places_;
  std::deque<FailedUnion> unions_;
  std::vector<TraceFailure> failures_;
};

}  // namespace accord::schema
