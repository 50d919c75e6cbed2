#include "conform/value_remarks.h"

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/document/document.h"

#include "conform/rules.h"

namespace accord::conform {
namespace {

using document::Node;

constexpr std::size_t kShownValue = 60;

std::string Shown(const Node& value) {
  return base::Ellipsize(document::WriteJson(value, {.indent = 0}), kShownValue);
}

}  // namespace

std::optional<ValueRemark> RemarkOn(const ProviderValues& values,
                                    const Acceptance& accepts,
                                    const std::function<std::string()>& subject) {
  if (accepts.IsEquality()) {
    auto untested = values.Listed().value_or(std::vector<const Node*>());
    std::erase_if(untested, [&](const Node* value) { return accepts(*value); });
    if (untested.empty() || accepts.example.is_null()) {
      return std::nullopt;
    }
    return ValueRemark{
        &kEnumUnexercised, fmt::format("{} was not tested with ", subject()), std::move(untested)};
  }
  if (values.Exclude(accepts)) {
    return ValueRemark{
        &kValueImpossible,
        fmt::format("nothing that {} may be satisfies the consumer's rule", subject()),
        {}};
  }
  if (const Node* witness = values.FindRefused(accepts); witness != nullptr) {
    return ValueRemark{
        &kValueWider,
        fmt::format("{} may be {}, which the consumer's rule refuses", subject(), Shown(*witness)),
        {}};
  }
  return std::nullopt;
}

std::optional<ValueRemark> RemarkOnOthers(const ProviderValues& values,
                                          const Acceptance& accepts,
                                          const std::function<std::string()>& subject) {
  const Node* const other = accepts.IsEquality() ? nullptr : values.Find(accepts);
  if (other == nullptr) {
    return std::nullopt;
  }
  return ValueRemark{&kExampleImpossible,
                     fmt::format("{} is never {}, but its rule also accepts {}, which may come",
                                 subject(),
                                 Shown(accepts.example),
                                 Shown(*other)),
                     {}};
}

}  // namespace accord::conform
