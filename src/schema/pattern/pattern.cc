#include "accord/schema/pattern.h"

#include <utility>

#include "schema/pattern/engine.h"
#include "schema/pattern/parser.h"
#include "schema/pattern/translate.h"

namespace accord::schema {
namespace {

class EnginePattern final : public Pattern {
 public:
  EnginePattern(std::string source, bool lenient, Engine engine)
      : Pattern(std::move(source), lenient), engine_(std::move(engine)) {}
  Match Search(std::string_view text) const override { return engine_.Search(text); }

 private:
  Engine engine_;
};

}  // namespace

base::Result<PatternPtr> Pattern::Compile(std::string_view source) {
  base::Result<ParsedPattern> parsed = ParsePattern(source);
  if (!parsed.ok()) {
    return parsed.error();
  }
  base::Result<Engine> engine = Engine::Compile(Translate(*parsed));
  if (!engine.ok()) {
    return engine.error();
  }
  return PatternPtr(
      std::make_shared<EnginePattern>(std::string(source), parsed->lenient, std::move(*engine)));
}

}  // namespace accord::schema
