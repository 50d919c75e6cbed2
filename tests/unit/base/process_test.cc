#include "accord/base/process.h"

#include <chrono>
#include <cstdlib>
#include <string>
#include <utility>

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>

namespace accord::base {
namespace {

Process Shell(const std::string& script) {
  return Process::Start({.arguments = {"sh", "-c", script}, .environment = {}}).value();
}

TEST(Process, OutputErrorsAndStatusArrive) {
  Process process = Shell("echo out; echo oops >&2; exit 7");
  EXPECT_EQ(process.Wait().value(), 7);
  EXPECT_EQ(process.Read(100).value(), "out\n");
  EXPECT_EQ(process.error_text(), "oops\n");
}

TEST(Process, ArgumentsAreNotSeenByAShell) {
  Process process =
      Process::Start({.arguments = {"printf", "%s|", "a b", "$HOME", ""}, .environment = {}})
          .value();
  EXPECT_EQ(process.ReadLine().value(), "a b|$HOME||");
}

TEST(Process, TalksBackAndForth) {
  Process process = Shell("while read -r line; do echo \"<$line>\"; done");
  ASSERT_TRUE(process.Write("one\n").ok());
  EXPECT_EQ(process.ReadLine().value(), "<one>\n");
  ASSERT_TRUE(process.Write("two\nthree\n").ok());
  EXPECT_EQ(process.Read(3).value(), "<tw");
  EXPECT_EQ(process.ReadLine().value(), "o>\n");
  EXPECT_EQ(process.ReadLine().value(), "<three>\n");
  process.CloseInput();
  EXPECT_EQ(process.ReadLine().value(), "");
  EXPECT_EQ(process.Wait().value(), 0);
}

TEST(Process, MuchDataInBothDirectionsDoesNotBlock) {
  std::string sent;
  for (int i = 0; sent.size() < (8U << 20U); ++i) {
    sent += std::to_string(i) + '\n';
  }
  Process process = Shell("cat");
  ASSERT_TRUE(process.Write(sent).ok());
  process.CloseInput();
  EXPECT_TRUE(process.Read(sent.size() + 1).value() == sent);
  EXPECT_EQ(process.Wait().value(), 0);
}

TEST(Process, MuchErrorTextDoesNotBlockAndIsCut) {
  Process process = Shell("head -c 1000000 /dev/zero >&2; echo done");
  EXPECT_EQ(process.ReadLine().value(), "done\n");
  EXPECT_EQ(process.Wait().value(), 0);
  EXPECT_EQ(process.error_text().size(), 64U << 10U);
}

TEST(Process, OutputThatNobodyReadDoesNotBlockWait) {
  Process process = Shell("head -c 1000000 /dev/zero");
  EXPECT_EQ(process.Wait().value(), 0);
  EXPECT_EQ(process.Read(2000000).value().size(), 1000000U);
}

TEST(Process, ManyLinesAreReadInLinearTime) {
  Process process = Shell("seq 1 300000");
  std::string last;
  int lines = 0;
  for (std::string line = process.ReadLine().value(); !line.empty();
       line = process.ReadLine().value()) {
    last = std::move(line);
    ++lines;
  }
  EXPECT_EQ(lines, 300000);
  EXPECT_EQ(last, "300000\n");
}

TEST(Process, WritingToAChildThatIsGoneIsAnError) {
  Process process = Shell("exit 0");
  ASSERT_EQ(process.ReadLine().value(), "");
  const Result<void> written = process.Write(std::string(1U << 20U, 'x'));
  ASSERT_FALSE(written.ok());
  EXPECT_EQ(written.error().message, "cannot write to sh: Broken pipe");
}

TEST(Process, WritingAfterTheEndOfInputIsAnError) {
  Process process = Shell("cat");
  process.CloseInput();
  EXPECT_FALSE(process.Write("x").ok());
}

TEST(Process, EnvironmentIsLaidOverTheOwnOne) {
  setenv("ACCORD_TEST_GONE", "old", 1);
  setenv("ACCORD_TEST_SET", "old", 1);
  setenv("ACCORD_TEST_KEPT", "old", 1);
  Process process = Process::Start({.arguments = {"sh",
                                                  "-c",
                                                  "echo ${ACCORD_TEST_GONE-none} $ACCORD_TEST_SET "
                                                  "$ACCORD_TEST_KEPT"},
                                    .environment = {"ACCORD_TEST_GONE", "ACCORD_TEST_SET=new"}})
                        .value();
  EXPECT_EQ(process.ReadLine().value(), "none new old\n");
}

TEST(Process, AMissingProgramIsAnEnvironmentError) {
  const Result<Process> process =
      Process::Start({.arguments = {"accord-no-such-program"}, .environment = {}});
  ASSERT_FALSE(process.ok());
  EXPECT_EQ(process.error().kind, ErrorKind::kEnvironment);
  EXPECT_EQ(process.error().message,
            "cannot start accord-no-such-program: it is not installed, or not in a folder of PATH");
  EXPECT_FALSE(Process::Start({}).ok());
}

TEST(Process, TheSignalThatEndedTheChildIsTold) {
  EXPECT_EQ(Shell("kill -TERM $$").Wait().value(), 128 + SIGTERM);
}

TEST(Process, DestructionKillsAndReapsTheChild) {
  const auto start = std::chrono::steady_clock::now();
  pid_t pid = 0;
  {
    Process process = Shell("echo $$; exec sleep 60");
    pid = std::stoi(process.ReadLine().value());
    Process moved = std::move(process);
    EXPECT_EQ(kill(pid, 0), 0);
  }
  EXPECT_EQ(kill(pid, 0), -1);
  EXPECT_EQ(waitpid(pid, nullptr, WNOHANG), -1);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(30));
}

}  // namespace
}  // namespace accord::base
