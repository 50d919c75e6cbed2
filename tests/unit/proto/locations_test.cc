#include "proto/locations.h"

#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>

#include <gmock/gmock.h>
#include <google/protobuf/descriptor.pb.h>
#include <google/protobuf/struct.pb.h>
#include <google/protobuf/text_format.h>
#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include "proto/option_path.h"
#include "tests/support/conformance.h"
#include "tests/unit/proto/memory_sources.h"

namespace accord::proto {
namespace {

namespace fs = std::filesystem;
namespace pb = google::protobuf;

struct Compiled {
  explicit Compiled(const std::string& text)
      : image(CompileAll(
            std::make_shared<MemorySources>(std::map<std::string, std::string>{{"a.proto", text}}),
            findings)) {}

  finding::Span SpanOf(const ElementPath& path) const {
    EXPECT_THAT(findings, testing::IsEmpty());
    return image->SpanOf(*image->files().at(0), path);
  }
  std::string Place(const ElementPath& path) const {
    const finding::Span span = SpanOf(path);
    return span.known() ? Text(span.start) + "-" + Text(span.end) : "unknown";
  }
  static std::string Text(const finding::Position& at) {
    return std::to_string(at.line) + ":" + std::to_string(at.column);
  }

  std::vector<finding::Finding> findings;
  std::unique_ptr<Image> image;
};

TEST(Locations, ColumnsCountCodePointsBehindTabsAndUmlauts) {
  const Compiled c("syntax = \"proto3\";\nmessage M {\n\t/* ä€ */ string name = 1;\n}\n");
  EXPECT_EQ(c.Place({4, 0, 2, 0}), "3:11-3:27");
  const finding::Span span = c.SpanOf({4, 0, 2, 0, 1});
  EXPECT_EQ(span.file, "a.proto");
  EXPECT_EQ(span.start.column, 18U);
  EXPECT_EQ(span.source_line, "\t/* ä€ */ string name = 1;");
}

TEST(Locations, AByteOrderMarkHasNoColumn) {
  const Compiled c("\xEF\xBB\xBFsyntax = \"proto3\";\n");
  EXPECT_EQ(c.Place({12}), "1:1-1:19");
  EXPECT_EQ(c.SpanOf({12}).source_line, "syntax = \"proto3\";");
}

TEST(Locations, CarriageReturnsAreNoPartOfTheLine) {
  const Compiled c("syntax = \"proto3\";\r\nmessage M {}\r\n");
  EXPECT_EQ(c.Place({4, 0}), "2:1-2:13");
  EXPECT_EQ(c.SpanOf({4, 0}).source_line, "message M {}");
}

TEST(Locations, ALongLineIsCutAroundTheRange) {
  const Compiled c("syntax = \"proto3\"; /*" + std::string(5000, 'x') + "*/ message M {} /*" +
                   std::string(5000, 'y') + "*/\n");
  const finding::Span span = c.SpanOf({4, 0, 1});
  EXPECT_LT(span.source_line.size(), 300U);
  EXPECT_EQ(span.source_line.substr(span.start.column - span.source_column, 1), "M");
}

TEST(Locations, WhatIsNotWrittenHasNoPlace) {
  const Compiled c("syntax = \"proto3\";\nmessage M { string s = 1; }\n");
  EXPECT_EQ(c.Place({8, 11}), "unknown");
  EXPECT_EQ(c.Place({4, 0, 2, 0, 10}), "unknown");
  EXPECT_EQ(c.SpanOf({8, 11}).file, "a.proto");
}

TEST(Locations, OptionsStandUnderTheirNumbers) {
  const Compiled c(
      "syntax = \"proto3\";\nimport \"google/protobuf/descriptor.proto\";\npackage p.q;\n"
      "option go_package = \"x\";\n"
      "message O { message In { string name = 1; } In in = 1; repeated int32 list = 2; }\n"
      "extend google.protobuf.FieldOptions { O o = 50001; }\n"
      "message M {\n"
      "  string s = 1 [deprecated = true, (o).in.name = \"n\"];\n"
      "  string t = 2 [\n"
      "    (q.o).list = 1,\n"
      "    (.p.q.o).list = 2\n"
      "  ];\n"
      "}\n");
  EXPECT_EQ(c.Place({8, 11}), "4:1-4:25");
  EXPECT_EQ(c.Place({4, 1, 2, 0, 8, 3}), "8:17-8:34");
  EXPECT_EQ(c.Place({4, 1, 2, 0, 8, 50001, 1, 1}), "8:36-8:53");
  EXPECT_EQ(c.Place({4, 1, 2, 0, 8, 50001}), "8:36-8:53");
  EXPECT_EQ(c.Place({4, 1, 2, 0, 8}), "8:16-8:54");
  EXPECT_EQ(c.Place({4, 1, 2, 1, 8, 50001, 2}), "10:5-10:19");
  EXPECT_EQ(c.Place({4, 1, 2, 1, 8, 50001, 2, 0}), "10:5-10:19");
  EXPECT_EQ(c.Place({4, 1, 2, 1, 8, 50001, 2, 1}), "11:5-11:22");
}

TEST(Locations, ADefaultIsTheWholeAssignment) {
  const Compiled c(
      "syntax = \"proto2\";\nmessage M {\n  optional int32 a = 1 [default = -5];\n"
      "  optional string b = 2 [deprecated = true, default\n = \"x\"];\n"
      "  optional string c = 3 [default = /* why */ \"x\"];\n"
      "  extensions 100 to 200;\n}\nextend M { optional int32 e = 100 [default = 7]; }\n");
  EXPECT_EQ(c.Place({4, 0, 2, 0, 7}), "3:25-3:37");
  EXPECT_EQ(c.Place({4, 0, 2, 1, 7}), "4:45-5:7");
  EXPECT_EQ(c.Place({4, 0, 2, 2, 7}), "6:46-6:49");
  EXPECT_EQ(c.Place({7, 0, 7}), "9:36-9:47");
}

TEST(Locations, TheEighthFieldOfTheThirdMessageIsNoDefault) {
  std::string text = "syntax = \"proto2\";\nmessage A {}\nmessage B {}\nmessage C {\n";
  for (int i = 1; i <= 8; ++i) {
    text += "  optional int32 f" + std::to_string(i) + " = " + std::to_string(i) + ";\n";
  }
  const Compiled c(text + "}\n");
  EXPECT_EQ(c.Place({4, 2, 2, 6}), "11:3-11:25");
  EXPECT_EQ(c.Place({4, 2, 2, 7}), "12:3-12:25");
}

TEST(Locations, AJsonNameIsTheWholeAssignment) {
  const Compiled c("syntax = \"proto3\";\nmessage M {\n  string a = 1 [json_name = \"b\"];\n}\n");
  EXPECT_EQ(c.Place({4, 0, 2, 0, 10}), "3:17-3:32");
}

TEST(Locations, MapEntriesStandAtTheTypeOfTheirField) {
  const Compiled c(
      "syntax = \"proto3\";\nmessage M {\n  message N {}\n  map<string, N> six = 6;\n}\n");
  EXPECT_EQ(c.Place({4, 0, 3, 1}), "4:3-4:17");
  EXPECT_EQ(c.Place({4, 0, 3, 1, 2, 1}), "4:3-4:17");
  EXPECT_EQ(c.Place({4, 0, 3, 1, 2, 1, 6}), "4:3-4:17");
  EXPECT_EQ(c.Place({4, 0, 3, 0}), "3:3-3:15");
  EXPECT_EQ(c.Place({4, 0, 3, 0, 8, 3}), "unknown");
}

TEST(Locations, AGroupIsAFieldAndAMessage) {
  const Compiled c(
      "syntax = \"proto2\";\nmessage M {\n  optional group Result = 1 {\n"
      "    optional string url = 2;\n  }\n}\n");
  EXPECT_EQ(c.Place({4, 0, 2, 0}), "3:3-5:4");
  EXPECT_EQ(c.Place({4, 0, 2, 0, 5}), "3:12-3:17");
  EXPECT_EQ(c.Place({4, 0, 2, 0, 6}), "3:12-3:17");
  EXPECT_EQ(c.Place({4, 0, 3, 0}), "3:3-5:4");
  EXPECT_EQ(c.Place({4, 0, 3, 0, 2, 0, 1}), "4:21-4:24");
}

TEST(Locations, ManyFilesInTurnKeepTheirPlaces) {
  std::map<std::string, std::string> files;
  for (std::size_t i = 0; i < 100; ++i) {
    files.emplace(
        std::to_string(i) + ".proto",
        "syntax = \"proto3\";" + std::string(i, '\n') + "message M" + std::to_string(i) + " {}\n");
  }
  std::vector<finding::Finding> findings;
  const auto image = CompileAll(std::make_shared<MemorySources>(files), findings);
  for (int round = 0; round < 2; ++round) {
    for (const auto* file : image->files()) {
      EXPECT_EQ(image->SpanOf(*file, {4, 0}).start.line,
                static_cast<unsigned>(std::stoi(file->name())) + 1);
    }
  }
}

// A set whose places are those of a text, as compilers write them.
class PlacedSet : public Sources {
 public:
  explicit PlacedSet(pb::FileDescriptorProto file) : file_(std::move(file)) {
    entries_.emplace_back().path = file_.name();
    entries_.back().display = file_.name();
  }
  bool Load(std::string_view path,
            bool /*locations*/,
            pb::FileDescriptorProto& file,
            std::vector<finding::Finding>& /*findings*/) const override {
    file = file_;
    return path == file_.name();
  }
  std::string Text(std::string_view /*path*/) const override { return {}; }

