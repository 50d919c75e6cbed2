#include "breaking/proto/move_finder.h"

#include <algorithm>
#include <cctype>
#include <functional>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "breaking/proto/elements.h"
#include "breaking/proto/top_level.h"
#include "breaking/proto/uncompiled.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;

// The top-level element that a full name is, or is inside of, if `names` holds it.
template <typename Map>
auto FindRoot(const Map& names, const std::string& full_name) {
  auto found = names.find(full_name);
  for (std::size_t dot = full_name.rfind('.'); found == names.end() && dot != std::string::npos;
       dot = dot == 0 ? std::string::npos : full_name.rfind('.', dot - 1)) {
    found = names.find(full_name.substr(0, dot));
  }
  return found;
}

template <typename T>
const std::string& RootOf(const T& type) {
  const pb::Descriptor* parent = type.containing_type();
  return parent == nullptr ? type.full_name() : RootOf(*parent);
}

bool IsVersion(std::string_view part) {
  return part.size() > 1 && part[0] == 'v' &&
         std::isdigit(static_cast<unsigned char>(part[1])) != 0;
}

// `acme.v.orders` for `acme.v1.orders`; empty when no part is a version.
std::string WithoutVersion(const std::string& package) {
  std::string out;
  bool versioned = false;
  for (std::size_t start = 0; start <= package.size();) {
    const std::size_t end = std::min(package.find('.', start), package.size());
    const std::string_view part = std::string_view(package).substr(start, end - start);
    versioned = versioned || IsVersion(part);
    out += IsVersion(part) ? std::string_view("v") : part;
    out += '.';
    start = end + 1;
  }
  return versioned ? out : "";
}

std::string Digest(const std::string& text) {
  return std::to_string(std::hash<std::string>()(text));
}

}  // namespace

std::string MoveFinder::Element::Kind() const {
  return message != nullptr ? "message " : type != nullptr ? "enum " : "service ";
}

std::string MoveFinder::Element::Shape(const TypeLabel& label) const {
  if (message != nullptr) {
    return ShapeOf(*message, label);
  }
  return type != nullptr ? ShapeOf(*type, label) : ShapeOf(*service, label);
}

MoveFinder::MoveFinder(const proto::Image& before, const proto::Image& after)
    : before_(before), after_(after), gone_(OnlyIn(before, after)), fresh_(OnlyIn(after, before)) {
  if (gone_.elements.empty() || fresh_.elements.empty()) {
    return;
  }
  FindSiblingVersions();
  PairBySameName();
  PairByPackage();
  PairByUse();
  PairByShape();
  PairByUse();
}

MoveFinder::Side MoveFinder::OnlyIn(const proto::Image& image, const proto::Image& other) {
  const Uncompiled unknown(other, image);
  const pb::DescriptorPool& pool = other.pool();
  Side side;
  const auto add = [&](Element element, const auto& descriptor, bool small) {
    element.full_name = descriptor.full_name();
    element.nested_name = descriptor.name();
    element.package = descriptor.file()->package();
    element.small = small;
    side.elements.push_back(std::move(element));
  };
  for (const pb::FileDescriptor* file : image.files()) {
    if (unknown.MayHold(*file)) {
      continue;
    }
    for (int i = 0; i < file->message_type_count(); ++i) {
      const pb::Descriptor* message = file->message_type(i);
      if (pool.FindMessageTypeByName(message->full_name()) == nullptr) {
        add({.message = message}, *message, message->field_count() < 2);
      }
    }
    for (int i = 0; i < file->enum_type_count(); ++i) {
      const pb::EnumDescriptor* type = file->enum_type(i);
      if (pool.FindEnumTypeByName(type->full_name()) == nullptr) {
        add({.type = type}, *type, type->value_count() < 2);
      }
    }
    for (int i = 0; i < file->service_count(); ++i) {
      const pb::ServiceDescriptor* service = file->service(i);
      if (pool.FindServiceByName(service->full_name()) == nullptr) {
        add({.service = service}, *service, service->method_count() == 0);
      }
    }
  }
  for (const Element& element : side.elements) {
    side.by_name.emplace(element.full_name, &element);
  }
  return side;
}

void MoveFinder::FindSiblingVersions() {
  std::unordered_set<std::string> old_packages;
  for (const proto::SourceEntry& entry : before_.sources().entries()) {
    old_packages.insert(entry.package);
  }
  std::unordered_set<std::string> seen;
  for (const proto::SourceEntry& entry : after_.sources().entries()) {
    const std::string stem = WithoutVersion(entry.package);
    if (!stem.empty() && old_packages.count(entry.package) != 0 &&
        seen.insert(entry.package).second) {
      siblings_[stem].push_back(entry.package);
    }
  }
}

