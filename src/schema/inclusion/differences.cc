#include "schema/inclusion/differences.h"

#include <string>

#include "schema/trace/tracer.h"

namespace accord::schema::inclusion {
namespace {

/// What rejects a value, and where that is.
struct Leaf {
  const TraceStep* step = nullptr;
  std::string path;                           ///< In the payload: `$.items[*].id`.
  std::vector<const document::Node*> values;  ///< From the whole payload down to this value.
};

class Leaves {
 public:
  explicit Leaves(const document::Node& root) : values_{&root} {}

  void Collect(const TraceStep& step) {
    const std::size_t before = found_.size();
    const std::size_t length = path_.size();
    for (const TraceStep& child : step.children) {
      if (child.valid) {
        continue;
      }
      const bool inside = Descend(child, *step.instance);
      Collect(child);
      if (inside) {
        values_.pop_back();
        path_.resize(length);
      }
    }
    if (found_.size() == before) {
      found_.push_back({&step, path_, values_});
    }
  }

  const std::vector<Leaf>& found() const { return found_; }

 private:
  bool Descend(const TraceStep& child, const document::Node& above) {
    if (child.way == Way::kItem) {
      path_ += "[*]";
    } else if (child.way == Way::kMember) {
      path_ += ".";
      path_ += above.members()[child.position].key();
    } else {
      return false;
    }
    values_.push_back(child.instance);
    return true;
  }

  std::string path_ = "$";
  std::vector<const document::Node*> values_;
  std::vector<Leaf> found_;
};

/// The step of a trace that speaks of the place: one with the keyword if there is one. `depth`: how
/// far down the values of the leaf the step is.
const TraceStep* FindCounterpart(const TraceStep& step, const Leaf& leaf, std::size_t depth = 0) {
  const bool here = depth + 1 == leaf.values.size();
  const TraceStep* best = here ? &step : nullptr;
  if (here && step.keyword == leaf.step->keyword) {
    return best;
  }
  for (const TraceStep& child : step.children) {
    const bool inside = child.way == Way::kItem || child.way == Way::kMember;
    if (inside && (here || child.instance != leaf.values[depth + 1])) {
      continue;
    }
    const TraceStep* found = FindCounterpart(child, leaf, depth + (inside ? 1 : 0));
    if (found != nullptr && found->keyword == leaf.step->keyword) {
      return found;
    }
    best = best == nullptr ? found : best;
  }
  return best;
}

}  // namespace

std::vector<Difference> ExplainWitness(const SchemaNode& a,
                                       const SchemaNode& b,
                                       const document::DocumentPtr& witness,
                                       std::size_t max_differences) {
  std::vector<Difference> differences;
  Tracer after_tracer(Detail::kFailures);
  const TraceStep after = after_tracer.Run(b, witness->root());
  if (after.valid) {
    return differences;
  }
  Tracer before_tracer(Detail::kAll);
  const TraceStep before = before_tracer.Run(a, witness->root());
  Leaves leaves(witness->root());
  leaves.Collect(after);
  for (const Leaf& leaf : leaves.found()) {
    if (differences.size() == max_differences) {
      break;
    }
    const TraceStep* counterpart = FindCounterpart(before, leaf);
    const SchemaNode& schema = *leaf.step->schema;
    differences.push_back({counterpart != nullptr ? counterpart->schema : nullptr,
                           &schema,
                           schema.boolean ? std::string() : std::string(leaf.step->keyword),
                           leaf.path,
                           witness});
  }
  return differences;
}

}  // namespace accord::schema::inclusion
