#include "schema/inclusion/differences.h"

#include <algorithm>
#include <charconv>

#include "accord/schema/validate.h"

namespace accord::schema::inclusion {
namespace {

/// `/items/0/id` as `$.items[*].id`.
std::string PathOf(std::string_view pointer) {
  std::string path = "$";
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::size_t end = std::min(pointer.find('/'), pointer.size());
    std::string token;
    for (std::size_t i = 0; i < end; ++i) {
      const bool escaped = pointer[i] == '~' && i + 1 < end;
      token += !escaped ? pointer[i] : pointer[i + 1] == '0' ? '~' : '/';
      i += escaped ? 1 : 0;
    }
    pointer.remove_prefix(end);
    const bool index = !token.empty() && std::all_of(token.begin(), token.end(), [](char c) {
      return c >= '0' && c <= '9';
    });
    path += index ? "[*]" : "." + token;
  }
  return path;
}

void Collect(const OutputUnit& unit, std::vector<const OutputUnit*>& leaves) {
  if (unit.valid) {
    return;
  }
  const std::size_t before = leaves.size();
  for (const OutputUnit& child : unit.children) {
    Collect(child, leaves);
  }
  if (leaves.size() == before && unit.schema != nullptr) {
    leaves.push_back(&unit);
  }
}

/// The schema of the trace that speaks of the place: one with the keyword if there is one.
const OutputUnit* FindCounterpart(const OutputUnit& trace, const OutputUnit& rejected) {
  const OutputUnit* best = nullptr;
  if (trace.instance_location == rejected.instance_location && trace.schema != nullptr) {
    best = &trace;
    if (trace.keyword == rejected.keyword) {
      return best;
    }
  }
  for (const OutputUnit& child : trace.children) {
    if (!rejected.instance_location.starts_with(child.instance_location)) {
      continue;
    }
    const OutputUnit* found = FindCounterpart(child, rejected);
    if (found != nullptr && found->keyword == rejected.keyword) {
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
  const OutputUnit after = Trace(b, witness->root());
  const OutputUnit before = Trace(a, witness->root());
  std::vector<const OutputUnit*> leaves;
  Collect(after, leaves);
  std::vector<Difference> differences;
  for (const OutputUnit* leaf : leaves) {
    if (differences.size() == max_differences) {
      break;
    }
    const OutputUnit* counterpart = FindCounterpart(before, *leaf);
    differences.push_back({counterpart != nullptr ? counterpart->schema : nullptr,
                           leaf->schema,
                           leaf->schema->boolean ? std::string() : leaf->keyword,
                           PathOf(leaf->instance_location),
                           witness});
  }
  return differences;
}

}  // namespace accord::schema::inclusion
