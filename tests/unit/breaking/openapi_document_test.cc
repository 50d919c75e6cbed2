#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/document/document.h"

#include "breaking/openapi/findings.h"
#include "breaking/openapi/lifecycle.h"
#include "breaking/openapi/pairing.h"

namespace accord::breaking::api {
namespace {

using finding::Finding;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

/// Two versions of an API and what is found. Findings refer to their documents.
class Compared {
 public:
  Compared(const std::string& before, const std::string& after, OpenApiOptions options = {})
      : before_(Describe(before)), after_(Describe(after)) {
    options.rules = *RuleSelection::Make(OpenApiRules(), {"OPENAPI"}, {});
    options.today = "2026-01-15";
    findings_ = FindingsBetween(*before_, *after_, options);
  }

  const std::vector<Finding>& findings() const { return findings_; }
  /// `error some-rule`.
  std::vector<std::string> Verdicts() const {
    std::vector<std::string> verdicts;
    std::ranges::transform(findings_, std::back_inserter(verdicts), [](const Finding& finding) {
      return std::string(ToString(finding.severity)) + " " + std::string(finding.rule->id);
    });
    return verdicts;
  }

 private:
  static openapi::DescriptionPtr Describe(const std::string& text) {
    const document::LoadResult loaded = document::Parse(
        "api.yaml", "openapi: 3.1.0\ninfo: {title: t, version: 2026-01-15}\n" + text);
    EXPECT_TRUE(loaded.ok()) << text;
    return openapi::Load(loaded.document, {}).description;
  }

