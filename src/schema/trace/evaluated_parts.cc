#include "schema/trace/evaluated_parts.h"

namespace accord::schema {

void EvaluatedParts::Mark(std::size_t position) {
  if (position >= marks_.size()) {
    marks_.resize(position + 1);
  }
  marks_[position] = true;
}

void EvaluatedParts::Merge(const EvaluatedParts& other) {
  all_ = all_ || other.all_;
  for (std::size_t i = 0; i < other.marks_.size(); ++i) {
    if (other.marks_[i]) {
      Mark(i);
    }
  }
}

}  // namespace accord::schema
