#include <array>
#include <string>
#include <utility>

#include "tests/golden/sample_reports.h"

namespace accord::golden {
namespace {

using finding::Audience;
using finding::Direction;
using finding::Finding;
using finding::Report;
using finding::Severity;
using finding::Span;

constexpr std::array kWire = {Audience::kBinary, Audience::kSource};
constexpr std::array kSource = {Audience::kSource};

constexpr finding::RuleInfo kFieldDeleted{
    .id = "FIELD_NO_DELETE",
    .severity = Severity::kError,
    .summary = "A field is gone",
    .explanation = "Readers with the old definition see the field's default, <b>silently</b>.",
    .categories = "FILE PACKAGE",
    .breaks = kWire,
    .remedy = "Mark the field deprecated, and reserve its number & name once nobody uses it.",
    .example = " message Order {\n-  int64 total = 3;\n+  reserved 3;\n }"};
constexpr finding::RuleInfo kFileDeleted{.id = "FILE_NO_DELETE",
                                         .severity = Severity::kError,
                                         .summary = "A file is gone.",
                                         .explanation = "Code that includes it does not compile.",
                                         .categories = "FILE",
                                         .breaks = kSource};
constexpr finding::RuleInfo kIgnoreUnused{
    .id = "ignore-unused",
    .severity = Severity::kWarning,
    .summary = "An ignore matches nothing",
    .explanation = "What nobody needs any more hides the next mistake."};

Span At(std::string file,
        finding::Position start,
        std::uint32_t length,
        std::string source_line = {}) {
  Span span;
  span.file = std::move(file);
  span.start = start;
  span.end = {.line = start.line, .column = start.column + length};
  span.source_line = std::move(source_line);
  return span;
}

Finding DeletedField() {
  Finding finding = finding::Make(
      kFieldDeleted,
      R"(Previously present field "3" with name "total" on message "Order" was deleted.)",
      At("protos/acme/orders & more/v1/order.proto", {14, 3}, 11, "  reserved 3;"));
  finding.previous = At("git:main:protos/acme/orders & more/v1/order.proto",
                        {16, 3},
                        16,
                        "  int64 total = 3;  // in <cents>");
  finding.element = "acme.orders.v1.Order.total";
  finding.breaks = {Audience::kBinary, Audience::kSource};
  finding.directions = {Direction::kNewClientOldServer, Direction::kStoredData};
  finding.witnesses.push_back({.direction = Direction::kStoredData,
                               .type = "acme.orders.v1.Order",
                               .written = "id: \"A-7\"\ntotal: 1250",
                               .bytes = "0a 03 41 2d 37 18 e2 09",
                               .read = "id: \"A-7\"\n3: 1250"});
  finding.witnesses.push_back({.direction = Direction::kNewClientOldServer,
                               .type = "acme.orders.v1.Order",
                               .written = "",
                               .bytes = "",
                               .read = "total is 0"});
  finding.related.push_back(
      {"the message is used in this request",
       At("protos/acme/orders & more/v1/service.proto", {9, 18}, 5, "  rpc Place(Order)")});
  finding.help = "keep the field and mark it deprecated";
  return finding;
}

Finding SuppressedField() {
  Finding finding = DeletedField();
  finding.message = R"(Previously present field "4" with name "note" was deleted.)";
  finding.element = "acme.orders.v1.Order.note";
  finding.witnesses.clear();
  finding.suppressed = "nobody ever wrote it (owner: team-orders, until 2031-01-31)";
  return finding;
}

Finding DeletedFile() {
  Finding finding =
      finding::Make(kFileDeleted, R"(Previously present file "acme/old.proto" was deleted.)");
  finding.severity = Severity::kInfo;
  finding.previous = At("old/acme/old.proto", {1, 1}, 18, "syntax = \"proto3\";");
  finding.breaks = {Audience::kSource};
  return finding;
}

}  // namespace

Report Comparison() {
  Report report;
  report.command = "breaking";
  report.subject = "protos against git:main";
  report.findings.push_back(DeletedField());
  report.findings.push_back(
      finding::Make(kIgnoreUnused, "the ignore of FIELD_SAME_TYPE matches nothing"));
  report.findings.push_back(SuppressedField());
  report.findings.push_back(DeletedFile());
  report.scope = "12 files compared, 3 unchanged";
  report.notices = {"accord.yaml says nothing about a baseline"};
  report.seconds = 0.021;
  finding::Finish(report);
  return report;
}

}  // namespace accord::golden
