#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "accord/base/random.h"
#include "accord/document/value.h"
#include "accord/pact/pact.h"

namespace accord::match {

/// Who asks: ProviderState values exist only for the provider, MockServerURL only for the consumer.
enum class GeneratorMode : std::uint8_t { kProvider, kConsumer };

/// What generators draw from.
struct GeneratorContext {
  GeneratorMode mode = GeneratorMode::kProvider;
  /// Values a provider state returned or was given, by name; the last one of a name wins.
  std::vector<std::pair<std::string, document::Value>> state_values;
  std::string mock_server_url;
  base::Random* random = nullptr;  ///< Required.
  std::chrono::system_clock::time_point now;
};

/// A copy in which every generator has been applied. One that cannot produce a value leaves the
/// example as it is and adds a sentence to `warnings`.
pact::Request Generate(const pact::Request& request,
                       GeneratorContext& context,
                       std::vector<std::string>& warnings);
pact::Response Generate(const pact::Response& response,
                        GeneratorContext& context,
                        std::vector<std::string>& warnings);
pact::Message Generate(const pact::Message& message,
                       GeneratorContext& context,
                       std::vector<std::string>& warnings);

}  // namespace accord::match
