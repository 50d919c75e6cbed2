#include "tests/golden/sample_reports.h"

#include <string>
#include <utility>

namespace accord::golden {
namespace {

using finding::Check;
using finding::Finding;
using finding::Outcome;
using finding::Report;
using finding::Severity;
using finding::Span;

constexpr finding::RuleInfo kUnknownMatcher{
    .id = "pact-unknown-matcher",
    .severity = Severity::kWarning,
    .summary = "A matching rule names a matcher that does not exist.",
    .explanation = "The rule is ignored and the value compared exactly."};
constexpr finding::RuleInfo kType{.id = "body-type",
                                  .severity = Severity::kError,
                                  .summary = "A value has another type than the contract asks for.",
                                  .explanation = "Consumers fail to read it."};
constexpr finding::RuleInfo kStatus{.id = "response-status",
                                    .severity = Severity::kError,
                                    .summary = "The status differs.",
                                    .explanation = "Consumers take another branch."};
constexpr finding::RuleInfo kStateFailed{.id = "state-set-up-failed",
                                         .severity = Severity::kError,
                                         .summary = "A provider state could not be set up.",
                                         .explanation = "The interaction was not sent."};
constexpr finding::RuleInfo kSyntax{.id = "document-syntax",
                                    .severity = Severity::kError,
                                    .summary = "The text is not well formed.",
                                    .explanation = "Nothing else can be checked."};
constexpr finding::RuleInfo kDuplicate{.id = "document-duplicate-key",
                                       .severity = Severity::kWarning,
                                       .summary = "A key stands twice in one object.",
                                       .explanation = "Readers disagree about which one counts."};

constexpr const char* kWebShop = "contracts/web-shop-orders.json";

Span At(std::string file,
        std::uint32_t line,
        std::uint32_t column,
        std::uint32_t length,
        std::string source_line) {
  Span span;
  span.file = std::move(file);
  span.start = {.line = line, .column = column};
  span.end = {.line = line, .column = column + length};
  span.source_line = std::move(source_line);
  return span;
}

Check Interaction(std::string name, std::uint32_t line, Outcome outcome) {
  Check check;
  check.group = "web-shop → orders";
  check.kind = "http";
  check.span = At(kWebShop, line, 5, 1, "    {");
  check.name = std::move(name);
  check.outcome = outcome;
  return check;
}

Finding UnknownMatcher() {
  Finding finding =
      finding::Make(kUnknownMatcher,
                    "unknown matcher \"regx\"",
                    At(kWebShop, 41, 22, 6, R"(            "match": "regx", "regex": "\\d+")"));
  finding.related.push_back(
      {"the interaction is declared here",
       At(kWebShop, 12, 22, 22, R"(      "description": "a request for an order")")});
  finding.help = "did you mean \"regex\"?";
  return finding;
}

Check FailedOrders() {
  Check check = Interaction("a request for all orders", 88, Outcome::kFailed);
  check.given = {"three orders exist", "the user is signed in as Zoë"};
  check.comments = {"The shop's start page lists these."};
  check.milliseconds = 8.4;
  check.reproduce =
      "curl -sS -X GET 'http://localhost:8080/orders?status=open&page=1' "
      "-H 'Accept: application/json'";

  Finding id = finding::Make(kType,
                             "the value is a string, but an integer is expected",
                             At(kWebShop, 104, 19, 1, R"(            "id": 1,)"));
  id.path = "$.items[0].id";
  id.expected = "1";
  id.actual = "\"1\"";
  id.demand = "an integer (rule at $.items[*].id)";
  id.diff = " {\n-  \"id\": 1,\n+  \"id\": \"1\",\n   \"total\": 12.50\n }";
  id.help = "return the number itself, or ask web-shop to accept a string";
  check.findings.push_back(std::move(id));

  Finding text = finding::Make(kType, "the values differ");
  text.path = "$.items[0].description";
  const std::string common =
      "\"One of the many long descriptions in which nothing differs for quite a while, and then ";
  text.expected = common + "the colour is blue and the size is medium, as always in this shop\"";
  text.actual = common + "the colour is red and the size is medium, as always in this shop\"";
  text.demand = "equal to the example, because no rule covers $.items[*].description";
  check.findings.push_back(std::move(text));

  Finding header = finding::Make(kType, "the header is missing");
  header.severity = Severity::kWarning;
  header.path = "header X-Total";
  header.expected = R"(a regular expression \d+, as in "3")";
  check.findings.push_back(std::move(header));
  return check;
}

Check PendingCancel() {
  Check check = Interaction("a request to cancel an order", 131, Outcome::kPending);
  check.milliseconds = 1234.5;
  Finding status = finding::Make(kStatus, "the status is 501, but 204 is expected");
  status.path = "status";
  status.expected = "204";
  status.actual = "501";
  check.findings.push_back(std::move(status));
  return check;
}

Check BrokenInvoice() {
  Check check = Interaction("a request for an invoice", 170, Outcome::kError);
  check.given = {"an invoice exists"};
  Finding state = finding::Make(
      kStateFailed,
      "setting up the state \"an invoice exists\" failed: POST http://localhost:8080/_state "
      "answered 500",
      At(kWebShop, 172, 19, 19, R"(        {"name": "an invoice exists"})"));
  state.actual = "no such table: invoices";
  state.help = "the body of the answer is above; the provider's log has the rest";
  check.findings.push_back(std::move(state));
  return check;
}

Check ManyFindings() {
  Check check = Interaction("an order was placed", 9, Outcome::kFailed);
  check.group = "billing → orders";
  check.kind = "message";
  check.span.file = "contracts/billing-orders.json";
  for (int i = 0; i < 12; ++i) {
    Finding finding = finding::Make(kType, "the value is null, but a decimal number is expected");
    finding.path = "$.lines[" + std::to_string(i) + "].price";
    finding.expected = "9.99";
    finding.actual = "null";
    check.findings.push_back(std::move(finding));
  }
  return check;
}

}  // namespace

Report Verification() {
  Report report;
  report.command = "verify";
  report.subject = "orders at http://localhost:8080";
  report.findings.push_back(UnknownMatcher());

  Check passed = Interaction("a request for an order", 10, Outcome::kPassed);
  passed.given = {"order 7 exists"};
  passed.milliseconds = 12;
  report.checks.push_back(std::move(passed));
  report.checks.push_back(FailedOrders());
  report.checks.push_back(PendingCancel());
  report.checks.push_back(BrokenInvoice());
  Check skipped = Interaction("a request for a refund", 190, Outcome::kSkipped);
  skipped.notes = {"left out by --filter-description order"};
  report.checks.push_back(std::move(skipped));
  report.checks.push_back(ManyFindings());
  report.notices = {"1 of 2 contracts is pending for the main branch of orders"};
  report.seconds = 1.284;
  finding::Finish(report);
  return report;
}

Report Validation() {
  Report report;
  report.command = "validate";
  Finding syntax = finding::Make(
      kSyntax,
      "a comma or ] is missing",
      At("orders.json",
         3,
         39,
         8,
         "\t\t\"größe\": [\"klein\", \"mittel\", \"groß\" \"riesig\"], \"注文\": true,"
         " \"note\": \"everything after this makes the line too wide for any terminal\""));
  syntax.span.end = {.line = 4, .column = 2};
  syntax.help = "put a comma between the two values";
  report.findings.push_back(std::move(syntax));

  Finding duplicate = finding::Make(
      kDuplicate, "the key \"id\" stands twice", At("shop/openapi.yaml", 120, 5, 2, "    id: 2"));
  duplicate.related.push_back(
      {"it stands here first", At("shop/openapi.yaml", 117, 5, 2, "    id: 1")});
  report.findings.push_back(std::move(duplicate));

  Span whole_file;
  whole_file.file = "empty.json";
  report.findings.push_back(finding::Make(kSyntax, "the document is empty", whole_file));
  report.seconds = 0.004;
  finding::Finish(report);
  return report;
}

}  // namespace accord::golden
