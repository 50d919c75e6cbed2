#pragma once

#include <chrono>
#include <vector>

#include <CLI/App.hpp>

#include "accord/base/result.h"
#include "accord/finding/report.h"

#include "cli/settings.h"
#include "cli/streams.h"

namespace accord::cli {

/// Adds --format, --output, --fail-on, --color, --verbose and --quiet.
void AddReportOptions(CLI::App& command, ReportSettings& settings);

/// Pairs each --format with the --output that follows it; call after parsing. Flags replace what
/// the configuration file said.
base::Result<void> PairOutputs(const CLI::App& command, ReportSettings& settings);

/// Gives the report its order and the time since `start`, and with --quiet takes its notices away.
void CloseReport(std::chrono::steady_clock::time_point start,
                 const ReportSettings& settings,
                 finding::Report& report);

/// Writes the report in all its formats and returns the exit code its findings ask for.
base::Result<int> WriteReport(const finding::Report& report,
                              const ReportSettings& settings,
                              Streams& streams);

finding::Severity FailOn(const ReportSettings& settings);

/// Prints `accord: error: …` and returns the exit code.
int PrintError(const base::Error& error, Streams& streams);

/// Prints findings that stop a command before it has a report, in the text form, to `err`.
void PrintFindings(std::vector<finding::Finding> findings, Streams& streams);

}  // namespace accord::cli
