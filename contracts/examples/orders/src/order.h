#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace orders {

enum class Status { kOpen, kPaid, kShipped, kCancelled };
std::string_view ToString(Status status);
std::optional<Status> ParseStatus(std::string_view text);

struct Line {
  std::string sku;
  std::int64_t quantity = 1;
  std::int64_t price_cents = 0;  ///< Of one piece.
};

struct Order {
  std::int64_t id = 0;
  Status status = Status::kOpen;
  std::string customer_id;
  std::string email;
  std::vector<Line> lines;
  std::string created_at;  ///< RFC 3339, UTC.

  std::int64_t TotalCents() const;
};

/// `1990` is `19.90`.
std::string FormatCents(std::int64_t cents);

}  // namespace orders
