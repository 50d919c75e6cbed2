#pragma once

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "accord/document/document.h"
#include "accord/document/pointer.h"

namespace accord::report {

/// Null, with test failures, for what is no JSON.
inline document::DocumentPtr ParsedJson(const std::string& text) {
  document::LoadResult loaded = document::Parse("report.json", text);
  for (const finding::Finding& finding : loaded.findings) {
    ADD_FAILURE() << finding.message;
  }
  return loaded.document;
}

/// A string or the text of a number; `(absent)` when there is no such member.
inline std::string TextAt(const document::Document& document, std::string_view pointer) {
  const document::Node* node = document::Pointer::Parse(pointer)->Resolve(document.root());
  return node == nullptr ? "(absent)" : std::string(node->text());
}

}  // namespace accord::report
