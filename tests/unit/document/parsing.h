#pragma once

#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "accord/document/document.h"
#include "accord/document/rules.h"

namespace accord::document {

/// Parses text that must be well formed.
inline DocumentPtr MustParse(std::string text, Format format = Format::kAuto) {
  LoadResult result = Parse("test", std::move(text), {.format = format});
  EXPECT_TRUE(result.ok()) << (result.findings.empty() ? "" : result.findings[0].message);
  return result.ok() ? result.document : Builder().Finish();
}

/// The only finding of a text that cannot be parsed.
inline finding::Finding MustFail(std::string text, const LoadOptions& options = {}) {
  LoadResult result = Parse("test", std::move(text), options);
  EXPECT_FALSE(result.ok());
  EXPECT_EQ(result.findings.size(), 1U);
  return result.findings.empty() ? finding::Make(kSyntaxError, "nothing found")
                                 : result.findings.front();
}

/// The text between a node's offsets.
inline std::string_view SourceOf(const Document& document, const Node& node) {
  return document.source().substr(node.begin(), node.end() - node.begin());
}

/// JSON on one line.
inline std::string Compact(const Node& node) {
  return WriteJson(node, {.indent = 0});
}

}  // namespace accord::document
