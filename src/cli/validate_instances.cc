#include "cli/validate_instances.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include "accord/base/strings.h"
#include "accord/net/http.h"

#include "cli/rules.h"

namespace accord::cli {
namespace {

using document::Input;
using finding::Finding;

constexpr std::uint64_t kLinesPerLook = 1024;

bool HasLines(const std::string& name) {
  const std::string lower = base::ToLowerAscii(name);
  return lower.ends_with(".ndjson") || lower.ends_with(".jsonl");
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
    AddUnreadable(name, bytes.error().message);
    return;
  }
  document::LoadResult loaded = document::Parse(name, std::move(*bytes));
  if (!loaded.document) {
    tally_.AddUnreadable(std::move(loaded.findings));
    return;
  }
  tally_.AddRemarks(std::move(loaded.findings));
  CheckDocument(loaded.document, 0);
  progress_.OnRead(name, tally_.instances(), tally_.invalid(), -1);
}

void InstanceChecker::CheckLines(const Input& input, const document::InputOptions& options) {
  if (input.source == Input::Source::kStdin) {
    document::JsonLines lines(STDIN_FILENO, input.name);
    CheckStream(lines, input.name, 0);
    return;
  }
  if (input.source == Input::Source::kUrl) {
    const std::string name = net::WithoutUserInfo(input.name);
    auto bytes = document::ReadInput(input, options);
    if (!bytes) {
      AddUnreadable(name, bytes.error().message);
      return;
    }
    const std::uint64_t size = bytes->size();
    std::istringstream stream(std::move(*bytes));
    document::JsonLines lines(stream, name);
    CheckStream(lines, name, size);
    return;
  }
  std::error_code error;
  const std::uint64_t size = std::filesystem::file_size(input.name, error);
  std::ifstream stream(input.name, std::ios::binary);
  if (!stream) {
    AddUnreadable(input.name, fmt::format("cannot read {}", input.name));
    return;
  }
  document::JsonLines lines(stream, input.name);
  CheckStream(lines, input.name, error ? 0 : size);
}

void InstanceChecker::CheckStream(document::JsonLines& lines,
                                  const std::string& name,
                                  std::uint64_t size) {
  std::uint64_t read = 0;
  while (auto line = lines.Next()) {
    if (line->result.document) {
      tally_.AddRemarks(std::move(line->result.findings));
      CheckDocument(line->result.document, line->number);
    } else {
      tally_.AddUnreadable(std::move(line->result.findings));
    }
    if (++read % kLinesPerLook == 0) {
      const double share =
          size == 0 ? -1 : static_cast<double>(lines.position()) / static_cast<double>(size);
      progress_.OnRead(name, tally_.instances(), tally_.invalid(), share);
    }
  }
  if (lines.error()) {
    AddUnreadable(name, lines.error()->message);
  }
}

void InstanceChecker::AddUnreadable(const std::string& name, std::string message) {
  tally_.AddUnreadable({finding::Make(kInputUnreadable, std::move(message), {.file = name})});
}

void InstanceChecker::CheckDocument(const document::DocumentPtr& document, std::uint64_t line) {
  const bool valid = schema::IsValid(schema_, document->root());
  if (options_.output) {
    const schema::OutputUnit trace = schema::Trace(schema_, document->root());
    const document::DocumentPtr output = schema::MakeOutput(trace, *options_.output);
    out_ << document::WriteJson(output->root(), {.indent = 0}) << '\n';
  }
  if (valid) {
    tally_.AddValid(document->name(), line);
    return;
  }
  std::vector<Finding> findings;
  if (tally_.wants_findings()) {
    findings = schema::Explain(schema_, document::Value(document));
    if (findings.empty()) {
      findings.push_back(finding::Make(schema::kInstanceInvalid,
                                       "The document does not fit the schema.",
                                       document->SpanOf(document->root())));
    }
  }
  tally_.AddInvalid(document->name(), line, std::move(findings));
}

}  // namespace accord::cli