 private:
  pb::FileDescriptorProto file_;
};

TEST(Locations, ADescriptorSetHasPlacesWithoutText) {
  pb::FileDescriptorProto file;
  ASSERT_TRUE(pb::TextFormat::ParseFromString(
      "name: 'a.proto' message_type { name: 'M' } source_code_info {\n"
      "  location { path: [4, 0] span: [2, 0, 4, 1] }\n"
      "  location { path: [4, 0, 2, 0, 8, 21, 1] span: [3, 16, 28] }\n"
      "}",
      &file));
  std::vector<finding::Finding> findings;
  const std::vector<std::string> paths = {"a.proto"};
  const auto image = Image::Compile(std::make_shared<PlacedSet>(file), paths, findings);
  const finding::Span message = image->SpanOf(*image->files().at(0), {4, 0});
  EXPECT_EQ(message.start, (finding::Position{3, 1}));
  EXPECT_EQ(message.end, (finding::Position{5, 2}));
  EXPECT_EQ(message.source_line, "");
  const finding::Span features = image->SpanOf(*image->files().at(0), {4, 0, 2, 0, 8, 21});
  EXPECT_EQ(features.start, (finding::Position{4, 17}));
  EXPECT_FALSE(image->SpanOf(*image->files().at(0), {4, 0, 2, 0, 8}).known());
}

// Every range that the corpus knows must be the place of something.
class CorpusPlaces {
 public:
  explicit CorpusPlaces(const fs::path& root) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
      if (entry.path().extension() == ".proto") {
        std::ostringstream text;
        text << std::ifstream(entry.path()).rdbuf();
        files.emplace(fs::relative(entry.path(), root).string(), text.str());
      }
    }
    const auto sources = std::make_shared<MemorySources>(std::move(files));
    image_ = CompileAll(sources, findings);
    Locations locations(*sources, image_->pool());
    for (const std::string& path : sources->Paths()) {
      pb::FileDescriptorProto file;
      std::vector<finding::Finding> again;
      sources->Load(path, true, file, again);
      OptionPaths options(file, image_->pool());
      for (const auto& location : file.source_code_info().location()) {
        const ElementPath at(location.path().begin(), location.path().end());
        Add(path, locations.Find(path, at));
        for (const ElementPath& option : options.Interpret(at)) {
          Add(path, locations.Find(path, option));
        }
      }
    }
  }

