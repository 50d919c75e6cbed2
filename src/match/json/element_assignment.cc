#include <deque>
#include <unordered_map>

#include "match/json/variant_search.h"

namespace accord::match {
namespace {

constexpr std::uint32_t kNobody = 0xFFFFFFFF;
using Candidates = std::vector<std::vector<std::uint32_t>>;

/// Maximum bipartite matching, one augmenting path per variant.
class Assignment {
 public:
  explicit Assignment(const Candidates& candidates) : candidates_(candidates) {}

  /// True when `variant` could be given an element, perhaps by moving others.
  bool Place(std::uint32_t variant) {
    std::deque<std::uint32_t> queue{variant};
    std::unordered_map<std::uint32_t, std::uint32_t> reached_from;  // Element to variant.
    while (!queue.empty()) {
      const std::uint32_t current = queue.front();
      queue.pop_front();
      for (const std::uint32_t element : candidates_[current]) {
        if (!reached_from.emplace(element, current).second) {
          continue;
        }
        const auto owner = owner_.find(element);
        if (owner == owner_.end()) {
          Move(element, variant, reached_from);
          return true;
        }
        queue.push_back(owner->second);
      }
    }
    return false;
  }

 private:
  /// Hands elements along the path that ends at the free `element`.
  void Move(std::uint32_t element,
            std::uint32_t start,
            const std::unordered_map<std::uint32_t, std::uint32_t>& reached_from) {
    while (true) {
      const std::uint32_t variant = reached_from.at(element);
      const auto before = owned_.find(variant);
      const std::uint32_t next = before == owned_.end() ? kNobody : before->second;
      owner_[element] = variant;
      owned_[variant] = element;
      if (variant == start) {
        return;
      }
      element = next;
    }
  }

  const Candidates& candidates_;
  std::unordered_map<std::uint32_t, std::uint32_t> owner_;  // Element to variant.
  std::unordered_map<std::uint32_t, std::uint32_t> owned_;  // Variant to element.
};

}  // namespace

std::vector<bool> AssignElements(const Candidates& candidates) {
  Assignment assignment(candidates);
  std::vector<bool> assigned(candidates.size());
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    // With as many choices as there are variants one is always left.
    assigned[i] = candidates[i].size() >= candidates.size() ||
                  assignment.Place(static_cast<std::uint32_t>(i));
  }
  return assigned;
}

}  // namespace accord::match
