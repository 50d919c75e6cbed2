#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/schema/validate.h"

#include "breaking/openapi/findings.h"
#include "tests/support/instance_generator.h"
#include "tests/support/schema_generator.h"

namespace accord::breaking::api {
namespace {

using finding::Finding;
using finding::Severity;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

openapi::DescriptionPtr Describe(const std::string& name, const std::string& text) {
  const document::LoadResult loaded = document::Parse(name, text);
  EXPECT_TRUE(loaded.ok()) << text;
  openapi::LoadResult result = openapi::Load(loaded.document, {});
  EXPECT_NE(result.description, nullptr) << text;
  return result.description;
}

/// Two versions of an API and what is found. Findings refer to their documents.
class Judged {
 public:
  Judged(const std::string& before, const std::string& after, OpenApiOptions options = {})
      : before_(Describe("old.json", before)), after_(Describe("new.json", after)) {
    options.rules = *RuleSelection::Make(OpenApiRules(), {"OPENAPI"}, {});
    options.version_policy = false;
    findings_ = FindingsBetween(*before_, *after_, options);
  }

  const std::vector<Finding>& findings() const { return findings_; }
  /// `error some-rule`, infos left out.
  std::vector<std::string> Verdicts() const {
    std::vector<std::string> verdicts;
    for (const Finding& finding : findings_) {
      if (finding.severity != Severity::kInfo) {
        verdicts.push_back(std::string(ToString(finding.severity)) + " " +
                           std::string(finding.rule->id));
      }
    }
    return verdicts;
  }
  /// The only error.
  const Finding& Error() const {
    const auto found = std::ranges::find(findings_, Severity::kError, &Finding::severity);
    EXPECT_NE(found, findings_.end());
    return *found;
  }