// `v1` dropped and `v3` added while `v2` stays: versions that come and go, not a move.
bool MoveFinder::OtherVersionStays(const std::string& before, const std::string& after) const {
  const std::string stem = WithoutVersion(before);
  const auto found = siblings_.find(stem);
  return before != after && found != siblings_.end() && stem == WithoutVersion(after) &&
         std::any_of(found->second.begin(), found->second.end(), [&](const std::string& package) {
           return package != before && package != after;
         });
}

void MoveFinder::Pair(const Element& gone, const Element& fresh) {
  if (OtherVersionStays(gone.package, fresh.package) || pairs_.count(gone.full_name) != 0 ||
      !taken_.insert(fresh.full_name).second) {
    return;
  }
  pairs_.emplace(gone.full_name, fresh.full_name);
}

void MoveFinder::PairUnique(const Keys& gone, const Keys& fresh) {
  for (const auto& [key, olds] : gone) {
    const auto news = fresh.find(key);
    if (olds.size() == 1 && news != fresh.end() && news->second.size() == 1) {
      Pair(*olds.front(), *news->second.front());
    }
  }
}

// The same name and shape in another package. Types that are gone or new themselves go by their
// names here, so that whole packages can move.
void MoveFinder::PairBySameName() {
  const auto keys_of = [](const Side& side) {
    const TypeLabel label = [&side](const TypeUse& use) {
      return FindRoot(side.by_name, use.full_name) == side.by_name.end() ? use.full_name
                                                                         : use.nested_name;
    };
    Keys keys;
    for (const Element& element : side.elements) {
      keys[element.Kind() + element.nested_name + '\n' + element.Shape(label)].push_back(&element);
    }
    return keys;
  };
  PairUnique(keys_of(gone_), keys_of(fresh_));
}

// Where most elements of a package went, others of the same name went too, even if they changed or
// are many of a kind.
void MoveFinder::PairByPackage() {
  std::map<std::string, std::map<std::string, std::size_t>> votes;
  std::map<std::string, std::size_t> sizes;
  for (const Element& element : gone_.elements) {
    ++sizes[element.package];
    const auto pair = pairs_.find(element.full_name);
    if (pair != pairs_.end()) {
      ++votes[element.package][fresh_.by_name.at(pair->second)->package];
    }
  }
  for (const auto& [package, targets] : votes) {
    const auto most =
        std::max_element(targets.begin(), targets.end(), [](const auto& a, const auto& b) {
          return a.second < b.second;
        });
    if (most->second * 2 >= sizes[package]) {
      packages_.emplace(package, most->first);
    }
  }
  for (const Element& element : gone_.elements) {
    const auto package = packages_.find(element.package);
    if (package == packages_.end()) {
      continue;
    }
    const std::string name =
        package->second.empty() ? element.nested_name : package->second + "." + element.nested_name;
    const auto fresh = fresh_.by_name.find(name);
    if (fresh != fresh_.by_name.end() && fresh->second->Kind() == element.Kind()) {
      Pair(element, *fresh->second);
    }
  }
}

// What is used where a type that is gone was used, and has the shape of it.
void MoveFinder::PairByUse() {
  const std::vector<Use> uses = FindUses();
  for (bool found = !uses.empty(); found;) {
    std::map<const Element*, std::set<const Element*>> candidates;
    std::map<const Element*, std::set<const Element*>> origins;
    for (const Use& use : uses) {
      const Element* fresh = IsOpen(*use.gone) ? UsedNow(use) : nullptr;
      if (fresh != nullptr && IsFree(*fresh)) {
        candidates[use.gone].insert(fresh);
        origins[fresh].insert(use.gone);
      }
    }
    const std::size_t known = pairs_.size();
    for (const auto& [gone, news] : candidates) {
      const Element& fresh = **news.begin();
      if (news.size() == 1 && origins[&fresh].size() == 1 && OldShape(*gone) == NewShape(fresh)) {
        Pair(*gone, fresh);
      }
    }
    found = pairs_.size() > known;
  }
}

std::vector<MoveFinder::Use> MoveFinder::FindUses() const {
  std::vector<Use> uses;
  const auto add = [&](Use use, const auto& type) {
    const auto root = gone_.by_name.find(RootOf(type));
    const bool by_itself = use.field != nullptr && root != gone_.by_name.end() &&
                           RootOf(*use.field->containing_type()) == root->first;
    if (root != gone_.by_name.end() && !by_itself && IsOpen(*root->second)) {
      use.gone = root->second;
      use.inside = type.full_name().substr(root->first.size());
      uses.push_back(std::move(use));
    }
  };
  ForEachMessage(before_, [&](const pb::Descriptor& message) {
    for (int i = 0; i < message.field_count(); ++i) {
      const pb::FieldDescriptor* field = message.field(i);
      if (field->message_type() != nullptr) {
        add({.field = field}, *field->message_type());
      } else if (field->enum_type() != nullptr) {
        add({.field = field}, *field->enum_type());
      }
    }
  });
  for (const pb::FileDescriptor* file : before_.files()) {
    for (int i = 0; i < file->service_count(); ++i) {
      for (int m = 0; m < file->service(i)->method_count(); ++m) {
        const pb::MethodDescriptor* method = file->service(i)->method(m);
        add({.method = method}, *method->input_type());
        add({.method = method, .output = true}, *method->output_type());
      }
    }
  }
  return uses;
}

