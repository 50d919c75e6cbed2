#include "cli/check_options.h"

#include <algorithm>

namespace accord::cli {

void AddCheckOptions(CLI::App& command, CheckSettings& settings) {
  command.add_option("contracts", settings.contracts, "Files, folders, globs, http(s) URLs, -")
      ->type_name("CONTRACT");
  const auto add = [&](const char* names, auto& target, const char* type, const char* help) {
    command.add_option(names, target, help)->type_name(type)->allow_extra_args(false);
  };
  add("--spec",
      settings.specs,
      "SPEC",
      "What the provider says about itself: OpenAPI, AsyncAPI 3 or, for messages, JSON Schema, a "
      ".proto file or descriptor set; a file, URL or git:REF:PATH (repeatable)");
  add("--message",
      settings.message,
      "NAME",
      "The protobuf message that messages are which do not name theirs");
  add("--consumer", settings.consumers, "NAME", "Only contracts of this consumer (repeatable)");
  add("--provider", settings.provider, "NAME", "Only contracts of this provider");
  add("--severity",
      settings.severities,
      "RULE=LEVEL",
      "error, warning, info or off for a rule (repeatable)");
  add("--baseline", settings.baseline, "FILE", "Findings in it do not count");
  add("--write-baseline", settings.write_baseline, "FILE", "Write what was found as a baseline");
  command.add_flag(
      "--usage", settings.usage, "Tell which operations, statuses and fields no consumer uses");
  command.add_flag("--allow-empty", settings.allow_empty, "Pass when nothing was selected");
  command.add_flag("--allow-fetch",
                   settings.allow_fetch,
                   "Fetch what the specification refers to by URL (never otherwise)");
}

base::Result<void> CheckSense(const CheckSettings& settings) {
  if (settings.specs.empty()) {
    return base::UsageError("no specification was named: accord check --spec SPEC CONTRACT…");
  }
  if (settings.contracts.empty()) {
    return base::UsageError("no contract was named: accord check --spec SPEC CONTRACT…");
  }
  const auto from_stdin =
      std::ranges::count(settings.specs, "-") + std::ranges::count(settings.contracts, "-");
  if (from_stdin > 1) {
    return base::UsageError("only one document can come from standard input");
  }
  return {};
}

}  // namespace accord::cli
