#include "schema/format/idna.h"

#include <memory>

#include <idn2.h>

#include "accord/base/strings.h"

#include "schema/pattern/engine.h"

namespace accord::schema {
namespace {

struct Free {
  void operator()(void* memory) const { idn2_free(memory); }
};
using CString = std::unique_ptr<char, Free>;

const std::uint8_t* Bytes(const std::string& text) {
  return reinterpret_cast<const std::uint8_t*>(text.c_str());
}

/// The form for people of a label; empty when it cannot be decoded.
std::string Decode(std::string_view a_label) {
  char* decoded = nullptr;
  const int result = idn2_to_unicode_8z8z(std::string(a_label).c_str(), &decoded, 0);
  const CString owner(decoded);
  return result == IDN2_OK ? std::string(decoded) : std::string();
}

/// Registration tests everything of RFC 5891, section 4.2, and the contextual rules; of the Bidi
/// rule it misses a part. Empty when the label is not valid.
std::string Register(const std::string& u_label, const std::string* a_label) {
  std::uint8_t* registered = nullptr;
  const int result = idn2_register_u8(
      Bytes(u_label), a_label == nullptr ? nullptr : Bytes(*a_label), &registered, 0);
  const CString owner(reinterpret_cast<char*>(registered));
  return result == IDN2_OK && DirectionOf(u_label) != Direction::kBroken ? std::string(owner.get())
                                                                         : std::string();
}

/// The Bidi rule's conditions for labels of one direction (RFC 5893, section 2).
struct BidiRule {
  base::Result<Engine> right_to_left_label = Engine::Compile(R"([\p{bc:R}\p{bc:AL}\p{bc:AN}])");
  base::Result<Engine> right_to_left = Engine::Compile(
      R"(\A(?!.*\p{bc:EN}.*\p{bc:AN})(?!.*\p{bc:AN}.*\p{bc:EN})(?=[\p{bc:R}\p{bc:AL}]))"
      R"([\p{bc:R}\p{bc:AL}\p{bc:AN}\p{bc:EN}\p{bc:ES}\p{bc:CS}\p{bc:ET}\p{bc:ON}\p{bc:BN})"
      R"(\p{bc:NSM}]*(?<=[\p{bc:R}\p{bc:AL}\p{bc:EN}\p{bc:AN}])\p{bc:NSM}*\z)");
  base::Result<Engine> left_to_right = Engine::Compile(
      R"(\A(?=\p{bc:L})[\p{bc:L}\p{bc:EN}\p{bc:ES}\p{bc:CS}\p{bc:ET}\p{bc:ON}\p{bc:BN})"
      R"(\p{bc:NSM}]*(?<=[\p{bc:L}\p{bc:EN}])\p{bc:NSM}*\z)");
};

bool Matches(const base::Result<Engine>& engine, std::string_view text) {
  return engine.ok() && engine->Search(text) == Pattern::Match::kYes;
}

}  // namespace

bool HasALabelPrefix(std::string_view label) {
  return label.size() > 4 && base::EqualsIgnoreCase(label.substr(0, 4), "xn--");
}

bool IsALabel(std::string_view label) {
  const std::string lower = base::ToLowerAscii(label);
  const std::string decoded = Decode(lower);
  return !decoded.empty() && !Register(decoded, &lower).empty();
}

std::size_t ULabelAsciiLength(std::string_view label) {
  return label.find('\0') == std::string_view::npos ? Register(std::string(label), nullptr).size()
                                                    : 0;
}

Direction DirectionOf(std::string_view label) {
  static const BidiRule rule;
  const std::string decoded =
      HasALabelPrefix(label) ? Decode(base::ToLowerAscii(label)) : std::string(label);
  if (Matches(rule.right_to_left_label, decoded)) {
    return Matches(rule.right_to_left, decoded) ? Direction::kRightToLeft : Direction::kBroken;
  }
  return Matches(rule.left_to_right, decoded) ? Direction::kLeftToRight : Direction::kNeutral;
}

std::optional<std::string> AsciiName(std::string_view name) {
  constexpr std::size_t kLongest = 1024;
  if (name.size() > kLongest || name.find('\0') != std::string_view::npos) {
    return std::nullopt;
  }
  const std::string text(name);
  std::uint8_t* ascii = nullptr;
  const int result = idn2_lookup_u8(Bytes(text), &ascii, IDN2_NFC_INPUT | IDN2_NO_TR46);
  const CString owner(reinterpret_cast<char*>(ascii));
  return result == IDN2_OK ? std::optional<std::string>(owner.get()) : std::nullopt;
}

}  // namespace accord::schema
