#include "cli/progress.h"

#include <sstream>

#include <gmock/gmock.h>

namespace accord::cli {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;

std::string Show(bool enabled, bool terminal) {
  std::ostringstream out;
  std::ostringstream err;
  Streams streams{out, err};
  streams.err_is_terminal = terminal;
  streams.width = 40;
  {
    Progress progress(streams, enabled);
    finding::Check check;
    check.name = std::string(100, 'x');
    check.outcome = finding::Outcome::kFailed;
    progress.OnChecked(check, 1, 2);
    check.name = "the last one";
    check.outcome = finding::Outcome::kPassed;
    progress.OnChecked(check, 2, 2);
  }
  EXPECT_THAT(out.str(), IsEmpty());
  return err.str();
}

TEST(Progress, SaysHowFarTheRunIsAndWipesItself) {
  const std::string shown = Show(true, true);
  EXPECT_THAT(shown, HasSubstr("[1/2] 1 failed xxx"));
  EXPECT_THAT(shown, HasSubstr("[2/2] 1 failed the last one"));
  EXPECT_THAT(shown, EndsWith("\r\x1b[K"));
}

TEST(Progress, NeverWrapsALine) {
  EXPECT_EQ(Show(true, true).find(std::string(30, 'x')), std::string::npos);
}

TEST(Progress, SilentWithoutATerminalOrWhenUnwanted) {
  EXPECT_THAT(Show(true, false), IsEmpty());
  EXPECT_THAT(Show(false, true), IsEmpty());
}

}  // namespace
}  // namespace accord::cli
