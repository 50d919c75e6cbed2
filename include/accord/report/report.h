#pragma once

#include <iosfwd>
#include <optional>
#include <string_view>
#include <vector>

#include "accord/finding/report.h"

namespace accord::report {

/// How a report is written.
struct Style {
  bool color = false;    ///< ANSI colours (text only).
  int width = 100;       ///< Columns of the terminal; long values are cut to it (text only).
  bool verbose = false;  ///< Passed checks in detail and suppressed findings too (text only).
  finding::Severity fail_on = finding::Severity::kError;  ///< For the verdict line.
};

void WriteText(const finding::Report& report, const Style& style, std::ostream& out);
/// Follows `schemas/report.schema.json`.
void WriteJson(const finding::Report& report, const Style& style, std::ostream& out);
/// One testsuite per group, one testcase per check; for findings about inputs per file and finding.
void WriteJunit(const finding::Report& report, const Style& style, std::ostream& out);
/// GitHub workflow commands (`::error file=…`).
void WriteGithub(const finding::Report& report, const Style& style, std::ostream& out);
/// For a pull-request comment or a job summary.
void WriteMarkdown(const finding::Report& report, const Style& style, std::ostream& out);

/// SARIF 2.1.0 (OASIS), for GitHub code scanning and others; with the help of the rules used.
void WriteSarif(const finding::Report& report, const Style& style, std::ostream& out);
/// GitLab Code Quality; suppressed findings are left out.
void WriteGitlab(const finding::Report& report, const Style& style, std::ostream& out);
/// One self-contained page for people.
void WriteHtml(const finding::Report& report, const Style& style, std::ostream& out);
/// One JSON object per line with the keys of `buf breaking --error-format=json`, nothing else.
void WriteBufJson(const finding::Report& report, const Style& style, std::ostream& out);

using Writer = void (*)(const finding::Report&, const Style&, std::ostream&);

struct FormatEntry {
  std::string_view name;  ///< As in `--format`.
  Writer write;
};

/// All formats; the order is that of `--help`.
const std::vector<FormatEntry>& Formats();
/// nullptr for an unknown name.
Writer FindFormat(std::string_view name);

}  // namespace accord::report
