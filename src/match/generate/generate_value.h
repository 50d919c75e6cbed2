#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "accord/document/document.h"
#include "accord/match/generate.h"

namespace accord::match {

/// A value that a generator made.
struct Generated {
  enum class Form : std::uint8_t { kString, kNumber, kBoolean, kJson };
  Form form = Form::kString;
  std::string text;      ///< The string, the number's text, `true` or `false`.
  document::Value json;  ///< kJson.

  /// As it stands in a path, header or form.
  std::string Text() const;
  void Write(document::Builder& builder) const;
};

/// Makes one value. `text_example` says that the example is a string, so that numbers become
/// strings too. On nullopt `problem` says why; it stays empty when the generator has nothing to do
/// in this mode.
std::optional<Generated> GenerateValue(const pact::Generator& generator,
                                       bool text_example,
                                       GeneratorContext& context,
                                       std::string& problem);

}  // namespace accord::match
