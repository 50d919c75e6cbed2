#include <map>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/report/parsed_json.h"
#include "tests/unit/report/render.h"

namespace accord::report {
namespace {

using document::Kind;
using document::Node;
using finding::Severity;
using testing::HasSubstr;
using testing::Not;

/// A member of an object of the format: its type is a JSON kind, `[]` and the type of its items,
/// or the name of an object.
struct Property {
  std::string type;
  bool required = false;
  std::set<std::string> values = {};  ///< Of an enumeration.
};

/// The part of SARIF 2.1.0 that accord writes, object by object.
const std::map<std::string, std::map<std::string, Property>>& Objects() {
  static const std::set<std::string> levels = {"none", "note", "warning", "error"};
  static const std::map<std::string, std::map<std::string, Property>> objects = {
      {"sarifLog",
       {{"$schema", {"string"}},
        {"version", {"string", true, {"2.1.0"}}},
        {"runs", {"[]run", true}}}},
      {"run",
       {{"tool", {"tool", true}},
        {"invocations", {"[]invocation"}},
        {"automationDetails", {"runAutomationDetails"}},
        {"columnKind", {"string", false, {"utf16CodeUnits", "unicodeCodePoints"}}},
        {"results", {"[]result"}},
        {"properties", {"propertyBag"}}}},
      {"tool", {{"driver", {"toolComponent", true}}}},
      {"toolComponent",
       {{"name", {"string", true}},
        {"version", {"string"}},
        {"semanticVersion", {"string"}},
        {"rules", {"[]reportingDescriptor"}}}},
      {"reportingDescriptor",
       {{"id", {"string", true}},
        {"name", {"string"}},
        {"shortDescription", {"multiformatMessageString"}},
        {"fullDescription", {"multiformatMessageString"}},
        {"help", {"multiformatMessageString"}},
        {"defaultConfiguration", {"reportingConfiguration"}},
        {"properties", {"propertyBag"}}}},
      {"multiformatMessageString", {{"text", {"string", true}}, {"markdown", {"string"}}}},
      {"reportingConfiguration", {{"level", {"string", false, levels}}}},
      {"invocation",
       {{"executionSuccessful", {"boolean", true}},
        {"toolExecutionNotifications", {"[]notification"}}}},
      {"notification", {{"message", {"message", true}}, {"level", {"string", false, levels}}}},
      {"runAutomationDetails", {{"id", {"string"}}}},
      {"message", {{"text", {"string", true}}}},
      {"result",
       {{"ruleId", {"string"}},
        {"ruleIndex", {"integer"}},
        {"level", {"string", false, levels}},
        {"message", {"message", true}},
        {"locations", {"[]location"}},
        {"relatedLocations", {"[]location"}},
        {"partialFingerprints", {"strings"}},
        {"suppressions", {"[]suppression"}},
        {"properties", {"propertyBag"}}}},
      {"location",
       {{"id", {"integer"}},
        {"physicalLocation", {"physicalLocation"}},
        {"logicalLocations", {"[]logicalLocation"}},
        {"message", {"message"}}}},
      {"physicalLocation",
       {{"artifactLocation", {"artifactLocation", true}}, {"region", {"region"}}}},
      {"artifactLocation", {{"uri", {"string", true}}}},
      {"region",
       {{"startLine", {"integer", true}},
        {"startColumn", {"integer"}},
        {"endLine", {"integer"}},
        {"endColumn", {"integer"}}}},
      {"logicalLocation", {{"fullyQualifiedName", {"string"}}}},
      {"suppression",
       {{"kind", {"string", true, {"inSource", "external"}}}, {"justification", {"string"}}}}};
  return objects;
}

void Check(const Node& node, const std::string& type, const std::string& place);

void CheckItems(const Node& node, const std::string& type, const std::string& place) {
  EXPECT_EQ(node.kind(), Kind::kArray) << place;
  for (const Node& item : node.items()) {
    Check(item, type, place + "[]");
  }
}

void CheckObject(const Node& node, const std::string& type, const std::string& place) {
  ASSERT_EQ(node.kind(), Kind::kObject) << place;
  const auto& properties = Objects().at(type);
  for (const document::Member& member : node.members()) {
    const std::string key(member.key());
    const auto property = properties.find(key);
    if (property == properties.end()) {
      ADD_FAILURE() << place << ": no member '" << key << "' in a " << type;
      continue;
    }
    Check(member.value, property->second.type, place + "." + key);
    if (!property->second.values.empty()) {
      EXPECT_EQ(property->second.values.count(std::string(member.value.text())), 1U)
          << place << key;
    }
  }
  for (const auto& [name, property] : properties) {
    EXPECT_TRUE(!property.required || node.Find(name) != nullptr) << place << " lacks " << name;
  }
}

void Check(const Node& node, const std::string& type, const std::string& place) {
  if (type == "string") {
    EXPECT_EQ(node.kind(), Kind::kString) << place;
  } else if (type == "integer") {
    EXPECT_TRUE(node.is_integer_text()) << place;
  } else if (type == "boolean") {
    EXPECT_EQ(node.kind(), Kind::kBool) << place;
  } else if (type == "propertyBag") {
    EXPECT_EQ(node.kind(), Kind::kObject) << place;
  } else if (type == "strings") {
    for (const document::Member& member : node.members()) {
      Check(member.value, "string", place);
    }
  } else if (type.starts_with("[]")) {
    CheckItems(node, type.substr(2), place);
  } else {
    CheckObject(node, type, place);
  }
}

document::DocumentPtr Parsed(const finding::Report& report) {
  return ParsedJson(Render(WriteSarif, report));
}

finding::Report Changes() {
  finding::Report report;
  report.command = "breaking";
  report.findings = {Change("one"), Change("two"), finding::Make(kRule, "three")};
  report.notices = {"a notice"};
  finding::Finish(report);
  return report;
}

void ExpectFollowsTheFormat(const finding::Report& report) {
  const document::DocumentPtr json = Parsed(report);
  ASSERT_NE(json, nullptr);
  Check(json->root(), "sarifLog", "$");
}

constexpr std::string_view kFirst = "/runs/0/results/0";

std::string At(const document::Document& json, std::string_view member) {
  return TextAt(json, std::string(kFirst) + std::string(member));
}

TEST(Sarif, FollowsTheFormat) {
  ExpectFollowsTheFormat(Changes());
  ExpectFollowsTheFormat(HostileReport());
  ExpectFollowsTheFormat({});
  ExpectFollowsTheFormat(Verify({Failing("a", "m", finding::Outcome::kPending)}));
}

TEST(Sarif, ResultsPointAtTheirRules) {
  static constexpr finding::RuleInfo kOther{.id = "FIELD_SAME_TYPE",
                                            .severity = Severity::kWarning,
                                            .summary = "A type changed",
                                            .explanation = "Readers of `Order` <fail>.",
                                            .categories = "FILE WIRE",
                                            .remedy = "Add a field.",
                                            .example = "-a\n+b"};
  finding::Report report = Changes();
  report.findings[1].rule = &kOther;
  const document::DocumentPtr json = Parsed(report);
  EXPECT_EQ(TextAt(*json, "/runs/0/results/0/ruleIndex"), "0");
  EXPECT_EQ(TextAt(*json, "/runs/0/results/1/ruleIndex"), "1");
  EXPECT_EQ(TextAt(*json, "/runs/0/results/1/ruleId"), "FIELD_SAME_TYPE");
  EXPECT_EQ(TextAt(*json, "/runs/0/results/2/ruleIndex"), "0");
  const std::string rule = "/runs/0/tool/driver/rules/1";
  EXPECT_EQ(TextAt(*json, rule + "/id"), "FIELD_SAME_TYPE");
  EXPECT_EQ(TextAt(*json, rule + "/name"), "FieldSameType");
  EXPECT_EQ(TextAt(*json, rule + "/shortDescription/text"), "A type changed.");
  EXPECT_EQ(TextAt(*json, rule + "/defaultConfiguration/level"), "warning");
  EXPECT_EQ(TextAt(*json, rule + "/properties/tags/1"), "WIRE");
  EXPECT_THAT(TextAt(*json, rule + "/help/text"), HasSubstr("Safely: Add a field."));
  EXPECT_THAT(TextAt(*json, rule + "/help/markdown"), HasSubstr("of `Order` &lt;fail&gt;."));
  EXPECT_THAT(TextAt(*json, rule + "/help/markdown"), HasSubstr("```diff\n-a\n+b\n```\n"));
  EXPECT_EQ(TextAt(*json, "/runs/0/tool/driver/rules/2/id"), "(absent)");
}

TEST(Sarif, RegionsEndBehindTheirLastCharacter) {
  const document::DocumentPtr json = Parsed(Changes());
  const std::string place = "/locations/0/physicalLocation";
  EXPECT_EQ(At(*json, place + "/artifactLocation/uri"), "a.proto");
  EXPECT_EQ(At(*json, place + "/region/startLine"), "5");
  EXPECT_EQ(At(*json, place + "/region/startColumn"), "3");
  EXPECT_EQ(At(*json, place + "/region/endColumn"), "4");
  EXPECT_EQ(At(*json, "/locations/0/logicalLocations/0/fullyQualifiedName"), "acme.Order.total");
}

TEST(Sarif, RegionsThatRunBackwardsHaveNoEnd) {
  finding::Report report = Changes();
  report.findings[0].span.end = {.line = 4, .column = 9};
  const document::DocumentPtr json = Parsed(report);
  EXPECT_EQ(At(*json, "/locations/0/physicalLocation/region/startLine"), "5");
  EXPECT_EQ(At(*json, "/locations/0/physicalLocation/region/endLine"), "(absent)");
}

TEST(Sarif, OldPlacesInACommitGoIntoTheMessage) {
  const document::DocumentPtr json = Parsed(Changes());
  EXPECT_THAT(At(*json, "/message/text"), HasSubstr("in the old version: git:main:a.proto:9:3"));
  EXPECT_EQ(At(*json, "/relatedLocations/0/id"), "(absent)");
  EXPECT_EQ(At(*json, "/properties/previous/file"), "git:main:a.proto");
}

TEST(Sarif, OldPlacesInAFolderAreRelated) {
  finding::Report report = Changes();
  report.findings[0].previous.file = "old/a.proto";
  report.findings[0].related.push_back({"used here", report::At("b.proto", 2, 1)});
  const document::DocumentPtr json = Parsed(report);
  const std::string first = "/relatedLocations/0";
  EXPECT_EQ(At(*json, first + "/message/text"), "in the old version");
  EXPECT_EQ(At(*json, first + "/physicalLocation/artifactLocation/uri"), "old/a.proto");
  EXPECT_EQ(At(*json, first + "/physicalLocation/region/startLine"), "9");
  EXPECT_EQ(At(*json, "/relatedLocations/1/message/text"), "used here");
  EXPECT_THAT(At(*json, "/message/text"), Not(HasSubstr("in the old version")));
}

TEST(Sarif, EveryResultHasAPhysicalLocation) {
  finding::Report report = Changes();
  report.findings[0].span = {};
  const document::DocumentPtr json = Parsed(report);
  EXPECT_EQ(At(*json, "/locations/0/physicalLocation/artifactLocation/uri"), "a.proto");
  EXPECT_EQ(At(*json, "/locations/0/physicalLocation/region/startLine"), "(absent)");
  EXPECT_EQ(TextAt(*json, "/runs/0/results/2/locations/0/physicalLocation/artifactLocation/uri"),
            ".");
}

TEST(Sarif, CarriesWhoBreaksAndTheProof) {
  const document::DocumentPtr json = Parsed(Changes());
  EXPECT_EQ(At(*json, "/properties/element"), "acme.Order.total");
  EXPECT_EQ(At(*json, "/properties/breaks/1"), "json");
  EXPECT_EQ(At(*json, "/properties/directions/0"), "stored-data");
  EXPECT_EQ(At(*json, "/properties/witnesses/0/bytes"), "18 07");
  EXPECT_EQ(At(*json, "/partialFingerprints/accord~1v1").size(), 16U);
}

// §3.27.23: all results of a run have the member or none.
TEST(Sarif, SuppressionsOfAllResultsOrOfNone) {
  finding::Report report = Changes();
  EXPECT_THAT(Render(WriteSarif, report), Not(HasSubstr("suppressions")));
  report.findings[1].suppressed = "the baseline";
  const document::DocumentPtr json = Parsed(report);
  const std::string second = "/runs/0/results/1/suppressions/0";
  EXPECT_EQ(TextAt(*json, second + "/kind"), "external");
  EXPECT_EQ(TextAt(*json, second + "/justification"), "the baseline");
  EXPECT_EQ(At(*json, "/suppressions"), "");
  EXPECT_EQ(At(*json, "/suppressions/0"), "(absent)");
}

TEST(Sarif, LevelsFollowSeverityAndPendingChecksAreNotes) {
  finding::Report report = Changes();
  report.findings[0].severity = Severity::kInfo;
  report.findings[1].severity = Severity::kWarning;
  report.checks = {Failing("later", "m", finding::Outcome::kPending)};
  const document::DocumentPtr json = Parsed(report);
  EXPECT_EQ(At(*json, "/level"), "note");
  EXPECT_EQ(TextAt(*json, "/runs/0/results/1/level"), "warning");
  EXPECT_EQ(TextAt(*json, "/runs/0/results/2/level"), "error");
  EXPECT_EQ(TextAt(*json, "/runs/0/results/3/level"), "note");
  EXPECT_EQ(TextAt(*json, "/runs/0/results/3/properties/check"), "later");
}

TEST(Sarif, ChecksThatFailedWithoutFindingAreNotified) {
  finding::Report report = Verify({MakeCheck("gone", finding::Outcome::kError)});
  report.checks[0].notes = {"no answer"};
  report.notices = {"a notice"};
  const document::DocumentPtr json = Parsed(report);
  const std::string place = "/runs/0/invocations/0/toolExecutionNotifications";
  EXPECT_EQ(TextAt(*json, place + "/0/message/text"), "a notice");
  EXPECT_EQ(TextAt(*json, place + "/0/level"), "note");
  EXPECT_EQ(TextAt(*json, place + "/1/message/text"), "gone: no answer");
  EXPECT_EQ(TextAt(*json, place + "/1/level"), "error");
}

}  // namespace
}  // namespace accord::report
