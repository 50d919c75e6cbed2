#include "accord/schema/pattern.h"

#include "schema/pattern/engine.h"

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
  const std::string text(source);
  base::Result<Engine> engine = Engine::Compile(text);
  if (!engine) {
    return engine.error();
  }
  return PatternPtr(std::make_shared<EnginePattern>(text, false, std::move(*engine)));
}

}  // namespace accord::schema
