#pragma once

#include <string>
#include <string_view>

#include "accord/base/strings.h"

namespace accord::openapi {

/// A text of the user inside quotes, cut when it is long.
inline std::string Quoted(std::string_view text) {
  return "'" + base::Ellipsize(text, 200) + "'";
}

}  // namespace accord::openapi
