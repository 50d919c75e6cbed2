#pragma once

#include <optional>

#include "schema/inclusion/tableau.h"

namespace accord::schema::inclusion {

/// What `unevaluated*` must know before it can be said which places it speaks of.
struct Evaluation {
  Evaluated evaluated;
  Reasons reasons = 0;              ///< Of what was looked up.
  std::optional<Choice> undecided;  ///< To be decided first.
  bool opaque = false;              ///< A dynamic reference is in the way.
};

/// Which members (or items) of the branch's value count as evaluated by what `node` applies to it.
Evaluation Evaluate(const SchemaNode& node, const Branch& branch, Tableau& tableau);

}  // namespace accord::schema::inclusion
