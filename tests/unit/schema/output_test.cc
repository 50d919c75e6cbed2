#include "accord/schema/validate.h"

#include "tests/unit/schema/trace_support.h"

namespace accord::schema::test {
namespace {

// The example of the specification, shortened.
constexpr std::string_view kPolygon = R"({
  "$id": "https://example.com/polygon",
  "$defs": {"point": {"properties": {"x": {"type": "number"}},
                      "additionalProperties": false, "required": ["x", "y"]}},
  "items": {"$ref": "#/$defs/point"},
  "minItems": 3})";

std::string Output(const std::string& schema, const std::string& instance, OutputFormat format) {
  const SchemaPtr compiled = MustCompile(schema);
  const document::DocumentPtr document = MustParse(instance);
  const OutputUnit trace = Trace(*compiled, document->root());
  return document::WriteJson(MakeOutput(trace, format)->root(), {.indent = 0});
}

TEST(MakeOutput, FlagIsTheVerdictOnly) {
  EXPECT_EQ(Output("true", "1", OutputFormat::kFlag), R"({"valid":true})");
  EXPECT_EQ(Output("false", "1", OutputFormat::kFlag), R"({"valid":false})");
}

TEST(MakeOutput, DetailedLeavesOutWhatSaysNothing) {
  EXPECT_EQ(Output(std::string(kPolygon), R"([{"z": 1}])", OutputFormat::kDetailed),
            R"({"valid":false,"keywordLocation":"",)"
            R"("absoluteKeywordLocation":"https://example.com/polygon#","instanceLocation":"",)"
            R"("errors":[)"
            R"({"valid":false,"keywordLocation":"/minItems",)"
            R"("absoluteKeywordLocation":"https://example.com/polygon#/minItems",)"
            R"("instanceLocation":"","error":"must have at least 3 items, not 1"},)"
            R"({"valid":false,"keywordLocation":"/items/$ref",)"
            R"("absoluteKeywordLocation":"https://example.com/polygon#/$defs/point",)"
            R"("instanceLocation":"/0","errors":[)"
            R"({"valid":false,"keywordLocation":"/items/$ref/required",)"
            R"("absoluteKeywordLocation":"https://example.com/polygon#/$defs/point/required",)"
            R"("instanceLocation":"/0","error":"lacks the properties 'x' and 'y'"},)"
            R"({"valid":false,"keywordLocation":"/items/$ref/additionalProperties",)"
            R"("absoluteKeywordLocation":)"
            R"("https://example.com/polygon#/$defs/point/additionalProperties",)"
            R"("instanceLocation":"/0/z","error":"is not allowed here"}]}]})");
}

TEST(MakeOutput, BasicIsAListWithTheInnerNodes) {
  const std::string output = Output(std::string(kPolygon), R"([{"z": 1}])", OutputFormat::kBasic);
  const document::DocumentPtr document = MustParse(output);
  std::vector<std::string> locations;
  for (const document::Node& unit : document->root().Find("errors")->items()) {
    locations.emplace_back(unit.Find("keywordLocation")->text());
    EXPECT_NE(unit.Find("error"), nullptr) << locations.back();
    EXPECT_EQ(unit.Find("errors"), nullptr) << locations.back();
  }
  EXPECT_EQ(locations,
            (std::vector<std::string>{"",
                                      "/minItems",
                                      "/items/$ref",
                                      "/items/$ref/required",
                                      "/items/$ref/additionalProperties"}));
}

TEST(MakeOutput, BasicOfAValidInstanceListsAnnotations) {
  EXPECT_EQ(Output(R"({"$id": "https://example.com/t", "title": "T", "minimum": 1})",
                   "1",
                   OutputFormat::kBasic),
            R"({"valid":true,"annotations":[{"valid":true,"keywordLocation":"/title",)"
            R"("absoluteKeywordLocation":"https://example.com/t#/title",)"
            R"("instanceLocation":"","annotation":"T"}]})");
}

TEST(MakeOutput, VerboseHoldsEveryKeyword) {
  EXPECT_EQ(Output(R"({"$id": "https://example.com/t", "type": "integer", "not": {"const": 2}})",
                   "1",
                   OutputFormat::kVerbose),
            R"({"valid":true,"keywordLocation":"",)"
            R"("absoluteKeywordLocation":"https://example.com/t#","instanceLocation":"",)"
            R"("annotations":[)"
            R"({"valid":true,"keywordLocation":"/type",)"
            R"("absoluteKeywordLocation":"https://example.com/t#/type","instanceLocation":""},)"
            R"({"valid":true,"keywordLocation":"/not",)"
            R"("absoluteKeywordLocation":"https://example.com/t#/not","instanceLocation":"",)"
            R"("annotations":[)"
            R"({"valid":false,"keywordLocation":"/not",)"
            R"("absoluteKeywordLocation":"https://example.com/t#/not","instanceLocation":"",)"
            R"("errors":[{"valid":false,"keywordLocation":"/not/const",)"
            R"("absoluteKeywordLocation":"https://example.com/t#/not/const",)"
            R"("instanceLocation":"","error":"must be 2, not 1"}]}]}]})");
}

}  // namespace
}  // namespace accord::schema::test
