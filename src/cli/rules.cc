#include "cli/rules.h"

#include <span>

#include "accord/breaking/openapi.h"
#include "accord/breaking/policy.h"
#include "accord/breaking/proto.h"
#include "accord/breaking/schema.h"
#include "accord/conform/check.h"
#include "accord/conform/consumers.h"
#include "accord/document/rules.h"
#include "accord/match/compare.h"
#include "accord/openapi/rules.h"
#include "accord/pact/read.h"
#include "accord/proto/rules.h"
#include "accord/schema/schema.h"
#include "accord/verify/verify.h"

namespace accord::cli {

const finding::RuleInfo kInputUnreadable{
    .id = "input-unreadable",
    .severity = finding::Severity::kError,
    .summary = "An input could not be read",
    .explanation =
        "A file, folder or URL that was named is not there, is not readable or is too large. The "
        "other inputs were read all the same."};

std::vector<const finding::RuleInfo*> AllRules() {
  std::vector<const finding::RuleInfo*> all = {&kInputUnreadable};
  for (const std::span<const finding::RuleInfo* const> rules : {document::Rules(),
                                                                pact::Rules(),
                                                                match::Rules(),
                                                                verify::Rules(),
                                                                proto::Rules(),
                                                                schema::Rules(),
                                                                openapi::Rules(),
                                                                breaking::ProtoRules(),
                                                                breaking::OpenApiRules(),
                                                                breaking::SchemaRules(),
                                                                conform::Rules(),
                                                                conform::ConsumerRules(),
                                                                breaking::PolicyRules()}) {
    all.insert(all.end(), rules.begin(), rules.end());
  }
  return all;
}

}  // namespace accord::cli
