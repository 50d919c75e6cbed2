#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "accord/base/result.h"
#include "accord/pact/pact.h"

namespace accord::match {

/// One part of a multipart body (RFC 2046 §5.1, RFC 7578).
struct MultipartPart {
  std::vector<pact::Header> headers;
  std::string name;      ///< Of Content-Disposition; empty without one.
  bool is_file = false;  ///< Has a file name, or no disposition and a type that is no text.
  std::string content;   ///< Base64 transfer encoding decoded.

  /// The Content-Type header; empty without one.
  std::string_view ContentType() const;
};

/// Splits a body. The error says what is wrong, with the offset in bytes.
base::Result<std::vector<MultipartPart>> ParseMultipart(std::string_view body,
                                                        std::string_view boundary);

}  // namespace accord::match
