#include <algorithm>
#include <array>
#include <unordered_map>

#include "accord/base/strings.h"
#include "accord/pact/read.h"

#include "pact/spelling.h"

namespace accord::pact {
namespace {

// The only fields whose values are comma-separated lists for Pact; dates, cookies and custom
// fields keep their commas.
constexpr std::array<std::string_view, 12> kListHeaders = {"accept",
                                                           "accept-encoding",
                                                           "accept-language",
                                                           "access-control-allow-headers",
                                                           "access-control-allow-methods",
                                                           "access-control-expose-headers",
                                                           "access-control-request-headers",
                                                           "allow",
                                                           "cache-control",
                                                           "if-match",
                                                           "if-none-match",
                                                           "vary"};

}  // namespace

std::vector<QueryParameter> ParseQuery(std::string_view query) {
  std::vector<QueryParameter> parameters;
  std::unordered_map<std::string, std::size_t> places;
  for (const std::string_view pair : base::Split(query, '&')) {
    if (pair.empty()) {
      continue;
    }
    const std::size_t equals = pair.find('=');
    std::string name = base::PercentDecode(pair.substr(0, equals), true);
    std::optional<std::string> value;
    if (equals != std::string_view::npos) {
      value = base::PercentDecode(pair.substr(equals + 1), true);
    }
    const auto [place, added] = places.try_emplace(name, parameters.size());
    if (added) {
      parameters.push_back({.name = std::move(name), .values = {}});
    }
    parameters[place->second].values.push_back(std::move(value));
  }
  return parameters;
}

std::string FormatQuery(const std::vector<QueryParameter>& query) {
  std::string out;
  for (const QueryParameter& parameter : query) {
    for (const std::optional<std::string>& value : parameter.values) {
      out += out.empty() ? "" : "&";
      out += base::FormEncode(parameter.name);
      if (value) {
        out += '=';
        out += base::FormEncode(*value);
      }
    }
  }
  return out;
}

std::vector<std::string> SplitHeaderValue(std::string_view name, std::string_view value) {
  const bool is_list =
      std::any_of(kListHeaders.begin(), kListHeaders.end(), [&](std::string_view known) {
        return base::EqualsIgnoreCase(known, name);
      });
  std::vector<std::string> pieces;
  if (!is_list) {
    pieces.emplace_back(base::Trim(value));
    return pieces;
  }
  for (const std::string_view piece : base::Split(value, ',')) {
    pieces.emplace_back(base::Trim(piece));
  }
  return pieces;
}

}  // namespace accord::pact
