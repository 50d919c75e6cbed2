#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <google/protobuf/descriptor.h>

#include "accord/proto/image.h"

#include "breaking/proto/shape.h"

namespace accord::breaking {

/// Pairs the top-level messages, enums and services that are gone with those that are new.
class MoveFinder {
 public:
  MoveFinder(const proto::Image& before, const proto::Image& after);

  /// Old full name to new full name.
  const std::unordered_map<std::string, std::string>& pairs() const { return pairs_; }

 private:
  /// A top-level element that only one version has; exactly one pointer is set.
  struct Element {
    const google::protobuf::Descriptor* message = nullptr;
    const google::protobuf::EnumDescriptor* type = nullptr;
    const google::protobuf::ServiceDescriptor* service = nullptr;
    std::string full_name = {};
    std::string nested_name = {};
    std::string package = {};
    bool small = false;  ///< So small that equal shapes say little.

    std::string Kind() const;
    std::string Shape(const TypeLabel& label) const;
  };
  /// Elements of one version that the other lacks.
  struct Side {
    std::vector<Element> elements;
    std::unordered_map<std::string, const Element*> by_name;
  };
  using Keys = std::unordered_map<std::string, std::vector<const Element*>>;

  static Side OnlyIn(const proto::Image& image, const proto::Image& other);
  void FindSiblingVersions(const proto::Image& before, const proto::Image& after);
  bool OtherVersionStays(const std::string& before, const std::string& after) const;

  void PairBySameName();
  void PairByPackage();
  void PairByShape();
  /// Pairs the elements that are alone with their key on either side.
  void PairUnique(const Keys& gone, const Keys& fresh);
  void Pair(const Element& gone, const Element& fresh);

  Side gone_;
  Side fresh_;
  std::unordered_map<std::string, std::string> pairs_;
  std::unordered_set<std::string> taken_;                  ///< New names that are in pairs.
  std::unordered_map<std::string, std::string> packages_;  ///< Where most of a package went.
  std::unordered_map<std::string, std::vector<std::string>> siblings_;  ///< `acme` → `acme.v1` …
};

}  // namespace accord::breaking