  openapi::DescriptionPtr before_;
  openapi::DescriptionPtr after_;
  std::vector<Finding> findings_;
};

std::string Get(const std::string& operation) {
  return "paths: {/orders: {get: {" + operation + "}}}";
}
std::string Webhook(const std::string& operation) {
  return "webhooks: {shipped: {post: {" + operation + "}}}";
}
std::string Callback(const std::string& operation) {
  return "paths: {/orders: {post: {responses: {'200': {description: d}}, callbacks: {onPaid: "
         "{'{$request.query.url}': {post: {" +
         operation + "}}}}}}}";
}

constexpr const char* kFine = "responses: {'200': {description: d}}";

TEST(OpenApiDocuments, RenamedPathParametersPairUp) {
  const Compared compared(
      "paths: {'/a/{x}/b/{y}': {get: {parameters: [{name: x, in: path, required: true, schema: "
      "{type: string}}, {name: y, in: path, required: true, schema: {type: string}}], responses: "
      "{'200': {description: d}}}}}",
      "paths: {'/a/{y}/b/{z}': {get: {parameters: [{name: z, in: path, required: true, schema: "
      "{type: string}}, {name: y, in: path, required: true, schema: {type: string, enum: [a]}}], "
      "responses: {'200': {description: d}}}}}");
  ASSERT_THAT(compared.Verdicts(), ElementsAre("error request-parameter-became-enum"));
  EXPECT_THAT(compared.findings()[0].element,
              testing::StartsWith("GET /a/{x}/b/{y} path parameter x"));
}

TEST(OpenApiDocuments, WebhooksAreReadByClients) {
  const auto verdicts = [](const std::string& before, const std::string& after) {
    return Compared(Webhook(before + kFine), Webhook(after + kFine)).Verdicts();
  };
  const std::string header = "parameters: [{name: X-Id, in: header, schema: {type: string}";
  EXPECT_THAT(verdicts("", header + ", required: true}], "),
              ElementsAre("info new-required-request-parameter"));
  EXPECT_THAT(verdicts(header + ", required: true}], ", header + "}], "),
              ElementsAre("error request-parameter-became-optional"));
  EXPECT_THAT(verdicts(header + "}], ", ""), ElementsAre("error request-parameter-removed"));
  const std::string json = "requestBody: {content: {application/json: {schema: {type: object}}";
  EXPECT_THAT(verdicts(json + "}}, ", json + ", application/xml: {schema: {type: object}}}}, "),
              ElementsAre("error request-body-media-type-added"));
}

TEST(OpenApiDocuments, WhatWebhooksSendIsCovariant) {
  const auto body = [](const std::string& schema) {
    return Webhook("requestBody: {content: {application/json: {schema: " + schema + "}}}, " +
                   std::string(kFine));
  };
  const Compared compared(body("{type: object, required: [id], properties: {id: {type: string}}}"),
                          body("{type: object, properties: {id: {type: string}}}"));
  EXPECT_THAT(compared.Verdicts(), ElementsAre("error response-property-became-optional"));
}

TEST(OpenApiDocuments, CallbacksAreComparedLikeWebhooks) {
  const std::string body = "requestBody: {content: {application/json: {schema: {type: object}}}}, ";
  const Compared gone(Callback(body + kFine), Callback(kFine));
  ASSERT_THAT(gone.Verdicts(), ElementsAre("error request-body-removed"));
  EXPECT_EQ(gone.findings()[0].element, "POST /orders callback onPaid {$request.query.url}");
  EXPECT_THAT(Compared(Callback("responses: {'200': {description: d}, '202': {description: d}}"),
                       Callback(kFine))
                  .Verdicts(),
              ElementsAre("error response-success-status-removed"));
}

TEST(OpenApiDocuments, SecurityLocksOutWhoIsNotLetInByAnother) {
  const auto verdicts = [](const std::string& before, const std::string& after) {
    return Compared(Get("security: " + before + ", " + kFine),
                    Get("security: " + after + ", " + kFine))
        .Verdicts();
  };
  EXPECT_THAT(verdicts("[{a: []}]", "[{a: []}, {b: []}]"), ElementsAre("info api-security-added"));
  EXPECT_THAT(verdicts("[{a: []}, {b: []}]", "[{b: []}]"),
              ElementsAre("error api-security-removed"));
  EXPECT_THAT(verdicts("[{a: [], b: []}]", "[{a: []}]"),
              UnorderedElementsAre("info api-security-added", "info api-security-removed"));
  EXPECT_THAT(verdicts("[]", "[{a: []}]"), ElementsAre("error api-security-added"));
  EXPECT_THAT(verdicts("[]", "[{a: []}, {}]"), Not(Contains(testing::StartsWith("error"))));
  EXPECT_THAT(verdicts("[{a: [x]}]", "[{a: [x, y]}]"),
              ElementsAre("error api-security-scope-added"));
  EXPECT_THAT(verdicts("[{a: [x]}, {b: []}]", "[{b: []}, {a: [x]}]"), IsEmpty());
}

TEST(OpenApiDocuments, AStatusAndItsClassStandForEachOther) {
  const auto verdicts = [](const std::string& before, const std::string& after) {
    return Compared(Get("responses: {" + before + "}"), Get("responses: {" + after + "}"))
        .Verdicts();
  };
  EXPECT_THAT(verdicts("'200': {description: d}", "2XX: {description: d}"), IsEmpty());
  EXPECT_THAT(verdicts("2XX: {description: d}", "'200': {description: d}, '201': {description: d}"),
              IsEmpty());
  EXPECT_THAT(verdicts("'200': {description: d, content: {a/b: {}}}", "2XX: {description: d}"),
              ElementsAre("error response-media-type-removed"));
}

TEST(OpenApiDocuments, ASharedSchemaIsReportedOnce) {
  const auto api = [](const std::string& total) {
    const std::string response =
        "responses: {'200': {description: d, content: {application/json: {schema: {$ref: "
        "'#/components/schemas/Order'}}}}}";
    const std::string list =
        "responses: {'201': {description: d, content: {application/json: {schema: {type: array, "
        "items: {$ref: '#/components/schemas/Order'}}}}}}";
    return "paths: {/a: {get: {" + response + "}}, /b: {get: {" + list + "}}}\n" +
           "components: {schemas: {Order: {type: object, properties: {total: " + total + "}}}}";
  };
  const std::string before = api("{type: integer}");
  const std::string after = api("{type: string}");
  const Compared strict(before, after);
  ASSERT_EQ(strict.findings().size(), 1U);
  EXPECT_EQ(strict.findings()[0].element, "GET /a response 200 (application/json) $.total");
  ASSERT_EQ(strict.findings()[0].related.size(), 1U);
  EXPECT_EQ(strict.findings()[0].related[0].label,
            "also in GET /b response 201 (application/json) $[*].total");
  OpenApiOptions options;
  options.profile = OpenApiProfile::kOasdiff;
  EXPECT_EQ(Compared(before, after, options).findings().size(), 2U);
}

TEST(OpenApiDocuments, OperationsBelowTheThresholdAreLeftAlone) {
  const std::string before =
      Get("x-stability-level: alpha, parameters: [{name: a, in: query}], " + std::string(kFine));
  const std::string after = Get("x-stability-level: alpha, " + std::string(kFine));
  EXPECT_THAT(Compared(before, after).Verdicts(), IsEmpty());
  OpenApiOptions options;
  options.stability_level = "draft";
  EXPECT_THAT(Compared(before, after, options).Verdicts(),
              ElementsAre("warning request-parameter-removed"));
}

TEST(OpenApiDocuments, MediaTypesByKinship) {
  EXPECT_EQ(KinshipOf("application/json", "application/problem+json"), Kinship::kSpecialized);
  EXPECT_EQ(KinshipOf("application/problem+json", "application/json"), Kinship::kGeneralized);
  EXPECT_EQ(KinshipOf("application/json;q=1", "application/JSON"), Kinship::kSame);
  EXPECT_EQ(KinshipOf("application/hal+json", "application/problem+json"), Kinship::kNone);
  EXPECT_EQ(KinshipOf("application/json", "text/json"), Kinship::kNone);
  EXPECT_EQ(KinshipOf("a/b+c+d", "a/d"), Kinship::kNone);
  EXPECT_EQ(KinshipOf("nonsense", "application/json"), Kinship::kNone);
}

TEST(OpenApiDocuments, DaysOfSunsets) {
  const auto day = [](std::string_view text) {
    const auto parsed = ParseDay(text);
    return parsed ? ToString(*parsed) : "none";
  };
  EXPECT_EQ(day("2026-02-28"), "2026-02-28");
  EXPECT_EQ(day("2024-02-29T23:59:60Z"), "2024-02-29");
  EXPECT_EQ(day("2026-01-01t00:00:00.123+02:00"), "2026-01-01");
  for (const char* text : {"",
                           "2026-02-29",
                           "2026-13-01",
                           "26-01-01",
                           "2026-1-1",
                           "2026-01-01 ",
                           "2026-01-01T",
                           "2026-01-01T00:00:00",
                           "2026-01-01T00:00:00+2:00",
                           "2026-01-01T00:00:00.",
                           "2026/01/01",
                           "+026-01-01"}) {
    EXPECT_EQ(day(text), "none") << text;
  }
}

}  // namespace
}  // namespace accord::breaking::api
