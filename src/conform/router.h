#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "accord/openapi/description.h"

namespace accord::conform {

/// An operation of one of the descriptions.
struct Route {
  const openapi::Description* api = nullptr;
  const openapi::PathItem* item = nullptr;
  const openapi::Operation* operation = nullptr;
};

/// Texts that stand for the parameters of a path, by name.
using PathValues = std::vector<std::pair<std::string, std::string>>;

/// Finds the operation that a request is for. Paths are those of the template behind the path of a
/// server; in OpenAPI 3, where tests often run against another server, also without. Segments
/// written out count more than parameters, from the left.
class Router {
 public:
  explicit Router(const std::vector<openapi::DescriptionPtr>& apis);

  /// Every route in its order, with what stands for its parameters, until `accept` takes one.
  bool Find(std::string_view method,
            std::string_view path,
            const std::function<bool(const Route&, const PathValues&)>& accept) const;
  const std::vector<Route>& routes() const { return routes_; }

 private:
  /// A segment of a template: fixed texts around parameters. `a{b}c` has texts `a`, `c`.
  struct Segment {
    std::vector<std::string> texts;
    std::vector<std::string> names;
  };
  struct Pattern {
    std::size_t route = 0;
    std::vector<Segment> segments;
    bool ignore_case = false;
  };

  void Add(const Route& route);
  void AddPattern(const std::string& path, std::size_t route);
  static Segment ParseSegment(std::string_view text);
  static bool Matches(const Pattern& pattern,
                      const std::vector<std::string>& path,
                      PathValues& values);
  static bool MatchesSegment(const Segment& segment,
                             std::string_view text,
                             bool ignore_case,
                             PathValues& values);

  std::vector<Route> routes_;
  /// Without parameters, by method and path in lower case.
  std::unordered_map<std::string, std::vector<Pattern>> fixed_;
  /// The others by method and number of segments, the more exact first.
  std::unordered_map<std::string, std::vector<Pattern>> patterns_;
};

}  // namespace accord::conform
