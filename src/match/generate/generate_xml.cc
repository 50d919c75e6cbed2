#include <map>

#include <fmt/format.h>

#include "accord/document/xml.h"

#include "match/generate/generate_body.h"

namespace accord::match {
namespace {

using document::XmlAttribute;
using document::XmlElement;

std::string NameOf(std::string_view uri, std::string_view name) {
  return uri.empty() ? std::string(name) : fmt::format("{}:{}", uri, name);
}

class Writer {
 public:
  explicit Writer(GenerateRun& run) : run_(run) {}

  bool changed() const { return changed_; }

  // `places` are those of the element itself.
  void Element(XmlElement& element, const GeneratorPlaces& places) {
    if (places.empty()) {
      return;
    }
    Replace(places, element.text);
    Replace(places.Field("#text"), element.text);
    for (XmlAttribute& attribute : element.attributes) {
      Replace(places.Field("@" + NameOf(attribute.uri, attribute.name)), attribute.value);
    }
    std::map<std::string, std::size_t> seen;
    for (XmlElement& child : element.children) {
      const std::string name = NameOf(child.uri, child.name);
      Element(child, Places(places.Field(name), seen[name]++));
    }
  }

  // A step with a name, and that name with an index behind it.
  static GeneratorPlaces Places(const GeneratorPlaces& named, std::size_t sibling) {
    GeneratorPlaces places = named.Sibling(sibling);
    places.Add(named);
    return places;
  }

 private:
  void Replace(const GeneratorPlaces& places, std::string& text) {
    const pact::GeneratorEntry* entry = places.entry();
    if (entry == nullptr) {
      return;
    }
    if (const auto made = run_.Make(entry->generator, true, entry->key)) {
      text = made->Text();
      changed_ = true;
    }
  }

  GenerateRun& run_;
  bool changed_ = false;
};

}  // namespace

std::optional<std::string> GenerateXml(std::string_view text,
                                       const GeneratorPaths& paths,
                                       GenerateRun& run) {
  auto root = document::ParseXml(text);
  if (!root) {
    run.Warn(
        fmt::format("The generators of the body leave it as it is: {}.", root.error().message));
    return std::nullopt;
  }
  Writer writer(run);
  writer.Element(*root,
                 Writer::Places(GeneratorPlaces(paths).Field(NameOf(root->uri, root->name)), 0));
  if (!writer.changed()) {
    return std::nullopt;
  }
  const bool declared = text.substr(0, 5) == "<?xml";
  return (declared ? R"(<?xml version="1.0" encoding="UTF-8"?>)" : "") + document::WriteXml(*root);
}

}  // namespace accord::match
