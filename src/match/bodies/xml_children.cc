#include "match/bodies/xml_children.h"

#include <unordered_set>

namespace accord::match {

using document::XmlAttribute;
using document::XmlElement;

std::string XmlName(std::string_view uri, std::string_view name) {
  std::string out(uri);
  out += uri.empty() ? "" : ":";
  return out.append(name);
}

bool AcceptsXmlName(const XmlElement& expected, const XmlElement& actual) {
  return expected.name == actual.name && (expected.uri.empty() || expected.uri == actual.uri);
}

XmlChildren::XmlChildren(const XmlElement& expected, const XmlElement& actual) {
  std::unordered_map<std::string, std::size_t> index;
  for (const XmlElement& child : expected.children) {
    const auto [entry, added] = index.emplace(XmlName(child.uri, child.name), groups_.size());
    if (added) {
      groups_.emplace_back();
    }
    groups_[entry->second].expected.push_back(&child);
  }
  std::unordered_set<std::string> strange;
  for (const XmlElement& child : actual.children) {
    const std::string name = XmlName(child.uri, child.name);
    auto found = index.find(name);
    if (found == index.end()) {
      found = index.find(child.name);
    }
    if (found != index.end()) {
      groups_[found->second].actual.push_back(&child);
    } else if (strange.insert(name).second) {
      unexpected_.push_back(&child);
    }
  }
}

XmlAttributes::XmlAttributes(const XmlElement& element)
    : element_(element), taken_(element.attributes.size()) {
  for (std::size_t i = 0; i < element.attributes.size(); ++i) {
    const XmlAttribute& attribute = element.attributes[i];
    by_name_.emplace(XmlName(attribute.uri, attribute.name), i);
    by_local_name_.emplace(attribute.name, i);
  }
}

const XmlAttribute* XmlAttributes::Take(const XmlAttribute& expected) {
  std::size_t index = element_.attributes.size();
  if (const auto exact = by_name_.find(XmlName(expected.uri, expected.name));
      exact != by_name_.end()) {
    index = exact->second;
  } else if (const auto any = by_local_name_.find(expected.name);
             expected.uri.empty() && any != by_local_name_.end()) {
    index = any->second;
  }
  if (index == element_.attributes.size()) {
    return nullptr;
  }
  taken_[index] = true;
  return &element_.attributes[index];
}

std::vector<const XmlAttribute*> XmlAttributes::Rest() const {
  std::vector<const XmlAttribute*> rest;
  for (std::size_t i = 0; i < taken_.size(); ++i) {
    if (!taken_[i]) {
      rest.push_back(&element_.attributes[i]);
    }
  }
  return rest;
}

}  // namespace accord::match
