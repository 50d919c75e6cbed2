#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

#include "schema/trace/step.h"

namespace accord::schema {

/// A value on the way from the root of the instance down to a failure.
struct Place {
  const Place* above = nullptr;  ///< Null for the root.
  Way way = Way::kSame;
  std::uint32_t position = 0;
  const document::Node* value = nullptr;
  std::size_t depth = 0;
};

struct Failure;

/// A union none of whose alternatives fits.
struct FailedUnion {
  const Step* keyword = nullptr;
  std::vector<Failure> others = {};  ///< The first failure of each alternative but the closest.
  std::vector<const SchemaNode*> alternatives = {};  ///< The schemas of `others`.
  const FailedUnion* around = nullptr;               ///< Whose closest alternative holds this one.
};

/// Something that does not fit and says itself why.
struct Failure {
  const Step* step = nullptr;
  const Step* keyword = nullptr;  ///< That applied `step`, when that is a `false` schema.
  const Place* place = nullptr;
  const FailedUnion* in = nullptr;  ///< For the first failure of its closest alternative.
  bool merged = false;              ///< A union whose alternatives all reject the value as a whole.
};

/// The failures below a step, each once, in the order of the instance. Of a failed union only those
/// of the closest alternative: by its tag, then by type, then the one that got furthest, then the
/// one with the fewest.
class FailureList {
 public:
  explicit FailureList(const Step& root);
  const std::vector<Failure>& failures() const { return failures_; }

 private:
  void Collect(const Step& schema, const Place& place, std::vector<Failure>& out);
  void CollectKeyword(const Step& keyword, const Place& place, std::vector<Failure>& out);
  void CollectUnion(const Step& keyword, const Place& place, std::vector<Failure>& out);
  const Place& PlaceOf(const Step& child, const Place& place);

  std::deque<Place> places_;
  std::deque<FailedUnion> unions_;
  std::vector<Failure> failures_;
};

}  // namespace accord::schema
