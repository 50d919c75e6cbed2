#include "conform/router.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "accord/base/strings.h"

namespace accord::conform {
namespace {

std::string KeyOf(std::string_view method, std::size_t segments) {
  return fmt::format("{} {}", method, segments);
}

std::string KeyOf(std::string_view method, const std::vector<std::string>& segments) {
  return fmt::format("{} {}", method, base::ToLowerAscii(base::Join(segments, "/")));
}

/// A switch for tools of this kind that a description holds: `info: {x-opc-config-NAME: …}`.
const document::Node* SettingOf(const openapi::Description& api, std::string_view name) {
  const document::Node* info = api.root ? api.root->Find("info") : nullptr;
  return info != nullptr ? info->Find(fmt::format("x-opc-config-{}", name)) : nullptr;
}

bool IgnoresCase(const openapi::Description& api) {
  const document::Node* setting = SettingOf(api, "case-insensitive");
  return setting != nullptr && setting->is_bool() && setting->boolean();
}

const std::vector<openapi::Server>& ServersOf(const Route& route) {
  if (!route.operation->servers.empty()) {
    return route.operation->servers;
  }
  return !route.item->servers.empty() ? route.item->servers : route.api->servers;
}

std::set<std::string> BasesOf(const Route& route) {
  const document::Node* setting = SettingOf(*route.api, "base-path");
  if (setting != nullptr && setting->is_string()) {
    return {std::string(setting->text())};
  }
  std::set<std::string> bases;
  for (const openapi::Server& server : ServersOf(route)) {
    bases.insert(server.path);
  }
  if (bases.empty() || route.api->version != openapi::Version::k2_0) {
    bases.insert("");
  }
  return bases;
}

bool SameText(std::string_view a, std::string_view b, bool ignore_case) {
  return ignore_case ? base::EqualsIgnoreCase(a, b) : a == b;
}

/// Where `text` begins last in `in`, not before `from` and with something behind it; npos when it
/// does not.
std::size_t FindLast(std::string_view in, std::string_view text, std::size_t from, bool any_case) {
  for (std::size_t at = in.size(); at-- > from;) {
    if (at + text.size() < in.size() && SameText(in.substr(at, text.size()), text, any_case)) {
      return at;
    }
  }
  return std::string_view::npos;
}

}  // namespace

Router::Router(const std::vector<openapi::DescriptionPtr>& apis) {
  for (const openapi::DescriptionPtr& api : apis) {
    for (const openapi::PathItem& item : api->paths) {
      for (const openapi::Operation& operation : item.operations) {
        Add({api.get(), &item, &operation});
      }
    }
  }
  for (auto& [key, patterns] : patterns_) {
    // A fixed segment counts more than one with parameters, and that more with fixed texts.
    const auto rank = [&](const Segment& segment) {
      std::size_t fixed = 0;
      for (const std::string& text : segment.texts) {
        fixed += text.size();
      }
      return segment.names.empty() ? 0 : fixed > 0 ? 1 : 2;
    };
    std::stable_sort(patterns.begin(), patterns.end(), [&](const Pattern& a, const Pattern& b) {
      return std::lexicographical_compare(
          a.segments.begin(),
          a.segments.end(),
          b.segments.begin(),
          b.segments.end(),
          [&](const Segment& x, const Segment& y) { return rank(x) < rank(y); });
    });
  }
}

void Router::Add(const Route& route) {
  routes_.push_back(route);
  for (const std::string& base : BasesOf(route)) {
    AddPattern(base + route.item->path, routes_.size() - 1);
  }
}

void Router::AddPattern(const std::string& path, std::size_t route) {
  Pattern pattern;
  pattern.route = route;
  pattern.ignore_case = IgnoresCase(*routes_[route].api);
  for (const std::string_view segment : base::Split(path, '/')) {
    pattern.segments.push_back(ParseSegment(segment));
  }
  std::vector<std::string> texts;
  bool is_fixed = true;
  for (const Segment& segment : pattern.segments) {
    texts.push_back(segment.texts.front());
    is_fixed = is_fixed && segment.names.empty();
  }
  const std::string& method = routes_[route].operation->method;
  auto& those =
      is_fixed ? fixed_[KeyOf(method, texts)] : patterns_[KeyOf(method, pattern.segments.size())];
  those.push_back(std::move(pattern));
}

Router::Segment Router::ParseSegment(std::string_view text) {
  Segment segment;
  segment.texts.emplace_back();
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos || close == open + 1) {
      segment.texts.back() += text;
      break;
    }
    segment.texts.back() += text.substr(0, open);
    std::string_view name = text.substr(open + 1, close - open - 1);
    // `{.x}`, `{;x}` and `{x*}` are URI templates' way to say style and explode.
    if (name.size() > 1 && (name.front() == '.' || name.front() == ';')) {
      segment.texts.back() += name.front();
      name.remove_prefix(1);
    }
    if (name.size() > 1 && name.back() == '*') {
      name.remove_suffix(1);
    }
    segment.names.emplace_back(name);
    segment.texts.emplace_back();
    text.remove_prefix(close + 1);
  }
  return segment;
}

