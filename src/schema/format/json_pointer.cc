#include "schema/format/json_pointer.h"

#include "schema/format/scan.h"

namespace accord::schema {

bool IsJsonPointer(std::string_view text) {
  if (!text.empty() && text.front() != '/') {
    return false;
  }
  for (std::size_t tilde = text.find('~'); tilde != std::string_view::npos;
       tilde = text.find('~', tilde + 1)) {
    if (tilde + 1 == text.size() || (text[tilde + 1] != '0' && text[tilde + 1] != '1')) {
      return false;
    }
  }
  return true;
}

bool IsRelativeJsonPointer(std::string_view text) {
  const std::size_t digits = CountDigits(text);
  if (digits == 0 || (digits > 1 && text.front() == '0')) {
    return false;
  }
  text.remove_prefix(digits);
  return text == "#" || IsJsonPointer(text);
}

}  // namespace accord::schema
