#include "cli/reporting.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <ostream>
#include <utility>

#include <fmt/format.h>

#include "accord/report/report.h"

#include "cli/exit_code.h"

namespace accord::cli {
namespace {

constexpr const char* kFormatFlag = "--format";
constexpr const char* kOutputFlag = "--output";

std::string FormatNames() {
  std::string names;
  for (const report::FormatEntry& format : report::Formats()) {
    names += (names.empty() ? "" : "|") + std::string(format.name);
  }
  return names;
}

std::string FormatOf(const std::string& file) {
  using Ending = std::pair<std::string_view, std::string_view>;
  static constexpr std::array<Ending, 6> kEndings = {{{".sarif.json", "sarif"},
                                                      {".sarif", "sarif"},
                                                      {".json", "json"},
                                                      {".xml", "junit"},
                                                      {".md", "markdown"},
                                                      {".html", "html"}}};
  for (const auto& [ending, format] : kEndings) {
    if (file.size() > ending.size() && file.ends_with(ending)) {
      return std::string(format);
    }
  }
  return "text";
}

report::Style StyleOf(const ReportSettings& settings, const Streams& streams, bool to_terminal) {
  report::Style style;
  style.color =
      settings.color == "always" || (settings.color == "auto" && to_terminal && !streams.no_color);
  style.width = streams.width;
  style.verbose = settings.verbose;
  style.fail_on = FailOn(settings);
  return style;
}

base::Result<void> WriteToFile(const finding::Report& report,
                               const Output& output,
                               report::Style style,
                               report::Writer writer) {
  style.color = false;
  std::ofstream file(output.file, std::ios::binary | std::ios::trunc);
  if (file) {
    writer(report, style, file);
    file.flush();
  }
  if (!file) {
    return base::EnvironmentError(fmt::format("cannot write the report to '{}'", output.file));
  }
  return {};
}

}  // namespace

void AddReportOptions(CLI::App& command, ReportSettings& settings) {
  // The values are read in their order by PairOutputs.
  const auto keep = [](const std::vector<std::string>& /*values*/) {};
  command
      .add_option_function<std::vector<std::string>>(
          kFormatFlag, keep, fmt::format("Report format: {} (repeatable)", FormatNames()))
      ->type_name("FORMAT")
      ->allow_extra_args(false)
      ->group("Reports");
  command
      .add_option_function<std::vector<std::string>>(
          kOutputFlag, keep, "Write the --format before it to a file instead of standard output")
      ->type_name("FILE")
      ->allow_extra_args(false)
      ->group("Reports");
  command
      .add_option("--fail-on",
                  settings.fail_on,
                  "Least severity that makes the run fail: info, warning, error (default error)")
      ->check(CLI::IsMember({"info", "warning", "error"}).description(""))
      ->type_name("SEVERITY")
      ->group("Reports");
  command.add_option("--color", settings.color, "auto, always or never (also: NO_COLOR)")
      ->check(CLI::IsMember({"auto", "always", "never"}).description(""))
      ->type_name("WHEN")
      ->group("Reports");
  command.add_flag("-v,--verbose", settings.verbose, "Details of what passed, too")
      ->group("Reports");
  command.add_flag("-q,--quiet", settings.quiet, "No progress and no notices")->group("Reports");
}

base::Result<void> PairOutputs(const CLI::App& command, ReportSettings& settings) {
  std::vector<Output> outputs;
  std::size_t formats = 0;
  std::size_t files = 0;
  for (const CLI::Option* option : command.parse_order()) {
    if (option->get_name() == kFormatFlag) {
      const std::string& format = option->results()[formats++];
      if (report::FindFormat(format) == nullptr) {
        return base::UsageError(
            fmt::format("--format: '{}' is not one of {}", format, FormatNames()));
      }
      outputs.push_back({format, {}});
    } else if (option->get_name() == kOutputFlag) {
      const std::string& file = option->results()[files++];
      if (outputs.empty() || !outputs.back().file.empty()) {
        outputs.push_back({FormatOf(file), {}});
      }
      outputs.back().file = file;
    }
  }
  if (!outputs.empty()) {
    settings.outputs = std::move(outputs);
  }
  if (settings.outputs.empty()) {
    settings.outputs.push_back({"text", {}});
  }
  std::size_t to_stdout = 0;
  for (const Output& output : settings.outputs) {
    to_stdout += output.file.empty() ? 1U : 0U;
  }
  for (const Output& output : settings.outputs) {
    if (!output.file.empty() &&
        std::ranges::count(settings.outputs, output.file, &Output::file) > 1) {
      return base::UsageError(fmt::format("'{}' is the --output of two reports", output.file));
    }
  }
  if (to_stdout > 1) {
    return base::UsageError("only one --format can go to standard output; add --output FILE");
  }
  return {};
}

finding::Severity FailOn(const ReportSettings& settings) {
  if (settings.fail_on == "info") {
    return finding::Severity::kInfo;
  }
  return settings.fail_on == "warning" ? finding::Severity::kWarning : finding::Severity::kError;
}

void CloseReport(std::chrono::steady_clock::time_point start,
                 const ReportSettings& settings,
                 finding::Report& report) {
  if (settings.quiet) {
    report.notices.clear();
  }
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  finding::Finish(report);
}

base::Result<int> WriteReport(const finding::Report& report,
                              const ReportSettings& settings,
                              Streams& streams) {
  for (const Output& output : settings.outputs) {
    const report::Writer writer = report::FindFormat(output.format);
    if (!output.file.empty()) {
      const auto written = WriteToFile(report, output, StyleOf(settings, streams, false), writer);
      if (!written) {
        return written.error();
      }
      continue;
    }
    writer(report, StyleOf(settings, streams, streams.out_is_terminal), streams.out);
    streams.out.flush();
    if (!streams.out) {
      return base::EnvironmentError("cannot write the report to standard output");
    }
  }
  return report.Fails(FailOn(settings)) ? kFindings : kClean;
}

int PrintError(const base::Error& error, Streams& streams) {
  streams.err << "accord: error: " << error.message << '\n';
  return ToExitCode(error.kind);
}

void PrintFindings(std::vector<finding::Finding> findings, Streams& streams) {
  finding::Report report;
  report.findings = std::move(findings);
  report::Style style;
  style.color = streams.err_is_terminal && !streams.no_color;
  style.width = streams.width;
  report::WriteText(report, style, streams.err);
}

}  // namespace accord::cli