  bool Has(const std::string& place) const { return places_.contains(place); }
  std::vector<finding::Finding> findings;

 private:
  void Add(const std::string& path, const finding::Span& span) {
    places_.insert(path + ":" + Compiled::Text(span.start) + "-" + Compiled::Text(span.end));
  }

  std::unique_ptr<Image> image_;
  std::set<std::string> places_;
};

std::string PlaceOf(const pb::Struct& finding) {
  const auto number = [&](const char* key) {
    return std::to_string(static_cast<int>(finding.fields().at(key).number_value()));
  };
  return finding.fields().at("path").string_value() + ":" + number("start_line") + ":" +
         number("start_column") + "-" + number("end_line") + ":" + number("end_column");
}

void CheckCase(const fs::path& folder, std::size_t& checked) {
  const CorpusPlaces places(folder / "current");
  EXPECT_THAT(places.findings, testing::IsEmpty()) << places.findings[0].message;
  const CorpusPlaces before(folder / "previous");
  EXPECT_THAT(before.findings, testing::IsEmpty()) << before.findings[0].message;
  std::ostringstream text;
  text << std::ifstream(folder / "expected.json").rdbuf();
  pb::ListValue expected;
  ASSERT_TRUE(pb::util::JsonStringToMessage(text.str(), &expected).ok());
  for (const pb::Value& value : expected.values()) {
    const std::string place = PlaceOf(value.struct_value());
    if (place.ends_with(":1:1-1:1") || place.starts_with(":")) {
      continue;
    }
    ++checked;
    EXPECT_TRUE(places.Has(place)) << value.ShortDebugString();
  }
}

TEST(LocationsConformance, EveryRangeOfTheCorpusIsAPlace) {
  const auto corpus = test::ConformanceDir("proto-breaking");
  if (!corpus) {
    GTEST_SKIP() << "the proto-breaking corpus is not at hand";
  }
  std::size_t checked = 0;
  for (const auto& entry : fs::directory_iterator(*corpus)) {
    if (entry.is_directory()) {
      SCOPED_TRACE(entry.path().filename().string());
      CheckCase(entry.path(), checked);
    }
  }
  EXPECT_GT(checked, 500U);
}

}  // namespace
}  // namespace accord::proto
