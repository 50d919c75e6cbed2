#include <algorithm>
#include <chrono>
#include <iterator>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "accord/match/compare.h"
#include "accord/openapi/description.h"

#include "cli/commands.h"
#include "cli/config.h"
#include "cli/contracts.h"
#include "cli/exit_code.h"
#include "cli/local_files.h"
#include "cli/reporting.h"
#include "cli/url_fetcher.h"
#include "cli/validate_schema.h"

namespace accord::cli {
namespace {

struct ValidateCommand {
  SchemaValidation schema;  // Its inputs are contracts and descriptions when there is no schema.
};

void Judge(finding::Check& check) {
  const bool failed = std::ranges::any_of(check.findings, [](const finding::Finding& finding) {
    return finding.severity == finding::Severity::kError;
  });
  check.outcome = failed ? finding::Outcome::kFailed : finding::Outcome::kPassed;
}

void MoveFindingsOf(const std::string& file,
                    std::vector<finding::Finding>& from,
                    std::vector<finding::Finding>& to) {
  const auto theirs =
      std::stable_partition(from.begin(), from.end(), [&](const finding::Finding& finding) {
        return finding.span.file != file;
      });
  std::move(theirs, from.end(), std::back_inserter(to));
  from.erase(theirs, from.end());
}

/// Contracts that could be read, with what their rules would do wrong when they run.
finding::Report Describe(Contracts contracts) {
  finding::Report report;
  report.command = "validate";
  report.findings = std::move(contracts.findings);
  for (const pact::Pact& pact : contracts.pacts) {
    finding::Check check;
    check.kind = "contract";
    check.group = pact.consumer + " → " + pact.provider;
    check.name = fmt::format("{} (Pact {}, {} interaction{})",
                             pact.document->name(),
                             ToString(pact.version),
                             pact.interactions.size(),
                             pact.interactions.size() == 1 ? "" : "s");
    check.span.file = pact.document->name();
    MoveFindingsOf(check.span.file, report.findings, check.findings);
    for (const pact::Interaction& interaction : pact.interactions) {
      auto findings = match::CheckRules(interaction);
      check.findings.insert(check.findings.end(), findings.begin(), findings.end());
    }
    Judge(check);
    report.checks.push_back(std::move(check));
  }
  return report;
}

std::size_t CountOperations(const openapi::Description& description) {
  std::size_t count = 0;
  for (const openapi::PathItem& item : description.paths) {
    count += item.operations.size();
  }
  return count;
}

/// Adds a check for an OpenAPI document; false when it could not be read at all.
bool AddDescription(const DescriptionFile& file, finding::Report& report) {
  openapi::LoadResult loaded = openapi::Load(file.document, {file.uri, LocalFiles()});
  if (!loaded.description) {
    std::ranges::move(loaded.findings, std::back_inserter(report.findings));
    return false;
  }
  const openapi::Description& description = *loaded.description;
  finding::Check check;
  check.kind = "document";
  check.group = description.title.empty() ? "OpenAPI" : description.title;
  const std::size_t operations = CountOperations(description);
  check.name = fmt::format("{} ({} {}, {} operation{})",
                           file.document->name(),
                           description.version == openapi::Version::k2_0 ? "Swagger" : "OpenAPI",
                           description.version_text,
                           operations,
                           operations == 1 ? "" : "s");
  check.span.file = file.document->name();
  MoveFindingsOf(check.span.file, report.findings, check.findings);
  auto about_schemas = openapi::CheckSchemas(description, loaded.findings);
  std::ranges::move(loaded.findings, std::back_inserter(check.findings));
  std::ranges::move(about_schemas, std::back_inserter(check.findings));
  Judge(check);
  report.checks.push_back(std::move(check));
  return true;
}

base::Result<int> RunValidate(const ValidateCommand& command, Streams& streams) {
  const auto start = std::chrono::steady_clock::now();
  auto contracts = LoadContracts({command.schema.inputs, {}, LazyFetcher(), true});
  if (!contracts) {
    return contracts.error();
  }
  bool unreadable = contracts->unreadable > 0;
  const std::vector<DescriptionFile> descriptions = std::move(contracts->descriptions);
  finding::Report report = Describe(std::move(*contracts));
  for (const DescriptionFile& file : descriptions) {
    unreadable = !AddDescription(file, report) || unreadable;
  }
  CloseReport(start, command.schema.report, report);
  const auto exit_code = WriteReport(report, command.schema.report, streams);
  if (!exit_code) {
    return exit_code.error();
  }
  return unreadable ? static_cast<int>(kUnreadable) : *exit_code;
}

}  // namespace

void AddValidate(CLI::App& app, Streams& streams, int& exit_code) {
  auto command = std::make_shared<ValidateCommand>();
  CLI::App* validate =
      app.add_subcommand("validate",
                         "Check that contracts and OpenAPI documents are well formed and make "
                         "sense, or that documents fit a JSON Schema");
  validate
      ->add_option("inputs",
                   command->schema.inputs,
                   "Files, folders, globs, http(s) URLs, - for standard input")
      ->type_name("FILE")
      ->required();
  AddSchemaOptions(*validate, command->schema);
  AddReportOptions(*validate, command->schema.report);
  validate->callback([command, validate, &streams, &exit_code] {
    if (const auto paired = PairOutputs(*validate, command->schema.report); !paired) {
      exit_code = PrintError(paired.error(), streams);
      return;
    }
    const auto result = command->schema.schema.empty()
                            ? RunValidate(*command, streams)
                            : RunSchemaValidation(command->schema, streams);
    exit_code = result ? *result : PrintError(result.error(), streams);
  });
}

}  // namespace accord::cli
