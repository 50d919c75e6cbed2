#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace accord::cli {

struct CliResult {
  int exit_code = 0;
  std::string out;
  std::string err;
};

/// Runs the program in this process, on string streams.
CliResult RunCli(const std::vector<std::string>& arguments);

/// Each test works in a folder of its own.
class CliTest : public testing::Test {
 protected:
  CliTest();
  ~CliTest() override;

  /// Below the test's folder; makes the folders on the way.
  static void Write(const std::string& name, std::string_view text);
  static std::string Read(const std::string& name);
  static void Enter(const std::string& folder);

 private:
  std::filesystem::path before_;
  std::filesystem::path folder_;
};

/// A contract between `consumer` and `orders` with one GET of `path` for each path.
std::string ContractOf(std::string_view consumer, const std::vector<std::string>& paths);

}  // namespace accord::cli