std::string MoveFinder::NameNow(const std::string& before) const {
  const auto root = FindRoot(pairs_, before);
  return root == pairs_.end() ? before : root->second + before.substr(root->first.size());
}

const MoveFinder::Element* MoveFinder::UsedNow(const Use& use) const {
  std::string type;
  if (use.field != nullptr) {
    const pb::Descriptor* message =
        after_.pool().FindMessageTypeByName(NameNow(use.field->containing_type()->full_name()));
    const pb::FieldDescriptor* field =
        message == nullptr ? nullptr : message->FindFieldByNumber(use.field->number());
    if (field != nullptr && field->message_type() != nullptr) {
      type = field->message_type()->full_name();
    } else if (field != nullptr && field->enum_type() != nullptr) {
      type = field->enum_type()->full_name();
    }
  } else {
    const pb::ServiceDescriptor* service =
        after_.pool().FindServiceByName(NameNow(use.method->service()->full_name()));
    const pb::MethodDescriptor* method =
        service == nullptr ? nullptr : service->FindMethodByName(use.method->name());
    if (method != nullptr) {
      type = use.output ? method->output_type()->full_name() : method->input_type()->full_name();
    }
  }
  if (type.size() <= use.inside.size() || !type.ends_with(use.inside)) {
    return nullptr;
  }
  const auto found = fresh_.by_name.find(type.substr(0, type.size() - use.inside.size()));
  return found != fresh_.by_name.end() && found->second->Kind() == use.gone->Kind() ? found->second
                                                                                    : nullptr;
}

const std::string& MoveFinder::Members(const Element& element) {
  std::string& members = members_[&element];
  if (members.empty()) {
    members = Digest(element.Shape([](const TypeUse&) { return "?"; }));
  }
  return members;
}

std::string MoveFinder::OldShape(const Element& gone) {
  return gone.Shape([this](const TypeUse& use) {
    const auto root = FindRoot(gone_.by_name, use.full_name);
    if (root == gone_.by_name.end() || !IsOpen(*root->second)) {
      return NameNow(use.full_name);
    }
    return Members(*root->second) + use.full_name.substr(root->first.size());
  });
}

std::string MoveFinder::NewShape(const Element& fresh) {
  return fresh.Shape([this](const TypeUse& use) {
    const auto root = FindRoot(fresh_.by_name, use.full_name);
    if (root == fresh_.by_name.end() || !IsFree(*root->second)) {
      return use.full_name;
    }
    return Members(*root->second) + use.full_name.substr(root->first.size());
  });
}

// What nothing uses can only be told by its shape: of several members, and no other element of the
// package may have it. Another name in the same package, or in the one that the package moved to.
void MoveFinder::PairByShape() {
  std::unordered_set<const Element*> used;
  for (const Use& use : FindUses()) {
    used.insert(use.gone);
  }
  Keys gone;
  for (const Element& element : gone_.elements) {
    if (!element.small && IsOpen(element) && used.count(&element) == 0) {
      const auto moved = packages_.find(element.package);
      const std::string& package = moved == packages_.end() ? element.package : moved->second;
      gone[element.Kind() + package + '\n' + OldShape(element)].push_back(&element);
    }
  }
  Keys fresh;
  for (const Element& element : fresh_.elements) {
    std::string key = element.Kind() + element.package + '\n';
    if (!element.small && IsFree(element) && !gone.empty()) {
      key += NewShape(element);
      const auto wanted = gone.find(key);
      if (wanted != gone.end() && !IsCommon(element)) {
        fresh[key].push_back(&element);
      }
    }
  }
  PairUnique(gone, fresh);
}

const std::unordered_set<std::string>& MoveFinder::StayingShapes(const std::string& package) {
  if (files_.empty()) {
    for (const pb::FileDescriptor* file : after_.files()) {
      files_[file->package()].push_back(file);
    }
  }
  const auto [found, added] = staying_.try_emplace(package);
  std::unordered_set<std::string>& shapes = found->second;
  if (!added) {
    return shapes;
  }
  const TypeLabel label = [](const TypeUse& use) { return use.full_name; };
  const auto add = [&](const auto& element) {
    if (fresh_.by_name.count(element.full_name()) == 0) {
      shapes.insert(ShapeOf(element, label));
    }
  };
  for (const pb::FileDescriptor* file : files_[package]) {
    VisitTopLevel(*file, add);
  }
  return shapes;
}

bool MoveFinder::IsCommon(const Element& fresh) {
  return StayingShapes(fresh.package).count(NewShape(fresh)) != 0;
}

}  // namespace accord::breaking
