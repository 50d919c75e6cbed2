#include "breaking/proto/field_default.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>
#include <variant>

#include <fmt/format.h>

#include "breaking/proto/checks.h"
#include "breaking/proto/field_text.h"
#include "breaking/proto/quoted.h"
#include "breaking/proto/rules.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;
using Field = pb::FieldDescriptor;

/// A default as it is compared. `long double` holds every 64-bit integer and every double exactly.
using Value = std::variant<long double, std::string>;
static_assert(std::numeric_limits<long double>::digits >= 64);

bool CanHaveDefault(const Field& field) {
  return !field.is_repeated() && field.message_type() == nullptr;
}

Value DefaultOf(const Field& field) {
  switch (field.cpp_type()) {
    case Field::CPPTYPE_INT32:
      return static_cast<long double>(field.default_value_int32());
    case Field::CPPTYPE_INT64:
      return static_cast<long double>(field.default_value_int64());
    case Field::CPPTYPE_UINT32:
      return static_cast<long double>(field.default_value_uint32());
    case Field::CPPTYPE_UINT64:
      return static_cast<long double>(field.default_value_uint64());
    case Field::CPPTYPE_FLOAT:
      return static_cast<long double>(field.default_value_float());
    case Field::CPPTYPE_DOUBLE:
      return static_cast<long double>(field.default_value_double());
    case Field::CPPTYPE_BOOL:
      return field.default_value_bool() ? 1.0L : 0.0L;
    case Field::CPPTYPE_ENUM:
      return static_cast<long double>(field.default_value_enum()->number());
    case Field::CPPTYPE_STRING:
    case Field::CPPTYPE_MESSAGE:
      break;
  }
  return field.default_value_string();
}

bool IsFloating(const Field& field) {
  return field.cpp_type() == Field::CPPTYPE_FLOAT || field.cpp_type() == Field::CPPTYPE_DOUBLE;
}

template <typename T>
std::string FloatText(T value) {
  if (std::isnan(value)) {
    return "NaN";
  }
  if (std::isinf(value)) {
    return value > 0 ? "+Inf" : "-Inf";
  }
  const T size = std::abs(value);
  const bool fixed = size == 0 || (size >= T(1e-4) && size < T(1e6));
  std::array<char, 64> text{};
  const auto end = std::to_chars(text.data(),
                                 text.data() + text.size(),
                                 value,
                                 fixed ? std::chars_format::fixed : std::chars_format::scientific);
  return {text.data(), end.ptr};
}

std::string BytesText(const std::string& bytes) {
  std::string text;
  for (const char byte : bytes) {
    text += fmt::format("{}0x{:X}", text.empty() ? "" : ",", static_cast<unsigned char>(byte));
  }
  return "[" + text + "]";
}

std::string Text(const Field& field) {
  switch (field.type()) {
    case Field::TYPE_BYTES:
      return BytesText(field.default_value_string());
    case Field::TYPE_STRING:
      return Quoted(field.default_value_string());
    case Field::TYPE_ENUM:
      return field.enum_type()->name() + "." +
             field.enum_type()->FindValueByNumber(field.default_value_enum()->number())->name();
    case Field::TYPE_BOOL:
      return field.default_value_bool() ? "true" : "false";
    case Field::TYPE_FLOAT:
      return FloatText(field.default_value_float());
    case Field::TYPE_DOUBLE:
      return FloatText(field.default_value_double());
    default:
      return fmt::format("{:.0f}", std::get<long double>(DefaultOf(field)));
  }
}

bool Same(const Field& before, const Field& after) {
  const Value old_value = DefaultOf(before);
  const Value new_value = DefaultOf(after);
  if (old_value.index() != new_value.index()) {
    // Between a text and a number only "none" is the same.
    const auto none = [](const Value& value) { return value == Value(0.0L) || value == Value(""); };
    return none(old_value) && none(new_value);
  }
  if (std::holds_alternative<std::string>(old_value)) {
    return old_value == new_value;
  }
  const long double was = std::get<long double>(old_value);
  const long double now = std::get<long double>(new_value);
  if (std::isnan(was) || std::isnan(now)) {
    return std::isnan(was) && std::isnan(now);
  }
  // A float that becomes a double keeps its value, though its decimal form looks different then.
  if (IsFloating(before) && IsFloating(after) && before.cpp_type() != after.cpp_type()) {
    return static_cast<float>(was) == static_cast<float>(now);
  }
  return was == now;
}

}  // namespace

bool SameDefault(const Field& before, const Field& after) {
  return !CanHaveDefault(before) || !CanHaveDefault(after) || Same(before, after);
}

void CheckFieldDefault(Context& context, const FieldPair& fields) {
  constexpr int kDefault = 7;
  if (SameDefault(*fields.before, *fields.after)) {
    return;
  }
  context.Add(FieldDraft(
      kFieldSameDefault,
      fields,
      {kDefault},
      fmt::format(
          "changed default value from {} to {}.", Text(*fields.before), Text(*fields.after))));
}

}  // namespace accord::breaking
