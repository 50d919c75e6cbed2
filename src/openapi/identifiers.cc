#include "openapi/identifiers.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "accord/schema/uri.h"

#include "openapi/reader.h"

namespace accord::openapi {
namespace {

using document::Member;
using document::Node;

constexpr std::array<std::string_view, 6> kNameMaps = {
    "properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "schemas"};
// What stands there is data.
constexpr std::array<std::string_view, 5> kData = {
    "example", "examples", "default", "enum", "const"};

template <std::size_t N>
bool OneOf(const std::array<std::string_view, N>& names, std::string_view key) {
  return std::ranges::find(names, key) != names.end();
}

}  // namespace

Identifiers::Identifiers(const document::Document& document, std::string uri) {
  resources_.push_back({.root = &document.root(), .uri = std::move(uri)});
  std::vector<Step> steps = {{&document.root(), 0, false}};
  while (!steps.empty()) {
    const Step step = steps.back();
    steps.pop_back();
    Visit(step, steps);
  }
  SortByPlace();
}

bool Identifiers::MayHave(const document::Document& document) {
  const std::string_view source = document.source();
  for (std::size_t at = source.find('$'); at != std::string_view::npos;
       at = source.find('$', at + 1)) {
    const std::string_view rest = source.substr(at + 1, sizeof("dynamicAnchor") - 1);
    if (rest.starts_with("id") || rest.starts_with("anchor") || rest == "dynamicAnchor") {
      return true;
    }
  }
  return false;
}

void Identifiers::Visit(const Step& step, std::vector<Step>& steps) {
  for (const Node& item : step.node->items()) {
    if (item.is_container()) {
      steps.push_back({&item, step.resource, false});
    }
  }
  if (!step.node->is_object()) {
    return;
  }
  const std::size_t resource = step.is_name_map ? step.resource : Enter(step);
  ForEachMember(*step.node, [&](const Member& member) {
    const std::string_view key = member.key();
    const bool is_data = !step.is_name_map && (OneOf(kData, key) || key.starts_with("x-"));
    if (member.value.is_container() && !is_data) {
      steps.push_back({&member.value, resource, !step.is_name_map && OneOf(kNameMaps, key)});
    }
  });
}

// The resource that holds for what is in an object.
std::size_t Identifiers::Enter(const Step& step) {
  std::size_t resource = step.resource;
  const std::string_view id = schema::SplitFragment(TextOf(*step.node, "$id")).uri;
  if (!id.empty()) {
    std::string uri = schema::ResolveUri(resources_[resource].uri, id);
    if (step.node == resources_[0].root) {
      resources_[0].uri = std::move(uri);
    } else {
      resources_.push_back({.root = step.node, .uri = std::move(uri), .parent = resource});
      resource = resources_.size() - 1;
    }
  }
  for (const std::string_view keyword : {"$anchor", "$dynamicAnchor"}) {
    if (const std::string_view name = TextOf(*step.node, keyword); !name.empty()) {
      resources_[resource].anchors.emplace(name, step.node);
    }
  }
  return resource;
}

void Identifiers::SortByPlace() {
  by_place_.resize(resources_.size());
  std::iota(by_place_.begin(), by_place_.end(), std::size_t{0});
  std::stable_sort(by_place_.begin() + 1, by_place_.end(), [&](std::size_t a, std::size_t b) {
    return resources_[a].root->begin() < resources_[b].root->begin();
  });
}

const Identifiers::Resource& Identifiers::Around(std::uint32_t offset) const {
  const auto after = std::upper_bound(by_place_.begin() + 1,
                                      by_place_.end(),
                                      offset,
                                      [&](std::uint32_t place, std::size_t resource) {
                                        return place < resources_[resource].root->begin();
                                      });
  std::size_t found = *(after - 1);
  while (found != 0 && resources_[found].root->end() <= offset) {
    found = resources_[found].parent;
  }
  return resources_[found];
}

}  // namespace accord::openapi
