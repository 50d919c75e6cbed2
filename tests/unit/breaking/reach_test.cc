#include "breaking/proto/reach.h"

#include <gtest/gtest.h>

#include "tests/unit/proto/memory_sources.h"

namespace accord::breaking {
namespace {

using Files = std::map<std::string, std::string>;

struct Compiled {
  explicit Compiled(Files files) {
    auto sources = std::make_shared<proto::MemorySources>(std::move(files));
    const std::vector<std::string> paths = sources->Paths();
    image = proto::Image::Compile(sources, paths, findings);
    EXPECT_TRUE(findings.empty());
  }
  std::vector<finding::Finding> findings;
  std::unique_ptr<proto::Image> image;
};

/// `in`, `out`, `in out` or nothing.
std::string Use(const Reach& reach, std::string_view name) {
  const Reach::Use use = reach.UseOf(name);
  return std::string(use.request ? "in" : "") + (use.request && use.response ? " " : "") +
         (use.response ? "out" : "");
}

constexpr std::string_view kShop = R"(syntax = "proto3";
package shop;
service Orders {
  rpc Get(GetRequest) returns (Order);
  rpc Put(Order) returns (PutResponse);
}
message GetRequest { Filter filter = 1; }
message Filter { Filter inner = 1; State state = 2; }
message Order { map<string, Line> lines = 1; Color color = 2; }
message Line { message Part {} repeated Part parts = 1; }
message PutResponse { oneof result { Done done = 1; } }
message Done {}
message Event { Payload payload = 1; }
message Payload {}
enum State { STATE_UNSPECIFIED = 0; }
enum Color { COLOR_UNSPECIFIED = 0; }
)";

TEST(Reach, TellsRequestsFromResponses) {
  const Compiled shop(Files{{"shop.proto", std::string(kShop)}});
  const Reach reach = Reach::Of(*shop.image);
  EXPECT_EQ(Use(reach, "shop.GetRequest"), "in");
  EXPECT_EQ(Use(reach, "shop.Filter"), "in");
  EXPECT_EQ(Use(reach, "shop.State"), "in");
  EXPECT_EQ(Use(reach, "shop.Order"), "in out");
  EXPECT_EQ(Use(reach, "shop.Color"), "in out");
  EXPECT_EQ(Use(reach, "shop.Order.LinesEntry"), "in out");
  EXPECT_EQ(Use(reach, "shop.Line.Part"), "in out");
  EXPECT_EQ(Use(reach, "shop.Done"), "out");
  EXPECT_EQ(Use(reach, "shop.Event"), "");
  EXPECT_EQ(Use(reach, "shop.Payload"), "");
  EXPECT_EQ(Use(reach, "shop.Nobody"), "");
}

TEST(Reach, NamesAShortestWay) {
  const Compiled shop(Files{{"shop.proto", std::string(kShop)}});
  const Reach reach = Reach::Of(*shop.image);
  EXPECT_EQ(reach.WayTo("shop.GetRequest"), "Orders.Get");
  EXPECT_EQ(reach.WayTo("shop.State"), "Orders.Get → GetRequest.filter → Filter.state");
  EXPECT_EQ(reach.WayTo("shop.Line.Part"), "Orders.Put → Order.lines → Line.parts");
  EXPECT_EQ(reach.WayTo("shop.Done"), "Orders.Put → PutResponse.done");
  EXPECT_EQ(reach.WayTo("shop.Event"), "");
  EXPECT_EQ(reach.MethodTo("shop.Done")->full_name(), "shop.Orders.Put");
  EXPECT_EQ(reach.MethodTo("shop.Event"), nullptr);
}

TEST(Reach, LeavesOutTheMiddleOfALongWay) {
  std::string text =
      "syntax = \"proto3\";\nservice S { rpc Do(M0) returns (Out); }\nmessage Out {}\n";
  for (int i = 0; i < 9; ++i) {
    const std::string next = std::to_string(i + 1);
    text += "message M" + std::to_string(i) + " { M" + next + " f = 1; }\n";
  }
  const Compiled chain(Files{{"a.proto", text + "message M9 {}\n"}});
  EXPECT_EQ(Reach::Of(*chain.image).WayTo("M9"), "S.Do → M0.f → … → M7.f → M8.f");
}

TEST(Reach, FollowsExtensionsAndGroups) {
  const Compiled c(Files{{"a.proto", R"(syntax = "proto2";
service S { rpc Do(In) returns (Out); }
message In { extensions 10 to 20; optional group Part = 1 { optional Deep deep = 1; } }
message Deep {}
message Out {}
message Added {}
extend In { optional Added added = 10; }
)"}});
  const Reach reach = Reach::Of(*c.image);
  EXPECT_EQ(Use(reach, "Added"), "in");
  EXPECT_EQ(Use(reach, "In.Part"), "in");
  EXPECT_EQ(Use(reach, "Deep"), "in");
}

TEST(Reach, KnowsWhatLongRunningOperationsBringBack) {
  const Compiled c(Files{{"google/longrunning/operations.proto", R"(syntax = "proto3";
package google.longrunning;
import "google/protobuf/descriptor.proto";
message OperationInfo { string response_type = 1; string metadata_type = 2; }
message Operation {}
extend google.protobuf.MethodOptions { OperationInfo operation_info = 1049; }
)"},
                         {"a.proto", R"(syntax = "proto3";
package jobs.v1;
import "google/longrunning/operations.proto";
service Jobs {
  rpc Run(RunRequest) returns (google.longrunning.Operation) {
    option (google.longrunning.operation_info) = {
      response_type: "Result" metadata_type: "jobs.v1.Progress" };
  }
}
message RunRequest {}
message Result { Detail detail = 1; }
message Detail {}
message Progress {}
)"}});
  const Reach reach = Reach::Of(*c.image);
  EXPECT_EQ(Use(reach, "jobs.v1.Result"), "out");
  EXPECT_EQ(Use(reach, "jobs.v1.Detail"), "out");
  EXPECT_EQ(Use(reach, "jobs.v1.Progress"), "out");
}

}  // namespace
}  // namespace accord::breaking
