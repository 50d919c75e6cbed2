#include "cli/app.h"

#include <algorithm>
#include <exception>
#include <ostream>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include "accord/base/strings.h"

#include "cli/commands.h"
#include "cli/exit_code.h"

namespace accord::cli {
namespace {

constexpr const char* kFooter = R"(
Exit codes:
  0  clean
  1  findings at or above --fail-on
  2  wrong usage, or nothing was selected
  3  an input could not be read
  4  the environment failed: provider, broker or database not reachable)";

std::vector<std::string> FlagsOf(const CLI::App& command) {
  std::vector<std::string> flags;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      flags.push_back("--" + name);
    }
  }
  return flags;
}

std::vector<std::string> CommandsOf(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) {
    names.push_back(command->get_name());
  }
  return names;
}

/// "did you mean": the nearest command or flag to the first word nobody knows.
std::string Suggestion(const CLI::App& app, const std::vector<std::string>& arguments) {
  const CLI::App* command = &app;
  for (const std::string& argument : arguments) {
    const bool flag = argument.starts_with("--");
    if (!flag && command != &app) {
      continue;
    }
    const std::vector<std::string> known = flag ? FlagsOf(*command) : CommandsOf(app);
    const std::string word = argument.substr(0, argument.find('='));
    if (std::ranges::find(known, word) == known.end()) {
      return base::NearestWord(word, known).value_or("");
    }
    command = flag ? command : app.get_subcommand(word);
  }
  return {};
}

int UsageFailure(const CLI::App& app,
                 const std::vector<std::string>& arguments,
                 const std::string& message,
                 Streams& streams) {
  streams.err << "accord: error: " << message << '\n';
  if (const std::string near = Suggestion(app, arguments); !near.empty()) {
    streams.err << "did you mean '" << near << "'?\n";
  }
  const auto used = app.get_subcommands();
  streams.err << "see 'accord " << (used.empty() ? "" : used.front()->get_name() + " ")
              << "--help'\n";
  return kUsage;
}

int RunUnguarded(const std::vector<std::string>& arguments, Streams& streams) {
  int exit_code = kClean;
  CLI::App app("Tells teams what breaks whom, before it is merged.", "accord");
  app.set_version_flag("--version", "accord " ACCORD_VERSION);
  app.set_help_flag("-h,--help", "Show this help");
  app.require_subcommand(1);
  app.footer(kFooter);
  app.get_formatter()->column_width(34);
  AddVerify(app, streams, exit_code);
  AddCheck(app, streams, exit_code);
  AddBreaking(app, streams, exit_code);
  AddValidate(app, streams, exit_code);
  AddRules(app, streams, exit_code);
  AddInit(app, streams, exit_code);
  AddCompletion(app, streams, exit_code);
  try {
    // CLI11 takes the arguments from the back.
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::CallForVersion& call) {
    streams.out << call.what() << '\n';
  } catch (const CLI::CallForHelp&) {
    const auto used = app.get_subcommands();
    streams.out << (used.empty() ? app.help() : used.front()->help(app.get_name()));
  } catch (const CLI::ParseError& error) {
    if (arguments.empty()) {
      streams.err << app.help();
      return kUsage;
    }
    return UsageFailure(app, arguments, error.what(), streams);
  }
  return exit_code;
}

}  // namespace

int Run(const std::vector<std::string>& arguments, Streams& streams) {
  try {
    return RunUnguarded(arguments, streams);
  } catch (const std::bad_alloc&) {
    streams.err << "accord: error: out of memory\n";
  } catch (const std::exception& error) {
    streams.err << "accord: internal error: " << error.what() << '\n';
  }
  return kEnvironment;
}

}  // namespace accord::cli
