#pragma once

#include <string>

#include "accord/document/pointer.h"
#include "accord/pact/write.h"

#include "tests/unit/pact/reading.h"

namespace accord::pact {

/// Reads a contract and writes it in `version`; the written document.
inline document::Value Rewrite(const std::string& text, SpecVersion version) {
  const ReadResult read = ReadText(text);
  EXPECT_TRUE(read.pact && read.findings.empty()) << text;
  const base::Result<std::string> written = Write(*read.pact, version);
  EXPECT_TRUE(written.ok()) << written.error().message;
  return Json(written.ok() ? *written : "null");
}

/// JSON on one line of what stands at a pointer; empty when nothing does.
inline std::string At(const document::Value& value, const std::string& pointer) {
  return Compact(value.Child(document::Pointer::Parse(pointer)->Resolve(*value)));
}

}  // namespace accord::pact
