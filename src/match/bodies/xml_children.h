#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "accord/document/xml.h"

namespace accord::match {

/// `URI:local`, or the local name without a namespace: the spelling of rule paths.
std::string XmlName(std::string_view uri, std::string_view name);

/// Same local name and namespace; an expected element without a namespace accepts any.
bool AcceptsXmlName(const document::XmlElement& expected, const document::XmlElement& actual);

/// Children of one expected name, and the received ones that belong to them.
struct XmlChildGroup {
  std::vector<const document::XmlElement*> expected;
  std::vector<const document::XmlElement*> actual;
};

/// The children of two elements, grouped by name. Refers to the elements.
class XmlChildren {
 public:
  XmlChildren(const document::XmlElement& expected, const document::XmlElement& actual);

  /// In the order of the expected children; none lacks an expected child.
  const std::vector<XmlChildGroup>& groups() const { return groups_; }
  /// The first received child of every name that was not expected.
  const std::vector<const document::XmlElement*>& unexpected() const { return unexpected_; }

 private:
  std::vector<XmlChildGroup> groups_;
  std::vector<const document::XmlElement*> unexpected_;
};

/// The attributes of a received element, to be taken one by one.
class XmlAttributes {
 public:
  explicit XmlAttributes(const document::XmlElement& element);

  /// The attribute that fits an expected one; nullptr when it is missing.
  const document::XmlAttribute* Take(const document::XmlAttribute& expected);
  /// What was not taken, in order.
  std::vector<const document::XmlAttribute*> Rest() const;

 private:
  const document::XmlElement& element_;
  std::unordered_map<std::string, std::size_t> by_name_;
  std::unordered_map<std::string_view, std::size_t> by_local_name_;
  std::vector<bool> taken_;
};

}  // namespace accord::match
