#include "breaking/openapi/pairing.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "accord/base/media_type.h"
#include "accord/base/strings.h"

namespace accord::breaking::api {
namespace {

using openapi::Description;
using openapi::Header;
using openapi::MediaType;
using openapi::Operation;
using openapi::PathItem;
using Items = std::vector<PathItem>;

/// What all servers have in front of every path; empty when they do not agree.
std::string BasePath(const Description& description) {
  const auto& servers = description.servers;
  const bool agree = std::ranges::all_of(
      servers, [&](const auto& server) { return server.path == servers.front().path; });
  return agree && !servers.empty() ? servers.front().path : std::string();
}

std::map<std::string, std::string, std::less<>> RenamedParameters(const PathItem& before,
                                                                  const PathItem& after) {
  std::map<std::string, std::string, std::less<>> renamed;
  std::vector<std::string> old_names = openapi::PathParameters(before.path);
  std::vector<std::string> new_names = openapi::PathParameters(after.path);
  // A part of the path may have moved to the server: what is left are the last parameters.
  while (!old_names.empty() && !new_names.empty()) {
    if (old_names.back() != new_names.back()) {
      renamed.emplace(old_names.back(), new_names.back());
    }
    old_names.pop_back();
    new_names.pop_back();
  }
  return renamed;
}

/// Pairs what has the same key and is not paired yet.
template <typename KeyOfOld, typename KeyOfNew>
void PairBy(std::vector<PathPair>& pairs,
            std::vector<const PathItem*>& left,
            const KeyOfOld& key_of_old,
            const KeyOfNew& key_of_new) {
  std::map<std::string, const PathItem*> by_key;
  for (const PathItem* item : left) {
    by_key.emplace(key_of_new(*item), item);
  }
  for (PathPair& pair : pairs) {
    if (pair.after != nullptr) {
      continue;
    }
    const auto same = by_key.find(key_of_old(*pair.before));
    if (same == by_key.end()) {
      continue;
    }
    pair.after = same->second;
    pair.renamed = RenamedParameters(*pair.before, *pair.after);
    std::erase(left, same->second);
    by_key.erase(same);
  }
}

std::vector<const PathItem*> PointersTo(const Items& items) {
  std::vector<const PathItem*> pointers;
  pointers.reserve(items.size());
  for (const PathItem& item : items) {
    pointers.push_back(&item);
  }
  return pointers;
}

std::vector<PathPair> OldOnes(const Items& items) {
  std::vector<PathPair> pairs;
  pairs.reserve(items.size());
  for (const PathItem& item : items) {
    pairs.push_back({.before = &item, .path = item.path});
  }
  return pairs;
}

void AddNewOnes(std::vector<PathPair>& pairs, const std::vector<const PathItem*>& left) {
  for (const PathItem* item : left) {
    pairs.push_back({.after = item, .path = item->path});
  }
}

/// The subtype without its structured suffix, and the suffix.
std::optional<std::pair<std::string, std::string>> SplitSuffix(const std::string& subtype) {
  const std::size_t plus = subtype.find('+');
  if (plus == std::string::npos) {
    return std::pair(subtype, std::string());
  }
  if (subtype.find('+', plus + 1) != std::string::npos || plus + 1 == subtype.size()) {
    return std::nullopt;
  }
  return std::pair(subtype.substr(0, plus), subtype.substr(plus + 1));
}

/// Whether one media type covers the other, parameters apart.
bool Contains(const std::string& general, const std::string& special) {
  const auto one = base::MediaType::Parse(general);
  const auto other = base::MediaType::Parse(special);
  if (!one || !other || one->type != other->type) {
    return false;
  }
  const auto one_parts = SplitSuffix(one->subtype);
  const auto other_parts = SplitSuffix(other->subtype);
  if (!one_parts || !other_parts) {
    return false;
  }
  return *one_parts == *other_parts ||
         (one_parts->second.empty() && one_parts->first == other_parts->second);
}

}  // namespace

std::vector<PathPair> PairPaths(const Context& context) {
  std::vector<PathPair> pairs = OldOnes(context.before.paths);
  std::vector<const PathItem*> left = PointersTo(context.after.paths);
  const std::string old_base = BasePath(context.before);
  const std::string new_base = BasePath(context.after);
  if (context.strict() && old_base != new_base) {
    PairBy(
        pairs,
        left,
        [&](const PathItem& item) { return openapi::PathShape(old_base + item.path); },
        [&](const PathItem& item) { return openapi::PathShape(new_base + item.path); });
  }
  const auto path = [](const PathItem& item) { return item.path; };
  const auto shape = [](const PathItem& item) { return openapi::PathShape(item.path); };
  PairBy(pairs, left, path, path);
  PairBy(pairs, left, shape, shape);
  AddNewOnes(pairs, left);
  return pairs;
}

std::vector<PathPair> PairWebhooks(const Context& context) {
  std::vector<PathPair> pairs = OldOnes(context.before.webhooks);
  std::vector<const PathItem*> left = PointersTo(context.after.webhooks);
  const auto name = [](const PathItem& item) { return item.path; };
  PairBy(pairs, left, name, name);
  AddNewOnes(pairs, left);
  for (PathPair& pair : pairs) {
    pair.path = "webhook:" + pair.path;
    pair.outbound = true;
  }
  return pairs;
}

std::vector<OperationPair> PairOperations(const PathPair& paths) {
  std::vector<OperationPair> pairs;
  const auto find = [](const PathItem& item, const std::string& method) -> const Operation* {
    const auto found = std::ranges::find(item.operations, method, &Operation::method);
    return found == item.operations.end() ? nullptr : &*found;
  };
  if (paths.before != nullptr) {
    for (const Operation& operation : paths.before->operations) {
      pairs.push_back({paths,
                       &operation,
                       paths.after == nullptr ? nullptr : find(*paths.after, operation.method)});
    }
  }
  if (paths.after != nullptr) {
    for (const Operation& operation : paths.after->operations) {
      if (paths.before == nullptr || find(*paths.before, operation.method) == nullptr) {
        pairs.push_back({paths, nullptr, &operation});
      }
    }
  }
  return pairs;
}

Kinship KinshipOf(const std::string& before, const std::string& after) {
  const bool covers = Contains(before, after);
  const bool covered = Contains(after, before);
  if (covers && covered) {
    return Kinship::kSame;
  }
  if (covers) {
    return Kinship::kSpecialized;
  }
  return covered ? Kinship::kGeneralized : Kinship::kNone;
}

Pairs<MediaType> PairMediaTypes(const std::vector<MediaType>& before,
                                const std::vector<MediaType>& after) {
  Pairs<MediaType> pairs;
  std::set<const MediaType*> taken;
  for (const MediaType& one : before) {
    const auto same = std::ranges::find(after, one.name, &MediaType::name);
    pairs.emplace_back(&one, same == after.end() ? nullptr : &*same);
    taken.insert(pairs.back().second);
  }
  for (const MediaType& one : after) {
    if (taken.count(&one) != 0) {
      continue;
    }
    const auto kin = std::ranges::find_if(pairs, [&one](const auto& pair) {
      return pair.second == nullptr && KinshipOf(pair.first->name, one.name) != Kinship::kNone;
    });
    if (kin != pairs.end()) {
      kin->second = &one;
      taken.insert(&one);
    }
  }
  for (const MediaType& one : after) {
    if (taken.count(&one) == 0) {
      pairs.emplace_back(nullptr, &one);
    }
  }
  return pairs;
}

Pairs<Header> PairHeaders(const std::vector<Header>& before, const std::vector<Header>& after) {
  Pairs<Header> pairs;
  const auto find = [](const std::vector<Header>& in, const std::string& name) -> const Header* {
    const auto found = std::ranges::find_if(
        in, [&name](const Header& header) { return base::EqualsIgnoreCase(header.name, name); });
    return found == in.end() ? nullptr : &*found;
  };
  for (const Header& header : before) {
    pairs.emplace_back(&header, find(after, header.name));
  }
  for (const Header& header : after) {
    if (find(before, header.name) == nullptr) {
      pairs.emplace_back(nullptr, &header);
    }
  }
  return pairs;
}

}  // namespace accord::breaking::api
