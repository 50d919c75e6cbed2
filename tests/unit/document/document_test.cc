#include "accord/document/document.h"

#include <thread>

#include "tests/unit/document/parsing.h"

namespace accord::document {
namespace {

TEST(Document, KnowsNameSourceAndSpans) {
  const LoadResult result = Parse("dir/pact.json", "{\n  \"é\": [1, 22]\n}");
  ASSERT_TRUE(result.ok());
  const Document& document = *result.document;
  EXPECT_EQ(document.name(), "dir/pact.json");
  EXPECT_EQ(document.source(), "{\n  \"é\": [1, 22]\n}");
  const Member& member = document.root().members()[0];
  const finding::Span value = document.SpanOf(member.value.items()[1]);
  EXPECT_EQ(value.file, "dir/pact.json");
  EXPECT_EQ(value.start, (finding::Position{2, 12}));
  EXPECT_EQ(value.end, (finding::Position{2, 14}));
  EXPECT_EQ(value.source_line, "  \"é\": [1, 22]");
  const finding::Span key = document.KeySpanOf(member);
  EXPECT_EQ(key.start, (finding::Position{2, 3}));
  EXPECT_EQ(key.end, (finding::Position{2, 6}));
}

TEST(Document, SpansOfBuiltDocumentsAreUnknown) {
  Builder builder;
  builder.Null();
  const DocumentPtr document = builder.Finish("made");
  EXPECT_FALSE(document->SpanOf(document->root()).known());
  EXPECT_EQ(document->SpanOf(document->root()).file, "made");
}

TEST(Document, SpansMayBeAskedFromSeveralThreads) {
  const DocumentPtr document = MustParse("[1,\n2,\n3]");
  std::vector<std::uint32_t> lines(4);
  std::vector<std::thread> threads;
  for (std::uint32_t& line : lines) {
    threads.emplace_back([&] { line = document->SpanOf(document->root().items()[2]).start.line; });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  EXPECT_EQ(lines, (std::vector<std::uint32_t>{3, 3, 3, 3}));
}

TEST(Document, SpansOnAMinifiedDocumentAreCheap) {
  std::string text = "[";
  for (int i = 0; i < 200000; ++i) {
    text += "\"é\",";
  }
  const DocumentPtr document = MustParse(text + "1]");
  std::uint64_t columns = 0;
  for (const Node& node : document->root().items()) {
    columns += document->SpanOf(node).start.column;
  }
  EXPECT_EQ(columns, 4ULL * 200000 * 200001 / 2 + 2ULL * 200001);
}

}  // namespace
}  // namespace accord::document
