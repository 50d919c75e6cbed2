#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "accord/proto/image.h"

namespace accord::breaking {

/// From which ends of the services of a version its messages and enums can be reached.
class Reach {
 public:
  struct Use {
    bool request = false;
    bool response = false;
    /// In neither: stored, sent by other means, inside Any.
    bool none() const { return !request && !response; }
  };

  static Reach Of(const proto::Image& image);
  /// Of a message or enum, by full name.
  Use UseOf(std::string_view full_name) const;
  /// A shortest way to it, for people: `OrderService.GetOrder → Order.items`; empty when none.
  std::string WayTo(std::string_view full_name) const;

 private:
  struct Node {
    Use use;
    std::string from;  // Full name of the message, or `/service/method`, it was first reached from.
    std::string step;
  };
  std::unordered_map<std::string, Node> nodes_;
};

}  // namespace accord::breaking
