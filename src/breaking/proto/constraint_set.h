#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "accord/proto/image.h"

namespace accord::breaking {

/// One demand on values, as protovalidate or protoc-gen-validate states it.
struct Constraint {
  enum class Kind : std::uint8_t {
    kLower,
    kUpper,
    kAllowed,    ///< One of `values`.
    kExcluded,   ///< None of `values`.
    kFlag,       ///< Is demanded or not: `required`, `unique`, `email`.
    kExemption,  ///< Takes demands back; the higher `bound`, the more.
    kPrefix,     ///< Starts with `text`, and so on.
    kSuffix,
    kContains,
    kNotContains,
    kOpaque,  ///< A pattern, an expression: equal or not, no more can be said.
  };
  Kind kind = Kind::kOpaque;
  std::string rule = {};   ///< As written: `int32.lte`.
  std::string shown = {};  ///< Its value, for people; empty for flags.
  long double bound = 0;
  bool open = false;  ///< The bound itself is not accepted.
  std::set<std::string> values = {};
  std::string text = {};
  std::vector<int> steps = {};  ///< Where it is written, below its element.
};

/// All demands on one element. Both validators have the same names for the same things, and so
/// have the numeric types: moving from one to the other is no change.
struct ConstraintSet {
  std::map<std::string, Constraint> by_meaning;  ///< `number.upper`, `string.max_len`.
  bool switched_off = false;                     ///< Nothing of it is checked.

  static ConstraintSet Of(const proto::Image& image,
                          const google::protobuf::FieldDescriptor& field);
  static ConstraintSet Of(const proto::Image& image,
                          const google::protobuf::OneofDescriptor& oneof);
  static ConstraintSet Of(const proto::Image& image, const google::protobuf::Descriptor& message);

  /// The rule that refuses what is read when a field without presence was not sent; nullptr when
  /// it is accepted, or that is not certain.
  const Constraint* RefusesUnset() const;
};

/// Whether the bytes that hold the demands are equal.
bool SameConstraints(const google::protobuf::Message& before,
                     const google::protobuf::Message& after);

}  // namespace accord::breaking
