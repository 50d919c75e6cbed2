#include "breaking/proto/witness.h"

namespace accord::breaking {

struct Witnesses::State {
  const Context& context;
  const Reach& before;
  const Reach& after;
};

Witnesses::Witnesses(const Context& context, const Reach& before, const Reach& after)
    : state_(new State{context, before, after}) {}
Witnesses::~Witnesses() = default;

void Witnesses::Add(const Draft& draft, finding::Finding& finding) {
  static_cast<void>(draft);
  static_cast<void>(finding);
}

}  // namespace accord::breaking
