#include "accord/pact/body.h"

#include <array>

namespace accord::pact {

std::string_view ToString(BodyState state) {
  static constexpr std::array<std::string_view, 4> kNames = {"missing", "null", "empty", "present"};
  return kNames[static_cast<std::size_t>(state)];
}

std::string Body::Bytes() const {
  switch (state) {
    case BodyState::kMissing:
    case BodyState::kEmpty:
      return {};
    case BodyState::kNull:
      return "null";
    case BodyState::kPresent:
      break;
  }
  return json ? document::WriteJson(*json, {.indent = 0, .sort_keys = false}) : text;
}

Body Body::Of(std::string bytes, std::string content_type) {
  Body body;
  body.state = bytes.empty() ? BodyState::kEmpty : BodyState::kPresent;
  body.content_type = std::move(content_type);
  body.text = std::move(bytes);
  return body;
}

}  // namespace accord::pact
