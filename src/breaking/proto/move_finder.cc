#include "breaking/proto/move_finder.h"

#include <algorithm>
#include <cctype>
#include <functional>
#include <map>
#include <string_view>
#include <utility>

#include "breaking/proto/elements.h"
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

// `acme.orders` for `acme.orders.v1`; empty when the last part is no version.
std::string StemOf(const std::string& package) {
  const std::size_t dot = package.rfind('.');
  const bool version = dot != std::string::npos && dot + 2 < package.size() &&
                       package[dot + 1] == 'v' &&
                       std::isdigit(static_cast<unsigned char>(package[dot + 2])) != 0;
  return version ? package.substr(0, dot) : "";
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
    : gone_(OnlyIn(before, after)), fresh_(OnlyIn(after, before)) {
  if (gone_.elements.empty() || fresh_.elements.empty()) {
    return;
  }
  FindSiblingVersions(before, after);
  PairBySameName();
  PairByPackage();
  PairByShape();
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

void MoveFinder::FindSiblingVersions(const proto::Image& before, const proto::Image& after) {
  std::unordered_set<std::string> old_packages;
  for (const proto::SourceEntry& entry : before.sources().entries()) {
    old_packages.insert(entry.package);
  }
  std::unordered_set<std::string> seen;
  for (const proto::SourceEntry& entry : after.sources().entries()) {
    const std::string stem = StemOf(entry.package);
    if (!stem.empty() && old_packages.count(entry.package) != 0 &&
        seen.insert(entry.package).second) {
      siblings_[stem].push_back(entry.package);
    }
  }
}

// `v1` dropped and `v3` added while `v2` stays: versions that come and go, not a move.
bool MoveFinder::OtherVersionStays(const std::string& before, const std::string& after) const {
  const auto found = siblings_.find(StemOf(before));
  return before != after && found != siblings_.end() && found->first == StemOf(after) &&
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

// Another name in the same package, or in the one that the package moved to. Types that got a new
// name themselves are told by their members.
void MoveFinder::PairByShape() {
  std::unordered_map<const Element*, std::string> digests;
  const auto members = [&digests](const Element& element) {
    std::string& digest = digests[&element];
    if (digest.empty()) {
      digest = Digest(element.Shape([](const TypeUse&) { return "?"; }));
    }
    return digest;
  };
  const auto label_of = [&](const Side& side, const auto& known_as) -> TypeLabel {
    return [&side, known_as, &members](const TypeUse& use) {
      const auto root = FindRoot(side.by_name, use.full_name);
      if (root == side.by_name.end()) {
        return use.full_name;
      }
      const std::string known = known_as(root->first);
      return (known.empty() ? members(*root->second) : known) +
             use.full_name.substr(root->first.size());
    };
  };
  const auto new_name = [this](const std::string& gone) {
    const auto pair = pairs_.find(gone);
    return pair == pairs_.end() ? std::string() : pair->second;
  };
  const auto own_name = [this](const std::string& fresh) {
    return taken_.count(fresh) != 0 ? fresh : std::string();
  };
  const TypeLabel old_label = label_of(gone_, new_name);
  const TypeLabel new_label = label_of(fresh_, own_name);
  Keys gone;
  for (const Element& element : gone_.elements) {
    if (!element.small && pairs_.count(element.full_name) == 0) {
      const auto moved = packages_.find(element.package);
      const std::string& package = moved == packages_.end() ? element.package : moved->second;
      gone[element.Kind() + package + '\n' + element.Shape(old_label)].push_back(&element);
    }
  }
  Keys fresh;
  for (const Element& element : fresh_.elements) {
    if (!element.small && taken_.count(element.full_name) == 0) {
      fresh[element.Kind() + element.package + '\n' + element.Shape(new_label)].push_back(&element);
    }
  }
  PairUnique(gone, fresh);
}

}  // namespace accord::breaking
