#include "order.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include <fmt/format.h>

namespace orders {
namespace {

constexpr std::array<std::pair<Status, std::string_view>, 4> kStatusNames{{
    {Status::kOpen, "open"},
    {Status::kPaid, "paid"},
    {Status::kShipped, "shipped"},
    {Status::kCancelled, "cancelled"},
}};

}  // namespace

std::string_view ToString(Status status) {
  return kStatusNames.at(static_cast<std::size_t>(status)).second;
}

std::optional<Status> ParseStatus(std::string_view text) {
  const auto* const found = std::find_if(kStatusNames.begin(),
                                         kStatusNames.end(),
                                         [text](const auto& row) { return row.second == text; });
  return found == kStatusNames.end() ? std::nullopt : std::optional(found->first);
}

std::int64_t Order::TotalCents() const {
  return std::accumulate(
      lines.begin(), lines.end(), std::int64_t{0}, [](std::int64_t sum, const Line& line) {
        return sum + line.quantity * line.price_cents;
      });
}

std::string FormatCents(std::int64_t cents) {
  return fmt::format("{}.{:02}", cents / 100, cents % 100);
}

}  // namespace orders
