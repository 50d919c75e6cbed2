#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "accord/document/value.h"

namespace accord::pact {

/// The four states of a body that a contract keeps apart.
enum class BodyState : std::uint8_t { kMissing, kNull, kEmpty, kPresent };
std::string_view ToString(BodyState state);

enum class ContentHint : std::uint8_t { kDefault, kBinary, kText };

/// A request, response or message body.
struct Body {
  BodyState state = BodyState::kMissing;
  std::string content_type;  ///< As declared beside the body; empty when it is not.
  ContentHint hint = ContentHint::kDefault;
  document::Value json;    ///< The value, when the contract holds it as JSON.
  std::string text;        ///< The bytes otherwise.
  document::Value source;  ///< Where the contract says it; empty for received bodies.

  bool present() const { return state == BodyState::kPresent; }
  /// What goes over the wire.
  std::string Bytes() const;

  static Body Missing() { return {}; }
  /// A received or hand-made body: empty bytes give kEmpty.
  static Body Of(std::string bytes, std::string content_type);
};

}  // namespace accord::pact
