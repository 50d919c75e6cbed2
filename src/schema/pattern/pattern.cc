#include "accord/schema/pattern.h"

#include <utility>

#include "schema/pattern/forms.h"

namespace accord::schema {

base::Result<PatternPtr> Pattern::Compile(std::string_view source) {
  base::Result<ParsedPattern> parsed = ParsePattern(source);
  if (!parsed.ok()) {
    return parsed.error();
  }
  for (const auto make : {MakeLiteral, MakeRuns, MakeAutomatonPattern}) {
    if (PatternPtr pattern = make(*parsed, source)) {
      return pattern;
    }
  }
  return MakeBacktracking(std::move(*parsed), source);
}

}  // namespace accord::schema
