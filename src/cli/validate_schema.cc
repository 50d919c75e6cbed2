#include "cli/validate_schema.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <ostream>
#include <utility>

#include <fmt/format.h>

#include "accord/schema/dialect.h"

#include "cli/exit_code.h"
#include "cli/instance_tally.h"
#include "cli/reporting.h"
#include "cli/rules.h"
#include "cli/url_fetcher.h"
#include "cli/validate_instances.h"
#include "cli/validate_schema_source.h"

namespace accord::cli {
namespace {

using schema::OutputFormat;

constexpr const char* kGroup = "JSON Schema";

std::optional<OutputFormat> ParseOutputFormat(const std::string& name) {
  static constexpr std::array<std::pair<std::string_view, OutputFormat>, 4> kNames = {
      {{"flag", OutputFormat::kFlag},
       {"basic", OutputFormat::kBasic},
       {"detailed", OutputFormat::kDetailed},
       {"verbose", OutputFormat::kVerbose}}};
  for (const auto& [text, format] : kNames) {
    if (name == text) {
      return format;
    }
  }
  return std::nullopt;
}

base::Result<void> CheckSense(const SchemaValidation& settings) {
  if (!settings.dialect.empty() && !schema::ParseDialect(settings.dialect)) {
    return base::UsageError(
        fmt::format("--dialect: '{}' is not one of draft-04, draft-06, draft-07, 2019-09, "
                    "2020-12, openapi-3.0, openapi-3.1",
                    settings.dialect));
  }
  const auto from_stdin = std::ranges::count(settings.inputs, "-");
  if (settings.schema == "-" && from_stdin > 0) {
    return base::UsageError("the schema and a document cannot both come from standard input");
  }
  return {};
}

/// With --output-format standard output is for that alone; reports to files stay.
base::Result<ReportSettings> ReportsBeside(const SchemaValidation& settings) {
  ReportSettings report = settings.report;
  if (settings.output_format.empty()) {
    return report;
  }
  for (const Output& output : report.outputs) {
    if (output.file.empty() && output.format != "text") {
      return base::UsageError(
          "--output-format and --format cannot both go to standard output; add --output FILE");
    }
  }
  std::erase_if(report.outputs, [](const Output& output) { return output.file.empty(); });
  return report;
}

document::InputOptions MakeInputOptions() {
  document::InputOptions options;
  options.extensions = {".json", ".yaml", ".yml", ".ndjson", ".jsonl"};
  options.fetch = LazyFetcher();
  return options;
}

void CheckInputs(const SchemaValidation& settings, InstanceChecker& checker, InstanceTally& tally) {
  const document::InputOptions options = MakeInputOptions();
  for (const std::string& argument : settings.inputs) {
    const auto inputs = document::ExpandInputs({argument}, options);
    if (!inputs) {
      tally.AddUnreadable(
          {finding::Make(kInputUnreadable, inputs.error().message, {.file = argument})});
      continue;
    }
    for (const document::Input& input : *inputs) {
      checker.Check(input, options);
    }
  }
}

/// Findings that no report on standard output shows go to standard error.
void TellBeside(const finding::Report& report, const SchemaValidation& settings, Streams& streams) {
  if (!settings.output_format.empty() && !report.findings.empty()) {
    PrintFindings(report.findings, streams);
  }
}

}  // namespace

void AddSchemaOptions(CLI::App& command, SchemaValidation& settings) {
  CLI::Option* schema =
      command
          .add_option("--schema",
                      settings.schema,
                      "Check documents (JSON, YAML, NDJSON) against this JSON Schema: a file, URL "
                      "or git:REF:PATH, with #/pointer for a place in it")
          ->type_name("SCHEMA")
          ->group(kGroup);
  const auto only_with_schema = [schema](CLI::Option* option) {
    option->needs(schema)->group(kGroup);
  };
  only_with_schema(command
                       .add_option("--dialect",
                                   settings.dialect,
                                   "Dialect of schemas without $schema: draft-04, draft-06, "
                                   "draft-07, 2019-09, 2020-12 (default), openapi-3.0, openapi-3.1")
                       ->type_name("NAME"));
  only_with_schema(command
                       .add_option("--schema-dir",
                                   settings.schema_dirs,
                                   "Folder of documents that references may lead to, by $id or "
                                   "path (repeatable)")
                       ->type_name("DIR")
                       ->allow_extra_args(false));
  only_with_schema(command.add_flag("--allow-fetch",
                                    settings.allow_fetch,
                                    "Fetch what references name by URL (never otherwise)"));
  only_with_schema(command.add_flag(
      "--assert-formats", settings.assert_formats, "Values must fit `format`, in every dialect"));
  only_with_schema(command.add_flag(
      "--ndjson", settings.ndjson, "One document per line (.ndjson and .jsonl always have)"));
  only_with_schema(command
                       .add_option("--max-findings",
                                   settings.max_findings,
                                   "Findings to show; more are counted (default 100)")
                       ->check(CLI::Range(std::size_t{1}, std::size_t{1000000}).description(""))
                       ->type_name("N"));
  only_with_schema(
      command
          .add_option("--output-format",
                      settings.output_format,
                      "Print JSON Schema's own output instead of a report, one line per document: "
                      "flag, basic, detailed, verbose")
          ->check(CLI::IsMember({"flag", "basic", "detailed", "verbose"}).description(""))
          ->type_name("FORMAT"));
}

base::Result<int> RunSchemaValidation(const SchemaValidation& settings, Streams& streams) {
  const auto start = std::chrono::steady_clock::now();
  if (const auto checked = CheckSense(settings); !checked) {
    return checked.error();
  }
  const auto reports = ReportsBeside(settings);
  if (!reports) {
    return reports.error();
  }
  auto compiled = OpenSchema(settings);
  if (!compiled) {
    return compiled.error();
  }
  finding::Report report;
  report.command = "validate";
  report.subject = settings.schema;
  report.findings = std::move(compiled->findings);
  bool unreadable = compiled->schema == nullptr;
  if (compiled->schema) {
    InstanceTally tally(settings.schema, settings.max_findings, report);
    Progress progress(streams, !settings.report.quiet);
    InstanceChecker checker(*compiled->schema,
                            {settings.ndjson, ParseOutputFormat(settings.output_format)},
                            tally,
                            progress,
                            streams.out);
    CheckInputs(settings, checker, tally);
    tally.Close();
    unreadable = tally.unreadable() > 0;
  }
  CloseReport(start, *reports, report);
  TellBeside(report, settings, streams);
  const auto exit_code = WriteReport(report, *reports, streams);
  if (!exit_code) {
    return exit_code.error();
  }
  return unreadable ? static_cast<int>(kUnreadable) : *exit_code;
}

}  // namespace accord::cli
