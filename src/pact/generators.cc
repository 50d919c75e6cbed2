#include "accord/pact/generators.h"

#include <array>

namespace accord::pact {

std::string_view ToString(GeneratorKind kind) {
  static constexpr std::array<std::string_view, 14> kNames = {"RandomInt",
                                                              "RandomDecimal",
                                                              "RandomHexadecimal",
                                                              "RandomString",
                                                              "RandomBoolean",
                                                              "Regex",
                                                              "Uuid",
                                                              "Date",
                                                              "Time",
                                                              "DateTime",
                                                              "ProviderState",
                                                              "MockServerURL",
                                                              "ArrayContains",
                                                              "plugin"};
  static_assert(kNames.size() == static_cast<std::size_t>(GeneratorKind::kPlugin) + 1);
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace accord::pact
