#include "net/field_syntax.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "accord/base/strings.h"

namespace accord::net {
namespace {

constexpr std::array<bool, 256> TokenTable() {
  std::array<bool, 256> table{};
  for (const char c : std::string_view("!#$%&'*+-.^_`|~0123456789"
                                       "abcdefghijklmnopqrstuvwxyz"
                                       "ABCDEFGHIJKLMNOPQRSTUVWXYZ")) {
    table.at(static_cast<std::uint8_t>(c)) = true;
  }
  return table;
}

constexpr std::array<bool, 256> kToken = TokenTable();

bool IsValueByte(char c) {
  const auto byte = static_cast<std::uint8_t>(c);
  return byte == '\t' || (byte >= 0x20 && byte != 0x7F);
}

}  // namespace

bool IsToken(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return kToken[static_cast<std::uint8_t>(c)];
  });
}

bool IsFieldValue(std::string_view text) {
  return std::all_of(text.begin(), text.end(), IsValueByte);
}

bool IsFraming(std::string_view name) {
  return base::EqualsIgnoreCase(name, "Content-Length") ||
         base::EqualsIgnoreCase(name, "Transfer-Encoding");
}

const Headers::value_type* FindBadField(const Headers& headers) {
  const auto bad = std::find_if(headers.begin(), headers.end(), [](const auto& field) {
    return !IsToken(field.first) || !IsFieldValue(field.second);
  });
  return bad == headers.end() ? nullptr : &*bad;
}

}  // namespace accord::net
