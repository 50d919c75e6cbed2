#include <memory>
#include <ostream>
#include <string>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/exit_code.h"

namespace accord::cli {
namespace {

std::string FlagsOf(const CLI::App& command) {
  std::string words;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      words += (words.empty() ? "--" : " --") + name;
    }
  }
  return words;
}

std::string Names(const CLI::App& app) {
  std::string names;
  for (const CLI::App* command : app.get_subcommands({})) {
    names += (names.empty() ? "" : " ") + command->get_name();
  }
  return names;
}

void WriteBash(const CLI::App& app, std::ostream& out) {
  out << "_accord() {\n"
         "  local word=${COMP_WORDS[COMP_CWORD]} words\n"
         "  case ${COMP_WORDS[1]} in\n";
  for (const CLI::App* command : app.get_subcommands({})) {
    out << fmt::format("    {}) words=\"{}\" ;;\n", command->get_name(), FlagsOf(*command));
  }
  out << fmt::format("    *) words=\"{} {}\" ;;\n", Names(app), FlagsOf(app))
      << "  esac\n"
         "  [ \"$COMP_CWORD\" -gt 1 ] || words=\""
      << Names(app) << ' ' << FlagsOf(app)
      << "\"\n"
         "  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
         "}\n"
         "complete -o default -F _accord accord\n";
}

void WriteZsh(const CLI::App& app, std::ostream& out) {
  out << "#compdef accord\nautoload -U +X bashcompinit && bashcompinit\n";
  WriteBash(app, out);
}

void WriteFish(const CLI::App& app, std::ostream& out) {
  for (const CLI::App* command : app.get_subcommands({})) {
    out << fmt::format("complete -c accord -n __fish_use_subcommand -a {} -d '{}'\n",
                       command->get_name(),
                       command->get_description());
    for (const CLI::Option* option : command->get_options()) {
      for (const std::string& name : option->get_lnames()) {
        out << fmt::format("complete -c accord -n '__fish_seen_subcommand_from {}' -l {}\n",
                           command->get_name(),
                           name);
      }
    }
  }
}

}  // namespace

void AddCompletion(CLI::App& app, Streams& streams, int& exit_code) {
  auto shell = std::make_shared<std::string>();
  CLI::App* completion = app.add_subcommand("completion", "Write a completion script for a shell");
  completion->add_option("shell", *shell, "bash, zsh or fish")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  completion->callback([&app, shell, &streams, &exit_code] {
    exit_code = kClean;
    if (*shell == "bash") {
      WriteBash(app, streams.out);
    } else if (*shell == "zsh") {
      WriteZsh(app, streams.out);
    } else {
      WriteFish(app, streams.out);
    }
  });
}

}  // namespace accord::cli
