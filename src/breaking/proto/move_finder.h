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

  /// One place of the old version where a type that is gone is used.
  struct Use {
    const google::protobuf::FieldDescriptor* field = nullptr;
    const google::protobuf::MethodDescriptor* method = nullptr;
    bool output = false;  ///< Of the method: its response, not its request.
    const Element* gone = nullptr;
    std::string inside;  ///< `.Item` when it uses a type inside that element.
  };

  static Side OnlyIn(const proto::Image& image, const proto::Image& other);
  void FindSiblingVersions();
  bool OtherVersionStays(const std::string& before, const std::string& after) const;

  void PairBySameName();
  void PairByPackage();
  void PairByUse();
  void PairByShape();

  std::vector<Use> FindUses() const;
  /// The new element that is used now where `use` was; nullptr when there is none.
  const Element* UsedNow(const Use& use) const;
  std::string NameNow(const std::string& before) const;
  /// Shapes in which types that are gone or new stand for what they are called now, or else for
  /// what their members are.
  std::string OldShape(const Element& gone);
  std::string NewShape(const Element& fresh);
  const std::string& Members(const Element& element);
  /// Of the elements of a package that both versions have.
  const std::unordered_set<std::string>& StayingShapes(const std::string& package);
  /// Whether an element that stays has that shape as well.
  bool IsCommon(const Element& fresh);

  bool IsOpen(const Element& gone) const { return pairs_.count(gone.full_name) == 0; }
  bool IsFree(const Element& fresh) const { return taken_.count(fresh.full_name) == 0; }
  /// Pairs the elements that are alone with their key on either side.
  void PairUnique(const Keys& gone, const Keys& fresh);
  void Pair(const Element& gone, const Element& fresh);

  const proto::Image& before_;
  const proto::Image& after_;
  Side gone_;
  Side fresh_;
  std::unordered_map<std::string, std::string> pairs_;
  std::unordered_set<std::string> taken_;                  ///< New names that are in pairs.
  std::unordered_map<std::string, std::string> packages_;  ///< Where most of a package went.
  std::unordered_map<std::string, std::vector<std::string>>
      siblings_;  ///< By name without version.
  std::unordered_map<const Element*, std::string> members_;
  std::unordered_map<std::string, std::vector<const google::protobuf::FileDescriptor*>>
      files_;  ///< Of the new version, by package.
  std::unordered_map<std::string, std::unordered_set<std::string>>
      staying_;  ///< Shapes by package.
};

}  // namespace accord::breaking
