#include "schema/pattern/engine.h"

namespace accord::schema {

base::Result<Engine> Engine::Compile(const std::string& expression) {
  base::Result<base::Regex> regex = base::Regex::Compile(expression, {.ecma = true});
  if (!regex) {
    return regex.error();
  }
  return Engine(std::move(*regex));
}

Pattern::Match Engine::Search(std::string_view text) const {
  switch (regex_.Match(text)) {
    case base::RegexOutcome::kMatch:
      return Pattern::Match::kYes;
    case base::RegexOutcome::kTooExpensive:
      return Pattern::Match::kTooExpensive;
    case base::RegexOutcome::kNoMatch:
    case base::RegexOutcome::kInvalidSubject:
      break;
  }
  return Pattern::Match::kNo;
}

}  // namespace accord::schema
