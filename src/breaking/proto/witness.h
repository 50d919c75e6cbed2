#pragma once

#include <memory>

#include "accord/finding/finding.h"

#include "breaking/proto/context.h"
#include "breaking/proto/reach.h"

namespace accord::breaking {

/// Makes example messages that prove findings: written under one version, read under the other.
class Witnesses {
 public:
  Witnesses(const Context& context, const Reach& before, const Reach& after);
  ~Witnesses();
  Witnesses(const Witnesses&) = delete;
  Witnesses& operator=(const Witnesses&) = delete;

  /// Adds at most one example for each direction of an explained finding, as far as the wire shows
  /// the break. An example that loses nothing is not added.
  void Add(const Draft& draft, finding::Finding& finding);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace accord::breaking
