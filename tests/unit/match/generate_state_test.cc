#include "match/generate/generate_state.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/match/compare_json.h"

namespace accord::match {
namespace {

const StateValues& Values() {
  static const StateValues values = {
      {"id", test::Json("7")},
      {"id", test::Json("1000")},
      {"name", test::Json(R"("Ann")")},
      {"price", test::Json("12.50")},
      {"whole", test::Json("1e2")},
      {"flag", test::Json("true")},
      {"digits", test::Json(R"("42")")},
      {"user", test::Json(R"({"id":1})")},
      {"none", test::Json("null")},
  };
  return values;
}

struct Case {
  std::string expression;
  std::string type;
  std::string json;  // What is written into a JSON body.
};

class StateValue : public testing::TestWithParam<Case> {};
TEST_P(StateValue, IsResolvedAndConverted) {
  pact::Generator generator;
  generator.kind = pact::GeneratorKind::kProviderState;
  generator.expression = GetParam().expression;
  generator.data_type = GetParam().type;
  std::string problem;
  const auto value = FromProviderState(generator, Values(), problem);
  ASSERT_TRUE(value) << problem;
  document::Builder builder;
  value->Write(builder);
  EXPECT_EQ(document::WriteJson(builder.Finish()->root(), {.indent = 0, .sort_keys = false}),
            GetParam().json);
}
INSTANTIATE_TEST_SUITE_P(All,
                         StateValue,
                         testing::Values(Case{"id", "", "1000"},
                                         Case{"${id}", "", "1000"},
                                         Case{"${ id }", "RAW", "1000"},
                                         Case{"/path/${id}", "", R"("/path/1000")"},
                                         Case{"${name}-${id}", "", R"("Ann-1000")"},
                                         Case{"${name}", "", R"("Ann")"},
                                         Case{"$name {x} ${name}!", "", R"("$name {x} Ann!")"},
                                         Case{"${user}", "", R"({"id":1})"},
                                         Case{"x${user}", "", R"("x{\"id\":1}")"},
                                         Case{"${none}", "", "null"},
                                         Case{"id", "STRING", R"("1000")"},
                                         Case{"digits", "INTEGER", "42"},
                                         Case{"whole", "integer", "100"},
                                         Case{"${digits}0", "INTEGER", "420"},
                                         Case{"price", "DECIMAL", "12.50"},
                                         Case{"id", "FLOAT", "1000.0"},
                                         Case{"flag", "BOOLEAN", "true"},
                                         Case{"flag", "STRING", R"("true")"}));

TEST(StateValueTest, SaysWhyThereIsNone) {
  const std::vector<Case> cases = {
      {"missing", "", "no provider state gave a value named 'missing'"},
      {"/a/${missing}", "", "no provider state gave a value named 'missing'"},
      {"${}", "", "no provider state gave a value named ''"},
      {"/a/${id", "", "'${' without '}' in '/a/${id'"},
      {"name", "INTEGER", "'Ann' is no integer"},
      {"price", "INTEGER", "'12.50' is no integer"},
      {"user", "DECIMAL", "'{\"id\":1}' is no decimal number"},
      {"digits", "BOOLEAN", "'42' is no boolean"},
      {"id", "COLOUR", "the data type 'COLOUR' is not known"},
  };
  for (const Case& item : cases) {
    pact::Generator generator;
    generator.expression = item.expression;
    generator.data_type = item.type;
    std::string problem;
    EXPECT_FALSE(FromProviderState(generator, Values(), problem)) << item.expression;
    EXPECT_EQ(problem, item.json);
  }
}

}  // namespace
}  // namespace accord::match
