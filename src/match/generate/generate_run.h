#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "accord/match/generate.h"

#include "match/generate/generate_value.h"

namespace accord::match {

/// One application of all generators of a request, response or message.
class GenerateRun {
 public:
  GenerateRun(GeneratorContext& context, std::vector<std::string>& warnings)
      : context_(context), warnings_(warnings) {}

  /// A value, or nullopt when the example stays; then a warning was added, once for each generator,
  /// unless the generator has nothing to do in this mode. `place` is for that warning.
  std::optional<Generated> Make(const pact::Generator& generator,
                                bool text_example,
                                std::string_view place);

  void Warn(std::string sentence) { warnings_.push_back(std::move(sentence)); }

 private:
  GeneratorContext& context_;
  std::vector<std::string>& warnings_;
  std::set<const pact::Generator*> warned_;
  std::size_t made_bytes_ = 0;
};

}  // namespace accord::match
