#include <filesystem>
#include <fstream>
#include <memory>
#include <ostream>

#include "cli/commands.h"
#include "cli/exit_code.h"

namespace accord::cli {
namespace {

constexpr const char* kPath = "accord.yaml";

constexpr const char* kTemplate = R"(# Settings of accord; flags win over this file.
version: 1
failOn: error

verify:
  # Files, folders, globs or URLs, relative to this file.
  contracts: [pacts]
  providerUrl: http://localhost:8080
  # Called before and after every interaction.
  # states:
  #   url: http://localhost:8080/_pact/states
  # ${NAME} is taken from the environment and never printed.
  # headers: ["Authorization: Bearer ${TOKEN}"]
  # maxResponseTime: 500ms

breaking:
  # What is compared when nothing is named, and with which commit, branch or tag.
  # paths: [protos]
  # against: origin/main
  use: [FILE]
  # severities: {FILE_SAME_GO_PACKAGE: warning}
  # ignore:
  #   - rule: FIELD_NO_DELETE
  #     element: acme.orders.v1.Order.note
  #     reason: no client ever read it
  #     owner: orders-team
  #     expires: 2027-01-31

# output:
#   - format: text
#   - format: junit
#     file: build/accord.xml
)";

}  // namespace

void AddInit(CLI::App& app, Streams& streams, int& exit_code) {
  CLI::App* init = app.add_subcommand("init", "Write an accord.yaml to start from");
  auto force = std::make_shared<bool>(false);
  init->add_flag("--force", *force, "Replace a file that is there");
  init->callback([force, &streams, &exit_code] {
    if (!*force && std::filesystem::exists(kPath)) {
      streams.err << "accord: error: " << kPath << " is there already (--force replaces it)\n";
      exit_code = kUsage;
      return;
    }
    std::ofstream file(kPath);
    file << kTemplate;
    file.close();
    if (!file) {
      streams.err << "accord: error: cannot write " << kPath << '\n';
      exit_code = kEnvironment;
      return;
    }
    streams.out << "wrote " << kPath << '\n';
  });
}

}  // namespace accord::cli
