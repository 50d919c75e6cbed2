#include "accord/openapi/description.h"

namespace accord::openapi {

std::string PathShape(std::string_view path) {
  std::string shape;
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t open = path.find('{', at);
    const std::size_t close = open == std::string_view::npos ? open : path.find('}', open);
    if (close == std::string_view::npos) {
      shape += path.substr(at);
      break;
    }
    shape += path.substr(at, open - at);
    shape += "{}";
    at = close + 1;
  }
  return shape;
}

std::vector<std::string> PathParameters(std::string_view path) {
  std::vector<std::string> names;
  for (std::size_t open = path.find('{'); open != std::string_view::npos;
       open = path.find('{', open)) {
    const std::size_t close = path.find('}', open);
    if (close == std::string_view::npos) {
      break;
    }
    names.emplace_back(path.substr(open + 1, close - open - 1));
    open = close + 1;
  }
  return names;
}

}  // namespace accord::openapi
