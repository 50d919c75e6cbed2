#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace accord::report {

/// Writes indented JSON. Calls must nest properly; strings may hold any bytes.
class JsonWriter {
 public:
  explicit JsonWriter(std::ostream& out) : out_(out) {}

  /// Without a key inside arrays and for the root.
  void StartObject(std::string_view key = {}) { Open(key, '{'); }
  void EndObject() { Close('}'); }
  void StartArray(std::string_view key = {}) { Open(key, '['); }
  void EndArray() { Close(']'); }

  void String(std::string_view key, std::string_view value);
  void Item(std::string_view value);
  void Boolean(std::string_view key, bool value);
  void Integer(std::string_view key, std::uint64_t value);
  /// Rounded to six places; 0 for what is not finite.
  void Decimal(std::string_view key, double value);

  /// A JSON string literal; malformed UTF-8 becomes U+FFFD.
  static std::string Quote(std::string_view text);

 private:
  void Open(std::string_view key, char bracket);
  void Close(char bracket);
  void Begin(std::string_view key);
  void NewLine();

  std::ostream& out_;
  std::vector<bool> filled_;  // Per open container: has it a value yet?
};

}  // namespace accord::report
