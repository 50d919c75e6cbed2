#include "tests/unit/cli/run_cli.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include <fmt/format.h>

#include "cli/app.h"

namespace accord::cli {

namespace fs = std::filesystem;

CliResult RunCli(const std::vector<std::string>& arguments) {
  std::ostringstream out;
  std::ostringstream err;
  Streams streams{out, err};
  CliResult result;
  result.exit_code = Run(arguments, streams);
  result.out = out.str();
  result.err = err.str();
  return result;
}

CliTest::CliTest() : before_(fs::current_path()) {
  std::string name = (fs::temp_directory_path() / "accord-cli-XXXXXX").string();
  folder_ = mkdtemp(name.data());
  fs::current_path(folder_);
}

CliTest::~CliTest() {
  fs::current_path(before_);
  fs::remove_all(folder_);
}

void CliTest::Write(const std::string& name, std::string_view text) {
  const fs::path path = name;
  if (path.has_parent_path()) {
    fs::create_directories(path.parent_path());
  }
  std::ofstream(path, std::ios::binary) << text;
}

std::string CliTest::Read(const std::string& name) {
  std::ostringstream text;
  text << std::ifstream(name, std::ios::binary).rdbuf();
  return text.str();
}

void CliTest::Enter(const std::string& folder) {
  fs::create_directories(folder);
  fs::current_path(folder);
}

std::string ContractOf(std::string_view consumer, const std::vector<std::string>& paths) {
  std::string interactions;
  for (const std::string& path : paths) {
    interactions += fmt::format(
        R"({}{{"description": "GET {}", "request": {{"path": "{}"}}, "response": {{"status": 200}}}})",
        interactions.empty() ? "" : ",\n",
        path,
        path);
  }
  return fmt::format(
      R"({{"consumer": {{"name": "{}"}}, "provider": {{"name": "orders"}}, "interactions": [{}]}})",
      consumer,
      interactions);
}

}  // namespace accord::cli
