#pragma once

#include <vector>

#include "accord/finding/finding.h"

#include "breaking/proto/context.h"
#include "breaking/proto/reach.h"

namespace accord::breaking {

/// One way that goes wrong between the versions.
struct Exchange {
  finding::Direction direction;
  bool old_writes;  ///< The old version writes and the new one reads; else the other way round.
};

/// From where the subject of a draft is reachable, in either version.
Reach::Use UseOf(const Draft& draft, const Reach& before, const Reach& after);

/// What the change goes wrong on, by the rule and by where the subject is in use; empty when no
/// data or call is touched (generated code only).
std::vector<Exchange> ExchangesOf(const Context& context, const Draft& draft, Reach::Use use);

}  // namespace accord::breaking
