#include "tests/rules/openapi_case.h"

#include <fstream>
#include <sstream>
#include <utility>

namespace accord::breaking::test {
namespace {

constexpr std::string_view kHead = "openapi: 3.1.0\ninfo: {title: Orders, version: 1.0.0}\n";
constexpr std::string_view kResponses = "responses: {'200': {description: all}}\n";

std::string Indented(const std::string& text, std::size_t by) {
  std::istringstream in(text);
  std::string out;
  for (std::string line; std::getline(in, line);) {
    out += std::string(by, ' ') + line + "\n";
  }
  return out;
}

bool Has(const std::string& text, const std::string& key) {
  return text.starts_with(key) || text.find("\n" + key) != std::string::npos;
}

std::string Operation(const std::string& fragment) {
  return Has(fragment, "responses:") ? fragment : fragment + std::string(kResponses);
}

std::string Get(const std::string& operation) {
  return "paths:\n  /orders:\n    get:\n" + Indented(Operation(operation), 6);
}

std::string Below(const std::string& keys, const std::string& fragment, std::size_t by) {
  return keys + "\n" + Indented(fragment, by);
}

void TakeHead(OpenApiCase& test, const std::string& line) {
  const std::size_t colon = line.find(": ");
  const std::string key = line.substr(0, colon);
  const std::string value = colon == std::string::npos ? "" : line.substr(colon + 2);
  if (key == "at") {
    test.at = value;
  } else if (key == "mirror") {
    test.mirror = value;
  } else if (key == "profile") {
    test.profile = value;
  } else if (key == "days") {
    test.days = std::stoi(value);
  }
}

}  // namespace

std::string OpenApiCase::Document(const std::string& fragment) const {
  std::string text(kHead);
  if (at == "document") {
    text = Has(fragment, "info:") ? "openapi: 3.1.0\n" : text;
    return text + fragment + (Has(fragment, "paths:") ? "" : "paths: {}\n");
  }
  if (at == "item") {
    return text + "paths:\n  /orders:\n" + Indented(fragment, 4);
  }
  if (at == "operation") {
    return text + Get(fragment);
  }
  if (at == "parameters") {
    return text + Get(fragment.empty() ? "" : Below("parameters:", fragment, 2));
  }
  if (at == "body") {
    return text + Get(fragment.empty() ? "" : Below("requestBody:", fragment, 2));
  }
  if (at == "responses") {
    return text + Get(Below("responses:", fragment, 2));
  }
  if (at == "response") {
    return text + Get(Below("responses:\n  '200':\n    description: all", fragment, 4));
  }
  if (at == "components") {
    return text + "paths: {}\n" + (fragment.empty() ? "" : Below("components:", fragment, 2));
  }
  return text + "webhooks:\n  shipped:\n    post:\n" + Indented(Operation(fragment), 6);
}

std::vector<OpenApiCase> ReadOpenApiCases(const std::filesystem::path& file) {
  std::vector<OpenApiCase> cases;
  std::ifstream in(file);
  std::string* text = nullptr;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("=== ")) {
      cases.emplace_back().rule = line.substr(4);
      text = nullptr;
    } else if (line == "--- old") {
      text = &cases.back().before;
    } else if (line == "--- new") {
      text = &cases.back().after;
    } else if (line == "--- ok") {
      text = &cases.back().ok;
    } else if (text != nullptr) {
      *text += line.empty() ? "" : line + "\n";
    } else if (!cases.empty()) {
      TakeHead(cases.back(), line);
    }
  }
  return cases;
}

}  // namespace accord::breaking::test
