#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace accord::base {

/// A media type (RFC 9110 §8.3.1): `type/subtype;name=value`. Type, subtype and parameter names
/// are kept in lower case, values as written.
struct MediaType {
  std::string type;
  std::string subtype;  ///< With its structured suffix: `vnd.api+json`.
  std::vector<std::pair<std::string, std::string>> parameters;  ///< In the order written.

  /// nullopt when the text is not a media type. Lenient where servers are sloppy: parameters
  /// without a value are skipped, unquoted values may hold any character but a quote.
  static std::optional<MediaType> Parse(std::string_view text);

  /// `type/subtype` alone.
  std::string Essence() const { return type + "/" + subtype; }
  /// Essence and parameters: `text/plain;charset=utf-8`.
  std::string ToString() const;
  /// Value of a parameter; nullptr when absent.
  const std::string* Parameter(std::string_view name) const;

  /// `application/vnd.x+json` becomes `application/json`; otherwise the type without parameters.
  MediaType BaseType() const;
  bool IsUnknown() const { return type == "*" && subtype == "*"; }
  bool IsJson() const;
  bool IsXml() const;
  bool IsForm() const;
  bool IsMultipart() const { return type == "multipart"; }
  /// Text for people: text/*, JSON, XML, forms, scripts.
  bool IsText() const;
  bool IsBinary() const { return !IsText() && !IsMultipart() && !IsUnknown(); }
};

/// Pact's equivalence: without parameters on `expected` the essence decides, otherwise parameters
/// must agree too (in any order, case ignored); `text/xml` and `application/xml` are the same.
bool IsEquivalent(const MediaType& expected, const MediaType& actual);

/// Guesses from the first bytes the way Pact does: JSON, XML, HTML or text; nullopt when the bytes
/// are not UTF-8.
std::optional<MediaType> SniffText(std::string_view bytes);

/// Guesses from magic numbers (images, PDF, archives, audio …) first, then from text.
/// `application/octet-stream` when nothing fits.
MediaType SniffBytes(std::string_view bytes);

}  // namespace accord::base
