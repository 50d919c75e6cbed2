#include "breaking/proto/explain.h"

namespace accord::breaking {

void Explain(const Context& /*context*/,
             const Reach& /*before*/,
             const Reach& /*after*/,
             const Draft& draft,
             finding::Finding& finding) {
  finding.breaks.assign(draft.rule->breaks.begin(), draft.rule->breaks.end());
}

}  // namespace accord::breaking
