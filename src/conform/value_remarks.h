#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "accord/finding/finding.h"

#include "conform/provider_values.h"

namespace accord::conform {

/// Something to say about a value that may come as the consumer expects it.
struct ValueRemark {
  const finding::RuleInfo* rule = nullptr;
  std::string message;
  /// Values that the contract may test elsewhere; those that it does not end the message.
  std::vector<const document::Node*> untested;
};

/// What else may come, and does the consumer accept it? nullopt: it does, as far as can be told.
/// `subject` says what the value is called.
std::optional<ValueRemark> RemarkOn(const ProviderValues& values,
                                    const Acceptance& accepts,
                                    const std::function<std::string()>& subject);

/// The example never comes. A remark when others do that the consumer accepts; nullopt: an error.
std::optional<ValueRemark> RemarkOnOthers(const ProviderValues& values,
                                          const Acceptance& accepts,
                                          const std::function<std::string()>& subject);

}  // namespace accord::conform
