#include <optional>
#include <string>

#include "accord/base/strings.h"
#include "accord/schema/pattern.h"

#include "schema/automaton/text_language.h"
#include "schema/pattern/engine.h"
#include "schema/pattern/forms.h"
#include "schema/pattern/position_search.h"
#include "schema/pattern/translate.h"
#include "tests/fuzz/fuzz_target.h"

namespace {

using accord::fuzz::Require;
using accord::schema::Engine;
using accord::schema::ParsedPattern;
using accord::schema::Pattern;
using accord::schema::PatternPtr;
using accord::schema::TextLanguage;
using Match = Pattern::Match;

bool Agree(Match a, Match b) {
  return a == Match::kTooExpensive || b == Match::kTooExpensive || a == b;
}

void CompareWays(const Pattern& pattern, std::string_view text) {
  const ParsedPattern parsed = *accord::schema::ParsePattern(pattern.source());
  const Match match = pattern.Search(text);
  const auto engine = Engine::Compile(Translate(parsed));
  Require(!engine.ok() || Agree(match, engine->Search(text)), "PCRE2 agrees");
  Require(
      parsed.back_references || Agree(match, accord::schema::SearchByPositions(parsed.root, text)),
      "the search by positions agrees");
}

void CheckLanguage(const Pattern& pattern) {
  const std::optional<TextLanguage> language = TextLanguage::Of(pattern, 500);
  if (!language) {
    return;
  }
  for (const std::string& text : language->Members(3)) {
    Require(pattern.Search(text) != Match::kNo, "the pattern finds itself in a member");
  }
  for (const std::string& text : language->Complement().Members(3)) {
    Require(pattern.Search(text) != Match::kYes, "the pattern is not found elsewhere");
  }
}

}  // namespace

/// The first line is the pattern, the rest a text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input = accord::fuzz::Text(data, size);
  const std::string_view source = input.substr(0, input.find('\n'));
  const std::string_view text =
      input.substr(source.size() == input.size() ? source.size() : source.size() + 1);
  const accord::base::Result<PatternPtr> pattern = Pattern::Compile(source);
  if (!pattern.ok()) {
    Require(!pattern.error().message.empty(), "a refusal has a reason");
    return 0;
  }
  (*pattern)->Search(text);
  if (accord::base::IsUtf8(text)) {
    CompareWays(**pattern, text);
  }
  CheckLanguage(**pattern);
  return 0;
}
