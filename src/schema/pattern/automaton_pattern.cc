#include <string>
#include <utility>

#include "schema/automaton/byte_automaton.h"
#include "schema/automaton/recogniser.h"
#include "schema/pattern/forms.h"

namespace accord::schema {
namespace {

constexpr std::size_t kMaxStates = 2000;

class AutomatonPattern final : public Pattern {
 public:
  AutomatonPattern(std::string source, bool lenient, ByteAutomaton automaton)
      : Pattern(std::move(source), lenient), automaton_(std::move(automaton)) {}

  Match Search(std::string_view text) const override {
    return automaton_.Accepts(text) ? Match::kYes : Match::kNo;
  }

 private:
  ByteAutomaton automaton_;
};

class ConstantPattern final : public Pattern {
 public:
  ConstantPattern(std::string source, bool lenient, bool matches)
      : Pattern(std::move(source), lenient), match_(matches ? Match::kYes : Match::kNo) {}

  Match Search(std::string_view) const override { return match_; }

 private:
  Match match_;
};

}  // namespace

PatternPtr MakeAutomatonPattern(const ParsedPattern& pattern, std::string_view source) {
  if (pattern.back_references) {
    return nullptr;
  }
  const std::optional<Automaton> automaton = Recognise(pattern.root, kMaxStates);
  if (!automaton) {
    return nullptr;
  }
  std::optional<ByteAutomaton> bytes = ByteAutomaton::Make(*automaton, kMaxStates);
  if (!bytes) {
    return nullptr;
  }
  if (const std::optional<bool> constant = bytes->constant()) {
    return std::make_shared<ConstantPattern>(std::string(source), pattern.lenient, *constant);
  }
  return std::make_shared<AutomatonPattern>(
      std::string(source), pattern.lenient, std::move(*bytes));
}

}  // namespace accord::schema
