#include "cli/validate_instances.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <utility>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/net/http.h"

#include "cli/rules.h"

namespace accord::cli {
namespace {

using document::Input;
using finding::Finding;

constexpr std::uint32_t kLinesPerLook = 1024;

bool HasLines(const std::string& name) {
  const std::string lower = base::ToLowerAscii(name);
  return lower.ends_with(".ndjson") || lower.ends_with(".jsonl");
}

bool IsBlank(const std::string& line) {
  return line.find_first_not_of(" \t\r") == std::string::npos;
}

/// Places in a line's document, as places in the stream.
void MoveDown(std::vector<Finding>& findings, const std::string& name, std::uint32_t line) {
  for (Finding& finding : findings) {
    if (line > 1 && finding.span.file == name) {
      finding.span.start.line += line - 1;
      finding.span.end.line += line - 1;
    }
  }
}

}  // namespace

void InstanceChecker::Check(const Input& input, const document::InputOptions& options) {
  if (options_.ndjson || HasLines(input.name)) {
    CheckLines(input, options);
  } else {
    CheckWhole(input, options);
  }
}

void InstanceChecker::CheckWhole(const Input& input, const document::InputOptions& options) {
  const bool url = input.source == Input::Source::kUrl;
  const std::string name = url ? net::WithoutUserInfo(input.name) : input.name;
  auto bytes = document::ReadInput(input, options);
  if (!bytes) {
    tally_.AddUnreadable({finding::Make(kInputUnreadable, bytes.error().message, {.file = name})});
    return;
  }
  document::LoadResult loaded = document::Parse(name, std::move(*bytes));
  line_ = 0;
  if (!loaded.document) {
    tally_.AddUnreadable(std::move(loaded.findings));
    return;
  }
  tally_.AddRemarks(std::move(loaded.findings));
  CheckDocument(loaded.document, name);
  progress_.OnRead(name, tally_.instances(), tally_.invalid(), -1);
}

void InstanceChecker::CheckLines(const Input& input, const document::InputOptions& options) {
  if (input.source == Input::Source::kStdin) {
    CheckStream(std::cin, input.name, 0);
    return;
  }
  if (input.source == Input::Source::kUrl) {
    const std::string name = net::WithoutUserInfo(input.name);
    auto bytes = document::ReadInput(input, options);
    if (!bytes) {
      tally_.AddUnreadable(
          {finding::Make(kInputUnreadable, bytes.error().message, {.file = name})});
      return;
    }
    const std::uint64_t size = bytes->size();
    std::istringstream stream(std::move(*bytes));
    CheckStream(stream, name, size);
    return;
  }
  std::error_code error;
  const std::uint64_t size = std::filesystem::file_size(input.name, error);
  std::ifstream stream(input.name, std::ios::binary);
  if (!stream) {
    tally_.AddUnreadable({finding::Make(
        kInputUnreadable, fmt::format("cannot read {}", input.name), {.file = input.name})});
    return;
  }
  CheckStream(stream, input.name, error ? 0 : size);
}

void InstanceChecker::CheckStream(std::istream& stream,
                                  const std::string& name,
                                  std::uint64_t size) {
  std::string line;
  std::uint64_t read = 0;
  for (std::uint32_t number = 1; std::getline(stream, line); ++number) {
    read += line.size() + 1;
    if (!IsBlank(line)) {
      CheckLine(name, std::move(line), number);
    }
    if (number % kLinesPerLook == 0) {
      const double share = size == 0 ? -1 : static_cast<double>(read) / static_cast<double>(size);
      progress_.OnRead(name, tally_.instances(), tally_.invalid(), share);
    }
    line.clear();
  }
}

void InstanceChecker::CheckLine(const std::string& name, std::string line, std::uint32_t number) {
  document::LoadResult loaded =
      document::Parse(name, std::move(line), {.format = document::Format::kJson});
  MoveDown(loaded.findings, name, number);
  if (!loaded.document) {
    tally_.AddUnreadable(std::move(loaded.findings));
    return;
  }
  tally_.AddRemarks(std::move(loaded.findings));
  line_ = number;
  CheckDocument(loaded.document, fmt::format("{}:{}", name, number));
}

void InstanceChecker::CheckDocument(const document::DocumentPtr& document,
                                    const std::string& name) {
  const bool valid = schema::IsValid(schema_, document->root());
  if (options_.output) {
    const schema::OutputUnit trace = schema::Trace(schema_, document->root());
    const document::DocumentPtr output = schema::MakeOutput(trace, *options_.output);
    out_ << document::WriteJson(output->root(), {.indent = 0}) << '\n';
  }
  if (valid) {
    tally_.AddValid(name);
    return;
  }
  std::vector<Finding> findings;
  if (tally_.wants_findings()) {
    findings = schema::Explain(schema_, document::Value(document));
    MoveDown(findings, document->name(), line_);
    if (findings.empty()) {
      findings.push_back(finding::Make(schema::kInstanceInvalid,
                                       "The document does not fit the schema.",
                                       document->SpanOf(document->root())));
      MoveDown(findings, document->name(), line_);
    }
  }
  tally_.AddInvalid(name, std::move(findings));
}

}  // namespace accord::cli
