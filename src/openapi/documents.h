#pragma once

#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "accord/base/result.h"
#include "accord/document/value.h"
#include "accord/schema/schema.h"

namespace accord::openapi {

/// The documents that a description is split over, and where references between them lead. Safe to
/// use from several threads.
class Documents {
 public:
  Documents(document::DocumentPtr root, std::string uri, schema::LoadDocument load);

  /// The document with an absolute URI (without fragment); loaded when it is not known yet.
  base::Result<document::DocumentPtr> Load(const std::string& uri) const;
  /// The URI under which a document is known; empty for strangers.
  std::string UriOf(const document::Document& document) const;

  struct Target {
    document::Value value;
    std::string problem;  ///< Why there is none.
  };
  /// Where `reference`, which stands in `document`, leads.
  Target Follow(const document::DocumentPtr& document, std::string_view reference) const;
  /// The end of the `$ref` chain that starts at a value; empty when there is none.
  document::Value Resolve(const document::Value& at) const;

 private:
  void Keep(const document::DocumentPtr& document, const std::string& uri) const;

  schema::LoadDocument load_;
  // What is known grows while references are followed.
  mutable std::mutex mutex_;
  mutable std::unordered_map<std::string, base::Result<document::DocumentPtr>> by_uri_;
  mutable std::unordered_map<const document::Document*, std::string> uris_;
};

/// The text of a `$ref` member; empty when there is none.
std::string_view ReferenceOf(const document::Node& node);

}  // namespace accord::openapi
