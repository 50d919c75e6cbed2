#pragma once

#include <string>
#include <vector>

#include "accord/document/document.h"

#include "tests/fuzz/fuzz_target.h"

namespace accord::fuzz {

/// Every node lies inside the source, and offsets and spans agree with it.
inline void CheckOffsets(const document::Document& document) {
  std::vector<const document::Node*> open{&document.root()};
  std::size_t left = 10000;
  while (!open.empty() && left-- > 0) {
    const document::Node& node = *open.back();
    open.pop_back();
    Require(node.begin() <= node.end() && node.end() <= document.source().size(), "offsets");
    Require(document.SpanOf(node).known(), "span");
    for (const document::Node& item : node.items()) {
      open.push_back(&item);
    }
    for (const document::Member& member : node.members()) {
      Require(member.key_begin <= member.key_end, "key offsets");
      Require(node.Find(member.key()) != nullptr, "a key is found");
      open.push_back(&member.value);
    }
  }
}

/// Reads bytes in one format. What could be read must survive writing and reading again.
inline void CheckRoundTrip(std::string_view text, document::Format format) {
  const document::LoadResult first = document::Parse(
      "fuzz", std::string(text), {.format = format, .max_depth = 200, .max_alias_nodes = 10000});
  if (!first.ok()) {
    Require(!first.findings.empty(), "a refusal has a reason");
    return;
  }
  CheckOffsets(*first.document);
  const std::string written = document::WriteJson(first.document->root());
  const document::LoadResult second =
      document::Parse("again", written, {.format = document::Format::kJson});
  Require(second.ok(), "what was written can be read");
  Require(document::WriteJson(second.document->root()) == written, "it is written the same again");
  Require(document::Equal(second.document->root(), second.document->root()), "it equals itself");
}

}  // namespace accord::fuzz
