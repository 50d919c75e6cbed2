#include <gmock/gmock.h>

#include "tests/support/proto_comparison.h"

namespace accord::breaking {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

const char* const kPlain = "syntax = \"proto3\"; package acme; message A {}";
const char* const kWithTime =
    "syntax = \"proto3\"; package acme; import \"google/protobuf/timestamp.proto\";"
    "message A {} message B { google.protobuf.Timestamp at = 1; }";
const char* const kWithDuration =
    "syntax = \"proto3\"; package acme.more; import \"google/protobuf/duration.proto\";"
    "message C { google.protobuf.Duration d = 1; }";

TEST(BuiltIns, ToBufAWellKnownTypeThatNobodyImportsAnyMoreIsGone) {
  EXPECT_THAT(
      FindingLines({{"a.proto", kWithTime}},
                   {{"a.proto", kPlain}},
                   {{"FILE_NO_DELETE", "PACKAGE_NO_DELETE"}, true}),
      ElementsAre("-: Previously present file \"google/protobuf/timestamp.proto\" was deleted.",
                  "-: Previously present package \"google.protobuf\" was deleted."));
  EXPECT_THAT(FindingLines({{"a.proto", kWithTime}, {"c.proto", kWithDuration}},
                           {{"a.proto", kPlain}, {"c.proto", kWithDuration}},
                           {{"PACKAGE"}, true}),
              Contains("-: Previously present message \"Timestamp\" was deleted from package "
                       "\"google.protobuf\"."));
}

TEST(BuiltIns, OneThatIsStillImportedStays) {
  EXPECT_THAT(FindingLines({{"a.proto", kWithTime}, {"b.proto", kWithDuration}},
                           {{"a.proto", kWithTime}, {"b.proto", kWithDuration}},
                           {{"FILE", "PACKAGE"}, true}),
              IsEmpty());
}

TEST(BuiltIns, ToUsItIsNobodysLoss) {
  EXPECT_THAT(
      FindingLines({{"a.proto", kWithTime}}, {{"a.proto", kPlain}}, {{"FILE", "PACKAGE"}, false}),
      Not(Contains(HasSubstr("google"))));
}

}  // namespace
}  // namespace accord::breaking
