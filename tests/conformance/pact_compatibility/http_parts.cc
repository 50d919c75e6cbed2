#include "tests/conformance/pact_compatibility/http_parts.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/pact/read.h"

#include "tests/conformance/pact_compatibility/expectation.h"

namespace accord::compatibility {
namespace {

constexpr std::string_view kContentType = "Content-Type";
constexpr std::string_view kResponse = "response";

/// The pieces in single quotes; the whole cell when there are none.
std::vector<std::string_view> Quoted(std::string_view cell) {
  if (cell.find('\'') == std::string_view::npos) {
    return base::Split(cell, ',');
  }
  std::vector<std::string_view> pieces;
  const auto parts = base::Split(cell, '\'');
  for (std::size_t i = 1; i < parts.size(); i += 2) {
    pieces.push_back(parts[i]);
  }
  return pieces;
}

void ReplaceHeaders(std::vector<pact::Header>& headers, std::string_view cell) {
  std::erase_if(headers, [](const pact::Header& header) {
    return !base::EqualsIgnoreCase(header.name, kContentType);
  });
  for (pact::Header& header : ParseHeaders(cell)) {
    std::erase_if(headers, [&](const pact::Header& old) {
      return base::EqualsIgnoreCase(old.name, header.name);
    });
    headers.push_back(std::move(header));
  }
}

int ParseStatus(std::string_view text) {
  int status = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), status);
  Require(error == std::errc() && end == text.data() + text.size(),
          fmt::format("'{}' is no status", text));
  return status;
}

/// Cells that requests and responses share; false for another column.
template <typename Part>
bool ConfigureShared(Part& part,
                     const std::string& column,
                     const std::string& cell,
                     const Fixtures& fixtures) {
  std::vector<finding::Finding> findings;
  if (column == "headers" || column == "raw headers") {
    ReplaceHeaders(part.headers, cell);
  } else if (column == "matching rules") {
    part.rules = pact::ReadMatchingRules(fixtures.Json(cell), findings);
  } else if (column == "generators") {
    part.generators = pact::ReadGenerators(fixtures.Json(cell), findings);
  } else {
    return column == "body" || column == "content type" || column == "No" || column == "desc";
  }
  Require(findings.empty(), findings.empty() ? "" : findings.front().message);
  return true;
}

/// After the headers: a body brings its own Content-Type.
template <typename Part>
void ConfigureBody(Part& part, const Record& row, const Fixtures& fixtures) {
  const auto declared = row.find("content type");
  const std::string_view type = declared == row.end() ? "" : std::string_view(declared->second);
  if (!type.empty()) {
    SetHeader(part.headers, kContentType, type);
  }
  const auto cell = row.find("body");
  if (cell == row.end()) {
    return;
  }
  if (auto body = fixtures.Body(cell->second, type, part.ContentType())) {
    SetHeader(part.headers, kContentType, body->content_type);
    part.body = *std::move(body);
  }
}

}  // namespace

std::vector<pact::Header> ParseHeaders(std::string_view cell) {
  net::Headers headers;
  for (const std::string_view piece : Quoted(cell)) {
    const std::size_t colon = piece.find(':');
    Require(colon != std::string_view::npos, fmt::format("'{}' is no header", piece));
    headers.emplace_back(base::Trim(piece.substr(0, colon)), base::Trim(piece.substr(colon + 1)));
  }
  return GroupHeaders(headers);
}

std::vector<pact::Header> GroupHeaders(const net::Headers& headers) {
  std::vector<pact::Header> grouped;
  for (const auto& [name, value] : headers) {
    auto known = std::ranges::find_if(grouped, [&, &name = name](const pact::Header& header) {
      return base::EqualsIgnoreCase(header.name, name);
    });
    if (known == grouped.end()) {
      grouped.push_back({name, {}});
      known = std::prev(grouped.end());
    }
    std::ranges::move(pact::SplitHeaderValue(name, value), std::back_inserter(known->values));
  }
  return grouped;
}

void SetHeader(std::vector<pact::Header>& headers, std::string_view name, std::string_view value) {
  std::erase_if(headers, [&](const pact::Header& header) {
    return base::EqualsIgnoreCase(header.name, name);
  });
  headers.push_back({std::string(name), pact::SplitHeaderValue(name, value)});
}

void Configure(pact::Request& request, const Record& row, const Fixtures& fixtures) {
  for (const auto& [column, cell] : row) {
    if (cell.empty() || ConfigureShared(request, column, cell, fixtures)) {
      continue;
    }
    if (column == "method") {
      request.method = cell;
    } else if (column == "path") {
      request.path = cell;
    } else if (column == "query") {
      request.query = pact::ParseQuery(cell);
    } else {
      throw StepFailure(fmt::format("unknown request column '{}'", column));
    }
  }
  ConfigureBody(request, row, fixtures);
}

void Configure(pact::Response& response, const Record& row, const Fixtures& fixtures) {
  for (const auto& [column, cell] : row) {
    if (cell.empty() || ConfigureShared(response, column, cell, fixtures)) {
      continue;
    }
    Require(column == "status", fmt::format("unknown response column '{}'", column));
    response.status = ParseStatus(cell);
  }
  ConfigureBody(response, row, fixtures);
}

Record ResponseColumns(const Record& row) {
  Record response;
  for (const auto& [column, cell] : row) {
    if (!column.starts_with(kResponse)) {
      continue;
    }
    const std::string name(base::Trim(std::string_view(column).substr(kResponse.size())));
    response[name.empty() ? "status" : name == "content" ? "content type" : name] = cell;
  }
  return response;
}

void Configure(pact::Interaction& interaction, const Record& row, const Fixtures& fixtures) {
  Record request = row;
  std::erase_if(request, [](const auto& entry) { return entry.first.starts_with(kResponse); });
  Configure(interaction.request, request, fixtures);
  Configure(interaction.response, ResponseColumns(row), fixtures);
  interaction.request.body = AsContract(std::move(interaction.request.body));
  interaction.response.body = AsContract(std::move(interaction.response.body));
}

pact::Request FromServer(const net::ServerRequest& request) {
  pact::Request received;
  received.method = request.method;
  received.path = request.path();
  received.query = pact::ParseQuery(request.query());
  received.headers = GroupHeaders(request.headers);
  if (!request.body.empty() || net::FindHeader(request.headers, "Content-Length") != nullptr) {
    received.body = pact::Body::Of(request.body, received.ContentType());
  }
  return received;
}

net::ServerResponse ToServer(const pact::Response& response) {
  net::ServerResponse answer{
      .status = response.status, .headers = {}, .body = response.body.Bytes()};
  for (const pact::Header& header : response.headers) {
    answer.headers.emplace_back(header.name, base::Join(header.values, ", "));
  }
  const std::string type = response.ContentType();
  if (!type.empty() && net::FindHeader(answer.headers, kContentType) == nullptr) {
    answer.headers.emplace_back(kContentType, type);
  }
  return answer;
}

}  // namespace accord::compatibility
