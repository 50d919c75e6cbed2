#include "tests/support/shrink.h"

#include <utility>

namespace accord::test {

bool Shrinker::Shrink(Json& value) {
  bool changed = false;
  while (ShrinkPlace(value)) {
    changed = true;
  }
  return changed;
}

bool Shrinker::Replace(Json& place, Json by) {
  if (checks_left_ == 0 || place == by) {
    return false;
  }
  --checks_left_;
  std::swap(place, by);
  if (still_fails_()) {
    return true;
  }
  std::swap(place, by);
  return false;
}

bool Shrinker::ShrinkPlace(Json& place) {
  if (place.is_array() || place.is_object()) {
    return ShrinkContainer(place);
  }
  const bool is_plain = place.text.size() <= 1;
  if (place.kind == document::Kind::kString && !is_plain) {
    return Replace(place, Json::String("a"));
  }
  return place.kind == document::Kind::kNumber && !is_plain && Replace(place, Json::Number("1"));
}

bool Shrinker::ShrinkContainer(Json& place) {
  if (!place.items.empty()) {
    if (Replace(place, place.is_array() ? Json::Array() : Json::Object()) ||
        (place.is_object() && Replace(place, Json::Bool(true)))) {
      return true;
    }
  }
  bool changed = false;
  for (std::size_t i = place.items.size(); i > 0; --i) {
    Json without = place;
    without.Erase(i - 1);
    changed = Replace(place, std::move(without)) || changed;
  }
  for (std::size_t i = 0; i < place.items.size(); ++i) {
    if (Replace(place, Json(place.items[i]))) {
      return true;
    }
  }
  for (Json& item : place.items) {
    changed = ShrinkPlace(item) || changed;
  }
  return changed;
}

}  // namespace accord::test
