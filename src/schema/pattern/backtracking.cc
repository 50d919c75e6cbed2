#include <optional>
#include <string>
#include <utility>

#include "accord/base/strings.h"

#include "schema/pattern/engine.h"
#include "schema/pattern/forms.h"
#include "schema/pattern/position_search.h"
#include "schema/pattern/translate.h"

namespace accord::schema {
namespace {

/// Without an engine: what it cannot do, and has no back-references.
class Backtracking final : public Pattern {
 public:
  Backtracking(std::string source, ParsedPattern parsed, std::optional<Engine> engine)
      : Pattern(std::move(source), parsed.lenient),
        parsed_(std::move(parsed)),
        engine_(std::move(engine)) {}

  Match Search(std::string_view text) const override {
    if (!base::IsUtf8(text)) {
      return Match::kNo;
    }
    const Match match = engine_ ? engine_->Search(text) : Match::kTooExpensive;
    if (match != Match::kTooExpensive || parsed_.back_references) {
      return match;
    }
    return SearchByPositions(parsed_.root, text);
  }

 private:
  ParsedPattern parsed_;
  std::optional<Engine> engine_;
};

}  // namespace

base::Result<PatternPtr> MakeBacktracking(ParsedPattern pattern, std::string_view source) {
  base::Result<Engine> compiled = Engine::Compile(Translate(pattern));
  if (!compiled.ok() && pattern.back_references) {
    return base::InputError("it is valid, but more than can be matched: " +
                            compiled.error().message);
  }
  std::optional<Engine> engine;
  if (compiled.ok()) {
    engine = std::move(*compiled);
  }
  return PatternPtr(
      std::make_shared<Backtracking>(std::string(source), std::move(pattern), std::move(engine)));
}

}  // namespace accord::schema
