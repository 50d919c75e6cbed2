#include <algorithm>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "accord/schema/includes.h"

#include "tests/conformance/json_schema_compat/corpus.h"
#include "tests/support/schema_witness.h"
#include "tests/support/tally.h"

namespace accord::schema::test {
namespace {

namespace fs = std::filesystem;

std::string Schemas(const Question& question) {
  return fmt::format("  a: {}\n  b: {}\n", question.a_text, question.b_text);
}

// What the engine answers, checked against everything that is known. A wrong answer fails the test
// whatever the list of known failures says.
InclusionResult Ask(const Question& question) {
  InclusionResult result = Includes(*question.a, *question.b);
  if (result.inclusion == Inclusion::kUnknown) {
    return result;
  }
  const bool yes = result.inclusion == Inclusion::kYes;
  EXPECT_EQ(question.answer.value_or(yes), yes)
      << "UNSOUND: " << question.name << " is answered " << ToString(result.inclusion) << "\n"
      << Schemas(question);
  if (!yes && result.witness == nullptr) {
    ADD_FAILURE() << "UNSOUND: " << question.name << " is denied without a witness";
  } else if (!yes) {
    EXPECT_EQ(accord::test::WitnessFault(*question.a, *question.b, result.witness->root()), "")
        << "UNSOUND: the witness of " << question.name
        << " is none: " << document::WriteJson(result.witness->root(), {.indent = 0}) << "\n"
        << Schemas(question);
  }
  return result;
}

void Decide(const Question& question, accord::test::Tally& tally) {
  const bool usable = question.a != nullptr && question.b != nullptr;
  const InclusionResult result = usable ? Ask(question) : InclusionResult();
  if (!question.answer) {
    return;
  }
  if (!usable) {
    tally.Count(question.name, false, "  a schema is refused: " + question.refusal);
    return;
  }
  const Inclusion right = *question.answer ? Inclusion::kYes : Inclusion::kNo;
  tally.Count(question.name,
              result.inclusion == right,
              fmt::format("  {}: {} {}\n{}",
                          ToString(result.inclusion),
                          ToString(result.reason),
                          result.detail,
                          Schemas(question)));
}

class JsonSchemaCompat : public testing::TestWithParam<Source> {};

TEST_P(JsonSchemaCompat, IsDecided) {
  const std::optional<fs::path> corpus = CorpusDir();
  if (!corpus) {
    GTEST_SKIP() << "the JSON Schema compatibility corpus is not there";
  }
  const Source& source = GetParam();
  accord::test::Tally tally(ACCORD_KNOWN_FAILURES);
  ForEachQuestion(*corpus / fmt::format("{}.json", source.name),
                  [&](const Question& question) { Decide(question, tally); });
  tally.Print(fmt::format("json-schema-compat-{}", source.name));
  EXPECT_GE(tally.share(), source.demanded);
}

INSTANTIATE_TEST_SUITE_P(Source,
                         JsonSchemaCompat,
                         testing::ValuesIn(Sources()),
                         [](const testing::TestParamInfo<Source>& source) {
                           std::string name(source.param.name);
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

TEST(JsonSchemaCompatCorpus, WitnessesOfTheCorpus) {
  const std::optional<fs::path> corpus = CorpusDir();
  if (!corpus) {
    GTEST_SKIP() << "the JSON Schema compatibility corpus is not there";
  }
  accord::test::Tally tally(ACCORD_KNOWN_FAILURES);
  const auto check = [&](const Question& question) {
    if (question.witness == nullptr) {
      return;
    }
    const std::string fault =
        question.refusal.empty()
            ? accord::test::WitnessFault(*question.a, *question.b, *question.witness)
            : question.refusal;
    tally.Count(question.name + ":witness",
                fault.empty(),
                fmt::format("{}  {}\n{}",
                            fault,
                            document::WriteJson(*question.witness, {.indent = 0}),
                            Schemas(question)));
  };
  for (const Source& source : Sources()) {
    ForEachQuestion(*corpus / fmt::format("{}.json", source.name), check);
  }
  tally.Print("json-schema-compat-witnesses");
}

}  // namespace
}  // namespace accord::schema::test
