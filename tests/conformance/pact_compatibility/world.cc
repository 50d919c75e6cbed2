#include "tests/conformance/pact_compatibility/world.h"

#include <fmt/format.h>

#include "tests/conformance/pact_compatibility/expectation.h"

namespace accord::compatibility {

World::World(const std::filesystem::path& suite,
             pact::SpecVersion spec,
             std::filesystem::path scratch)
    : fixtures(suite / "fixtures"),
      version(spec),
      folder(std::move(scratch)),
      client(Unwrap(net::HttpClient::Create({.use_proxy_environment = false}))),
      random(1) {}

const pact::Interaction& World::Defined(std::size_t number) const {
  const auto found = interactions.find(number);
  Require(found != interactions.end(), fmt::format("there is no interaction {}", number));
  return found->second;
}

match::GeneratorContext World::GeneratorContext(match::GeneratorMode mode) {
  return {.mode = mode,
          .state_values = {},
          .mock_server_url = {},
          .random = &random,
          .now = std::chrono::system_clock::now()};
}

}  // namespace accord::compatibility
