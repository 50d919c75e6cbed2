#include "accord/breaking/policy.h"

#include <gmock/gmock.h>

namespace accord::breaking {
namespace {

using finding::Finding;
using finding::RuleInfo;
using finding::Severity;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const RuleInfo kType{.id = "FIELD_SAME_TYPE", .categories = "FILE PACKAGE"};
const RuleInfo kName{.id = "FIELD_SAME_NAME", .categories = "FILE WIRE_JSON"};

Finding About(const RuleInfo& rule, const std::string& element, const std::string& file) {
  Finding finding = finding::Make(rule, "It changed.");
  finding.element = element;
  finding.span.file = file;
  return finding;
}

TEST(Policy, SetsSeveritiesByIdOverCategoryAndDropsWhatIsOff) {
  Policy policy;
  policy.severities = {{"FIELD_SAME_NAME", Severity::kInfo},
                       {"FILE", Severity::kWarning},
                       {"WIRE_JSON", std::nullopt}};
  const auto findings =
      Apply(policy, {About(kType, "a.M.x", "a.proto"), About(kName, "a.M.x", "a.proto")});
  ASSERT_THAT(findings, SizeIs(2));
  EXPECT_EQ(findings[0].severity, Severity::kWarning);
  EXPECT_EQ(findings[1].severity, Severity::kInfo);

  policy.severities = {{"FILE", Severity::kWarning}, {"FIELD_SAME_NAME", std::nullopt}};
  EXPECT_THAT(Apply(policy, {About(kName, "a.M.x", "a.proto")}), IsEmpty());
}

TEST(Policy, IgnoresByRuleElementAndPath) {
  Policy policy;
  policy.ignores = {
      {.rule = "FIELD_SAME_TYPE", .element = "a.M", .reason = "agreed", .owner = "ann"}};
  auto findings = Apply(policy,
                        {About(kType, "a.M.x", "a.proto"),
                         About(kType, "a.Max.x", "a.proto"),
                         About(kName, "a.M.x", "a.proto")});
  ASSERT_THAT(findings, SizeIs(3));
  EXPECT_EQ(findings[0].suppressed, "ignored: agreed (ann)");
  EXPECT_EQ(findings[1].suppressed, "");
  EXPECT_EQ(findings[2].suppressed, "");

  policy.ignores = {{.rule = "PACKAGE", .path = "acme/v1"}};
  policy.roots = {"git:main:protos/", "protos/"};
  findings = Apply(policy, {About(kType, "a.M.x", "protos/acme/v1/a.proto")});
  EXPECT_EQ(findings[0].suppressed, "ignored");
  findings = Apply(policy, {About(kType, "a.M.x", "protos/acme/v10/a.proto")});
  EXPECT_EQ(findings[0].suppressed, "");
}

TEST(Policy, IgnoresByThePathInTheOldVersion) {
  Policy policy;
  policy.roots = {"git:main:"};
  policy.ignores = {{.path = "old"}};
  Finding finding = About(kType, "a.M.x", "");
  finding.previous.file = "git:main:old/a.proto";
  EXPECT_EQ(Apply(policy, {finding})[0].suppressed, "ignored");
}

TEST(Policy, AnExpiredIgnoreIsAFindingAndHidesNothing) {
  Policy policy;
  policy.today = "2026-03-02";
  policy.ignores = {{.rule = "FIELD_SAME_TYPE", .owner = "ann", .expires = "2026-03-01"}};
  const auto findings = Apply(policy, {About(kType, "a.M.x", "a.proto")});
  ASSERT_THAT(findings, SizeIs(2));
  EXPECT_EQ(findings[0].suppressed, "");
  EXPECT_EQ(findings[1].rule, &kIgnoreExpired);
  EXPECT_THAT(findings[1].message, HasSubstr("2026-03-01 (owner: ann)"));

  policy.today = "2026-03-01";
  EXPECT_THAT(Apply(policy, {About(kType, "a.M.x", "a.proto")}), SizeIs(1));
}

TEST(Policy, AnIgnoreThatMatchesNothingIsAFindingUnlessItIsQuiet) {
  Policy policy;
  policy.ignores = {{.rule = "FIELD_SAME_TYPE", .element = "a.Gone"}};
  const auto findings = Apply(policy, {});
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_EQ(findings[0].rule, &kIgnoreUnused);
  EXPECT_THAT(findings[0].message, HasSubstr("rule 'FIELD_SAME_TYPE', element 'a.Gone'"));
  policy.ignores[0].quiet = true;
  EXPECT_THAT(Apply(policy, {}), IsEmpty());
}

TEST(Policy, ABaselineHidesEachEntryOnce) {
  const Finding known = About(kType, "a.M.x", "a.proto");
  Policy policy;
  policy.baseline = Baseline{"base.json", {{finding::Fingerprint(known), "", "", ""}}};
  const auto findings = Apply(policy, {known, known});
  ASSERT_THAT(findings, SizeIs(2));
  EXPECT_EQ(findings[0].suppressed, "in the baseline base.json");
  EXPECT_EQ(findings[1].suppressed, "");
}

TEST(Policy, ABaselineIsTheSameWhenLinesAndFilesMove) {
  Finding known = About(kType, "a.M.x", "a.proto");
  Policy policy;
  policy.baseline = Baseline{"base.json", {{finding::Fingerprint(known), "", "", ""}}};
  known.span.file = "b.proto";
  known.span.start = {80, 2};
  known.span.source_line = "  int32 x = 1;";
  EXPECT_NE(Apply(policy, {known})[0].suppressed, "");
}

TEST(Policy, ABaselineThatHoldsMoreThanOccursIsSaid) {
  Policy policy;
  policy.baseline = Baseline{"base.json", {{"0123456789abcdef", "", "", ""}}};
  const auto findings = Apply(policy, {});
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_EQ(findings[0].rule, &kBaselineStale);
  EXPECT_THAT(findings[0].message, HasSubstr("1 of 1"));
}

}  // namespace
}  // namespace accord::breaking
