#include "report/json_writer.h"

#include <cmath>

#include <fmt/format.h>

#include "report/characters.h"

namespace accord::report {
namespace {

constexpr double kSixPlaces = 1e6;
constexpr std::size_t kIndent = 2;

void AppendEscaped(std::string& out, char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  if (static_cast<unsigned char>(c) < 0x20) {
    out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
  } else {
    out += c;
  }
}

}  // namespace

std::string JsonWriter::Quote(std::string_view text) {
  std::string out = "\"";
  for (const char c : ValidUtf8(text)) {
    AppendEscaped(out, c);
  }
  out += '"';
  return out;
}

void JsonWriter::NewLine() {
  out_ << '\n' << std::string(filled_.size() * kIndent, ' ');
}

void JsonWriter::Begin(std::string_view key) {
  if (!filled_.empty()) {
    if (filled_.back()) {
      out_ << ',';
    }
    filled_.back() = true;
    NewLine();
  }
  if (!key.empty()) {
    out_ << Quote(key) << ": ";
  }
}

void JsonWriter::Open(std::string_view key, char bracket) {
  Begin(key);
  out_ << bracket;
  filled_.push_back(false);
}

void JsonWriter::Close(char bracket) {
  const bool filled = filled_.back();
  filled_.pop_back();
  if (filled) {
    NewLine();
  }
  out_ << bracket;
}

void JsonWriter::String(std::string_view key, std::string_view value) {
  Begin(key);
  out_ << Quote(value);
}

void JsonWriter::Item(std::string_view value) {
  Begin({});
  out_ << Quote(value);
}

void JsonWriter::Boolean(std::string_view key, bool value) {
  Begin(key);
  out_ << (value ? "true" : "false");
}

void JsonWriter::Integer(std::string_view key, std::uint64_t value) {
  Begin(key);
  out_ << value;
}

void JsonWriter::Decimal(std::string_view key, double value) {
  Begin(key);
  const double rounded = std::round(value * kSixPlaces) / kSixPlaces;
  out_ << (std::isfinite(rounded) ? fmt::format("{}", rounded) : "0");
}

}  // namespace accord::report