 private:
  openapi::DescriptionPtr before_;
  openapi::DescriptionPtr after_;
  std::vector<Finding> findings_;
};

std::string Api(const std::string& operation, const std::string& schemas = "{}") {
  return R"({"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{"/orders/{id}":{"post":)" +
         operation + R"(}},"components":{"schemas":)" + schemas + "}}";
}

std::string Requests(const std::string& schema, const std::string& schemas = "{}") {
  return Api(R"({"requestBody":{"content":{"application/json":{"schema":)" + schema +
                 R"(}}},"responses":{}})",
             schemas);
}

std::string Responses(const std::string& schema, const std::string& schemas = "{}") {
  return Api(R"({"responses":{"200":{"description":"ok","content":{"application/json":{"schema":)" +
                 schema + R"(}}}}})",
             schemas);
}

std::string Query(const std::string& schema) {
  return Api(R"({"parameters":[{"name":"q","in":"query","schema":)" + schema +
             R"(}],"responses":{}})");
}

TEST(OpenApiJudge, ProvesByAWholePayload) {
  const auto api = [](int maximum) {
    return Requests(
        R"({"$ref":"#/components/schemas/Order"})",
        R"({"Order":{"type":"object","required":["id","lines"],"properties":{"id":{"type":"string"},)"
        R"("lines":{"type":"array","minItems":1,"items":{"$ref":"#/components/schemas/Line"}}}},)"
        R"("Line":{"type":"object","required":["sku"],"properties":{"sku":{"type":"string"},)"
        R"("count":{"type":"integer","maximum":)" +
            std::to_string(maximum) + "}}}}");
  };
  const Judged judged(api(100), api(50));
  EXPECT_THAT(judged.Verdicts(), ElementsAre("error request-property-max-decreased"));
  ASSERT_EQ(judged.Error().witnesses.size(), 1U);
  const finding::Witness& witness = judged.Error().witnesses.front();
  EXPECT_EQ(witness.type, "request body of POST /orders/{id} (application/json)");
  EXPECT_EQ(witness.written, R"({"id":"","lines":[{"count":51,"sku":""}]})");
  EXPECT_THAT(witness.read, HasSubstr("refused by the new version: "));
  EXPECT_EQ(witness.direction, finding::Direction::kOldClientNewServer);
}

TEST(OpenApiJudge, EachOfManyChangesHasItsOwnPayload) {
  const Judged judged(
      Responses(R"({"type":"object","required":["a","b"],"properties":{"a":{"type":"string"},)"
                R"("b":{"type":"integer"},"c":{"enum":["x"]}}})"),
      Responses(R"({"type":"object","required":["a"],"properties":{"a":{"type":["string","null"]},)"
                R"("b":{"type":"integer"},"c":{"enum":["x","y"]}}})"));
  EXPECT_THAT(judged.Verdicts(),
              testing::UnorderedElementsAre("error response-property-became-optional",
                                            "error response-property-became-nullable",
                                            "error response-property-enum-value-added"));
  for (const Finding& finding : judged.findings()) {
    EXPECT_EQ(finding.witnesses.size(), 1U) << finding.message;
    EXPECT_THAT(finding.witnesses.front().read, HasSubstr("refused by the old version"));
  }
}

TEST(OpenApiJudge, SaysHowToLowerWhatOasdiffCallsLess) {
  const Judged judged(Responses(R"({"type":"object","properties":{"s":{"enum":["a"]}}})"),
                      Responses(R"({"type":"object","properties":{"s":{"enum":["a","b"]}}})"));
  EXPECT_THAT(judged.Error().help, HasSubstr("response-property-enum-value-added"));
  EXPECT_THAT(judged.Error().help, HasSubstr("warning"));
}

TEST(OpenApiJudge, WhatRefusesNothingIsAnInfo) {
  const Judged judged(Requests(R"({"type":"object","properties":{"a":{"maxLength":5}}})"),
                      Requests(R"({"type":"object","properties":{"a":{"maxLength":9}}})"));
  EXPECT_THAT(judged.Verdicts(), IsEmpty());
  ASSERT_EQ(judged.findings().size(), 1U);
  EXPECT_EQ(judged.findings().front().rule->id, "request-property-max-length-increased");
  EXPECT_THAT(judged.findings().front().witnesses, IsEmpty());
}

TEST(OpenApiJudge, WithoutAChangeThatExplainsItTheSchemaItselfIsNamed) {
  const Judged judged(
      Requests(R"({"oneOf":[{"type":"integer"},{"type":"string"}]})"),
      Requests(R"({"oneOf":[{"type":"integer"},{"type":"string"},{"type":"number"}]})"));
  EXPECT_THAT(judged.Verdicts(), ElementsAre("error request-body-schema-narrowed"));
  ASSERT_EQ(judged.Error().witnesses.size(), 1U);
  EXPECT_EQ(judged.Error().witnesses.front().written, "0");
}

TEST(OpenApiJudge, WhatCannotBeDecidedIsAWarningWithItsReason) {
  OpenApiOptions options;
  options.explain_unknown = true;
  const Judged judged(Requests(R"({"type":"string","pattern":"^(a|b)\\1$"})"),
                      Requests(R"({"type":"string","pattern":"^(b|a)\\1$"})"),
                      options);
  ASSERT_THAT(judged.Verdicts(), testing::Contains("warning request-body-compatibility-unknown"));
  for (const Finding& finding : judged.findings()) {
    EXPECT_NE(finding.severity, Severity::kError);
    if (finding.rule->id == "request-body-compatibility-unknown") {
      EXPECT_THAT(finding.message, HasSubstr("look-around"));
      EXPECT_FALSE(finding.help.empty());
    }
  }
}

TEST(OpenApiJudge, FaultySchemasAreNotGuessedAt) {
  const Judged judged(Requests(R"({"type":"string","pattern":"("})"),
                      Requests(R"({"type":"string","pattern":"(","maxLength":3})"));
  EXPECT_THAT(judged.Verdicts(), ElementsAre("warning request-body-compatibility-unknown"));
}

/// Two operations, `/a` with one schema and `/b` with another; `S` is a component.
std::string TwoResponses(const std::string& a, const std::string& b, const std::string& shared) {
  const auto path = [](const std::string& schema) {
    return R"({"get":{"responses":{"200":{"description":"ok","content":{"application/json":)"
           R"({"schema":)" +
           schema + "}}}}}}";
  };
  return R"({"openapi":"3.0.3","info":{"title":"t","version":"1"},"paths":{"/a":)" + path(a) +
         R"(,"/b":)" + path(b) + R"(},"components":{"schemas":{"S":)" + shared + "}}}";
}

constexpr std::string_view kShared = R"({"$ref":"#/components/schemas/S"})";

TEST(OpenApiJudge, OneChangeOfASharedSchemaIsOneFinding) {
  const auto api = [](const std::string& type) {
    return TwoResponses(std::string(kShared),
                        std::string(kShared),
                        R"({"type":"object","properties":{"v":{"type":")" + type + R"("}}})");
  };
  const Judged judged(api("integer"), api("number"));
  EXPECT_THAT(judged.Verdicts(), ElementsAre("error response-property-type-generalized"));
  EXPECT_EQ(judged.Error().element, "GET /a response 200 (application/json) $.v");
  ASSERT_EQ(judged.Error().related.size(), 1U);
  EXPECT_EQ(judged.Error().related[0].label, "also in GET /b response 200 (application/json) $.v");
}

TEST(OpenApiJudge, ASharedChangeIsToldOfWhereItMeansSomething) {
  const auto api = [](const std::string& type) {
    return TwoResponses(R"({"properties":{"deep":{"anyOf":[)" + std::string(kShared) + ",{}]}}}",
                        R"({"type":"array","items":)" + std::string(kShared) + "}",
                        R"({"type":"object","properties":{"v":{"type":")" + type + R"("}}})");
  };
  const Judged judged(api("integer"), api("number"));
  EXPECT_THAT(judged.Verdicts(), ElementsAre("error response-property-type-generalized"));
  EXPECT_EQ(judged.Error().element, "GET /b response 200 (application/json) $[*].v");
  EXPECT_THAT(judged.Error().message, HasSubstr("'items/v'"));
  EXPECT_THAT(judged.Error().related, IsEmpty());  // At /a it says the same as before.
  ASSERT_EQ(judged.Error().witnesses.size(), 1U);
  EXPECT_THAT(judged.Error().witnesses[0].written, HasSubstr(R"([{"v":)"));
}

TEST(OpenApiJudge, AStatusThatDefaultDescribesInTheOtherVersionGoesWithIt) {
  const auto api = [](const std::string& statuses) {
    return Api(R"({"responses":{)" + statuses + "}}");
  };
  const auto status = [](const std::string& name, const std::string& schema) {
    return '"' + name + R"(":{"description":"d","content":{"application/json":{"schema":)" +
           schema + "}}}";
  };
  const std::string error = R"({"type":"object","required":["code"]})";
  const std::string other = R"({"type":"object"})";
  const Judged added(api(status("default", error)),
                     api(status("default", error) + "," + status("404", other)));
  EXPECT_THAT(added.Verdicts(), ElementsAre("error response-property-became-optional"));
  EXPECT_THAT(added.Error().element, HasSubstr("response 404"));
  const Judged removed(api(status("default", other) + "," + status("404", error)),
                       api(status("default", other)));
  EXPECT_THAT(removed.Verdicts(), ElementsAre("error response-property-became-optional"));
  const Judged narrower(api(status("default", other)),
                        api(status("default", other) + "," + status("404", error)));
  EXPECT_THAT(narrower.Verdicts(), IsEmpty());
}

TEST(OpenApiJudge, OutboundRequestsAreReadByClients) {
  const auto api = [](const std::string& schema) {
    return R"({"openapi":"3.1.0","info":{"title":"t","version":"1"},"webhooks":{"done":{"post":{)"
           R"("requestBody":{"content":{"application/json":{"schema":)" +
           schema + R"(}}},"responses":{}}}}})";
  };
  const std::string narrow = R"({"type":"string","maxLength":5})";
  const std::string wide = R"({"type":"string","maxLength":9})";
  EXPECT_THAT(Judged(api(wide), api(narrow)).Verdicts(), IsEmpty());
  EXPECT_EQ(Judged(api(narrow), api(wide)).Error().severity, Severity::kError);
}

TEST(OpenApiJudge, PropertiesThatAreNotSentRefuseNothing) {
  const auto schema = [](const std::string& id) {
    return R"({"type":"object","required":["id"],"properties":{"id":)" + id + "}}";
  };
  const std::string plain = schema(R"({"type":"string"})");
  const std::string read_only =
      schema(R"({"allOf":[{"type":"string","maxLength":5},{"readOnly":true}]})");
  EXPECT_THAT(Judged(Requests(schema(R"({"type":"string","readOnly":true})")), Requests(read_only))
                  .Verdicts(),
              IsEmpty());
  EXPECT_THAT(Judged(Requests(schema(R"({"type":"string","readOnly":true})")),
                     Requests(schema(R"({"type":"integer","readOnly":true})")))
                  .Verdicts(),
              IsEmpty());
  EXPECT_EQ(Judged(Requests(R"({"type":"object"})"), Requests(plain)).Error().severity,
            Severity::kError);
}

TEST(OpenApiJudge, ParametersAreText) {
  const auto verdicts = [](const std::string& before, const std::string& after) {
    return Judged(Query(before), Query(after)).Verdicts();
  };
  EXPECT_THAT(verdicts(R"({"type":"integer"})", R"({"type":"string"})"), IsEmpty());
  EXPECT_THAT(verdicts(R"({"type":"boolean"})", R"({"type":"string"})"), IsEmpty());
  EXPECT_THAT(verdicts(R"({"enum":["1","2"]})", R"({"type":"integer"})"), IsEmpty());
  EXPECT_THAT(verdicts(R"({"enum":[1,2]})", R"({"type":"string","enum":["1","2","3"]})"),
              IsEmpty());
  EXPECT_THAT(verdicts(R"({"type":"integer"})", R"({"type":"array","items":{"type":"integer"}})"),
              IsEmpty());
  const Judged judged(Query(R"({"type":"string"})"), Query(R"({"type":"integer"})"));
  EXPECT_EQ(judged.Error().witnesses.front().type, "query parameter q of POST /orders/{id}");
  EXPECT_EQ(
      Judged(Query(R"({"type":"integer","maximum":9})"), Query(R"({"type":"integer","maximum":7})"))
          .Error()
          .witnesses.front()
          .written,
      "8");
}

TEST(OpenApiJudge, FormatsAreRemarks) {
  EXPECT_THAT(
      Judged(Responses(R"({"type":"object","properties":{"d":{"type":"string","format":"date"}}})"),
             Responses(R"({"type":"object","properties":{"d":{"type":"string"}}})"))
          .Verdicts(),
      ElementsAre("warning response-property-type-changed"));
}

class RandomSchemas : public testing::Test {
 protected:
  static std::string WithId(const test::Json& schema) {
    std::string text = schema.ToText();
    return text.starts_with("{")
               ? R"({"$id":"https://example.org/s")" + (text == "{}" ? "}" : "," + text.substr(1))
               : text;
  }

  static bool Fits(const schema::SchemaPtr& schema, const std::string& text) {
    return schema::IsValid(*schema, document::Parse("value", text).document->root());
  }

  static schema::SchemaPtr Compile(const std::string& text) {
    schema::CompileOptions options;
    options.dialect = schema::Dialect::kOpenApi31;
    return schema::Compile(document::Value(document::Parse("schema.json", text).document), options)
        .schema;
  }

  /// `from` is written, `to` has to read it.
  void Check(const Judged& judged,
             const schema::SchemaPtr& from,
             const schema::SchemaPtr& to,
             test::InstanceGenerator& instances) {
    bool compatible = true;
    for (const Finding& finding : judged.findings()) {
      compatible = compatible && finding.severity == Severity::kInfo;
      for (const finding::Witness& witness : finding.witnesses) {
        EXPECT_TRUE(Fits(from, witness.written)) << finding.message << "\n" << witness.written;
        EXPECT_FALSE(Fits(to, witness.written)) << finding.message << "\n" << witness.written;
      }
      EXPECT_TRUE(finding.severity != Severity::kError || !finding.witnesses.empty())
          << finding.message;
    }
    for (int i = 0; i < 30 && compatible; ++i) {
      const std::string instance = instances.Next().ToText();
      EXPECT_TRUE(!Fits(from, instance) || Fits(to, instance)) << instance;
    }
    (compatible ? compatible_ : incompatible_) += 1;
  }

  int compatible_ = 0;
  int incompatible_ = 0;
};

TEST_F(RandomSchemas, ErrorsAreProvedAndSilenceIsNotContradicted) {
  OpenApiOptions options;
  options.limits = {.max_steps = 20000, .max_automaton_states = 2000};
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE(seed);
    base::Random random(seed);
    test::SchemaGenerator generator(random, schema::Dialect::k2020_12);
    const test::Json first = generator.Document();
    const test::Json second = generator.Mutate(first);
    const std::string before = WithId(first);
    const std::string after = WithId(second);
    const schema::SchemaPtr old_schema = Compile(before);
    const schema::SchemaPtr new_schema = Compile(after);
    if (!old_schema || !new_schema) {
      continue;
    }
    test::InstanceGenerator instances(random, first, second);
    Check(Judged(Requests(before), Requests(after), options), old_schema, new_schema, instances);
    Check(Judged(Responses(before), Responses(after), options), new_schema, old_schema, instances);
    if (HasFailure()) {
      ADD_FAILURE() << before << "\n" << after;
      break;
    }
  }
  EXPECT_GT(compatible_, 10);
  EXPECT_GT(incompatible_, 10);
}

}  // namespace
}  // namespace accord::breaking::api
