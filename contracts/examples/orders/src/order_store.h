#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "order.h"

namespace orders {

/// All orders, in memory. For one thread.
class OrderStore {
 public:
  /// Gives the order its id and the time of its creation.
  const Order& Add(Order order);
  /// nullptr when there is none.
  Order* Find(std::int64_t id);
  /// Newest first.
  std::vector<const Order*> List(std::optional<Status> status, std::size_t limit) const;
  void Clear() { orders_.clear(); }

 private:
  std::map<std::int64_t, Order> orders_;
  std::int64_t last_id_ = 1000;
};

}  // namespace orders
