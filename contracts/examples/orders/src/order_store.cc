#include "order_store.h"

#include <chrono>
#include <utility>

#include <fmt/chrono.h>
#include <fmt/format.h>

namespace orders {

const Order& OrderStore::Add(Order order) {
  order.id = ++last_id_;
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  order.created_at = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
  return orders_[order.id] = std::move(order);
}

Order* OrderStore::Find(std::int64_t id) {
  const auto found = orders_.find(id);
  return found == orders_.end() ? nullptr : &found->second;
}

std::vector<const Order*> OrderStore::List(std::optional<Status> status, std::size_t limit) const {
  std::vector<const Order*> found;
  for (auto next = orders_.rbegin(); next != orders_.rend() && found.size() < limit; ++next) {
    if (!status || next->second.status == *status) {
      found.push_back(&next->second);
    }
  }
  return found;
}

}  // namespace orders
