#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "accord/proto/image.h"

namespace accord::breaking {

struct Context;

/// Types and services that are gone under their old full name and have one new element of the same
/// shape, that was not there before, under another. Nested types follow their parent.
class Moves {
 public:
  Moves() = default;
  static Moves Find(const proto::Image& before, const proto::Image& after);

  /// The new full name of what was called `before`; empty when it did not move.
  std::string_view NewName(std::string_view before) const;
  /// Whether `after` is what `before` is called now, moved or not.
  bool Same(std::string_view before, std::string_view after) const {
    return before == after || (!after.empty() && NewName(before) == after);
  }
  const std::unordered_map<std::string, std::string>& all() const { return names_; }

  /// The package that the elements of `package`, which is gone, moved to, if most of them did;
  /// empty when there is none.
  std::string_view NewPackage(std::string_view package) const;
  /// The files that hold all elements of a file which is gone, sorted; empty when some are lost.
  const std::vector<std::string>& NewFiles(std::string_view path) const;

 private:
  void FindPackages(const proto::Image& before, const proto::Image& after);
  void FindFiles(const proto::Image& before, const proto::Image& after);

  std::unordered_map<std::string, std::string> names_;
  std::unordered_map<std::string, std::string> packages_;
  std::unordered_map<std::string, std::vector<std::string>> files_;
};

/// One finding for each top-level element, file or package that moved.
void CheckMoves(Context& context);

}  // namespace accord::breaking
