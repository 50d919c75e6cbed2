#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "accord/document/document.h"

namespace accord::openapi {

/// The names that schemas of one document give themselves: `$id`, `$anchor`, `$dynamicAnchor`.
class Identifiers {
 public:
  /// A schema with an `$id`, or the document as a whole.
  struct Resource {
    const document::Node* root = nullptr;
    std::string uri;
    std::size_t parent = 0;  ///< The resource around it; of the document itself.
    std::unordered_map<std::string_view, const document::Node*> anchors;
  };

  Identifiers(const document::Document& document, std::string uri);

  /// Whether a document may have such names at all; costs next to nothing.
  static bool MayHave(const document::Document& document);

  /// The innermost resource around a place in the source.
  const Resource& Around(std::uint32_t offset) const;
  /// The document first.
  const std::vector<Resource>& resources() const { return resources_; }

 private:
  struct Step {
    const document::Node* node;
    std::size_t resource;
    bool is_name_map;  // Its keys are names, no keywords.
  };

  void Visit(const Step& step, std::vector<Step>& steps);
  std::size_t Enter(const Step& step);
  void SortByPlace();

  std::vector<Resource> resources_;
  std::vector<std::size_t> by_place_;  // Indices of resources_, by where they begin.
};

}  // namespace accord::openapi