/// A parameter takes as much as it can, and at least one character: the texts behind it are looked
/// for from the right.
bool Router::MatchesSegment(const Segment& segment,
                            std::string_view text,
                            bool ignore_case,
                            PathValues& values) {
  const std::string& first = segment.texts.front();
  if (segment.names.empty()) {
    return SameText(text, first, ignore_case);
  }
  const std::string& last = segment.texts.back();
  if (text.size() < first.size() + last.size() ||
      !SameText(text.substr(0, first.size()), first, ignore_case) ||
      !SameText(text.substr(text.size() - last.size()), last, ignore_case)) {
    return false;
  }
  std::size_t end = text.size() - last.size();
  std::vector<std::string> found(segment.names.size());
  for (std::size_t i = found.size(); i-- > 0;) {
    const std::string_view before = segment.texts[i];
    const std::size_t at =
        i == 0 ? 0 : FindLast(text.substr(0, end), before, first.size() + 1, ignore_case);
    if (at == std::string_view::npos || at + before.size() >= end) {
      return false;
    }
    found[i] = text.substr(at + before.size(), end - at - before.size());
    end = at;
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    values.emplace_back(segment.names[i], std::move(found[i]));
  }
  return true;
}

bool Router::Matches(const Pattern& pattern,
                     const std::vector<std::string>& path,
                     PathValues& values) {
  // Segments may hold slashes, spelled `%2F`, so paths that read the same can differ in number.
  if (path.size() != pattern.segments.size()) {
    return false;
  }
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (!MatchesSegment(pattern.segments[i], path[i], pattern.ignore_case, values)) {
      return false;
    }
  }
  return true;
}

bool Router::Find(std::string_view method,
                  std::string_view path,
                  const std::function<bool(const Route&, const PathValues&)>& accept) const {
  if (path.find('?') != std::string_view::npos) {
    return false;
  }
  std::string whole = path.starts_with('/') ? "" : "/";
  whole += path;
  std::vector<std::string> segments;
  for (const std::string_view segment : base::Split(whole, '/')) {
    segments.push_back(base::PercentDecode(segment, false));
  }
  const auto any_of = [&](const auto& patterns, const std::string& key) {
    const auto found = patterns.find(key);
    return found != patterns.end() &&
           std::any_of(found->second.begin(), found->second.end(), [&](const Pattern& pattern) {
             PathValues values;
             return Matches(pattern, segments, values) && accept(routes_[pattern.route], values);
           });
  };
  return any_of(fixed_, KeyOf(method, segments)) ||
         any_of(patterns_, KeyOf(method, segments.size()));
}

}  // namespace accord::conform
