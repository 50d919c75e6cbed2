#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "accord/base/result.h"
#include "accord/document/document.h"
#include "accord/document/source_set.h"

namespace accord::schema {

/// The documents that references may lead to: files of source sets. A URI names the file that
/// stands at its place; else the selected file with that identifier; else the file whose path
/// below a root is the longest end of the URI's path. Not safe to share between threads.
class Library {
 public:
  /// `base` is the URI of the set's root, with a slash at its end.
  void Add(std::shared_ptr<const document::SourceSet> set, std::string base);

  base::Result<document::DocumentPtr> Load(const std::string& uri);
  /// Knows a document that was read already, so that it is parsed once.
  void Keep(const std::string& uri, document::DocumentPtr document);

 private:
  struct Shelf {
    std::shared_ptr<const document::SourceSet> set;
    std::string base;
  };

  base::Result<document::DocumentPtr> Read(const Shelf& shelf, const std::string& path);
  void IndexIdentifiers();

  std::vector<Shelf> shelves_;
  std::unordered_map<std::string, document::DocumentPtr> by_uri_;
  std::unordered_map<std::string, std::string> by_identifier_;  // To the URI of its place.
  bool indexed_ = false;
};

/// `file:` URI of a path, made absolute, percent-encoded.
std::string FileUri(const std::string& path);
/// The identifier at the root of a schema document, without an empty fragment; empty when none.
std::string_view IdentifierOf(const document::Node& root);

}  // namespace accord::schema
