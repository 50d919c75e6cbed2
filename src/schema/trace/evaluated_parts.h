#pragma once

#include <cstddef>
#include <vector>

namespace accord::schema {

/// Which items or members of one value were evaluated so far; `unevaluated*` applies to the others.
class EvaluatedParts {
 public:
  void MarkAll() { all_ = true; }
  void Mark(std::size_t position);
  void Merge(const EvaluatedParts& other);
  bool Has(std::size_t position) const {
    return all_ || (position < marks_.size() && marks_[position]);
  }

 private:
  bool all_ = false;
  std::vector<bool> marks_;
};

}  // namespace accord::schema
