#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "accord/base/result.h"
#include "accord/document/value.h"
#include "accord/schema/schema.h"

#include "openapi/identifiers.h"

namespace accord::openapi {

/// The documents that a description is split over, and where references between them lead. Safe to
/// use from several threads.
class Documents {
 public:
  /// Schemas may name themselves with `$id` and anchors when `has_identifiers`.
  Documents(const document::DocumentPtr& root,
            const std::string& uri,
            schema::LoadDocument load,
            bool has_identifiers);

  /// The document with an absolute URI (without fragment); loaded when it is not known yet.
  base::Result<document::DocumentPtr> Load(const std::string& uri) const;
  /// The URI under which a document is known; empty for strangers.
  std::string UriOf(const document::Document& document) const;

  /// Why a reference leads nowhere.
  struct Problem {
    std::string message;
    std::string help;
  };
  /// Where `reference`, which stands in `at`, leads; empty when nowhere. `why` costs time.
  document::Value Follow(const document::Value& at,
                         std::string_view reference,
                         Problem* why = nullptr) const;
  /// The end of the `$ref` chain that starts at a value; empty when there is none.
  document::Value Resolve(const document::Value& at) const;

  /// Longer chains of references are taken for circles.
  static constexpr int kMaxHops = 64;

 private:
  // What a fragment is looked up in.
  struct Scope {
    document::DocumentPtr document;
    const document::Node* root = nullptr;
    const Identifiers::Resource* resource = nullptr;  // When it has names.
  };

  void Keep(const document::DocumentPtr& document, const std::string& uri) const;
  base::Result<document::DocumentPtr> LoadLocked(const std::string& uri) const;
  const Identifiers* IdentifiersOf(const document::Document& document) const;
  Scope ScopeAround(const document::Value& at) const;
  base::Result<Scope> FindScope(const document::Value& at, std::string_view uri) const;

  schema::LoadDocument load_;
  bool has_identifiers_;
  // What is known grows while references are followed.
  mutable std::mutex mutex_;
  mutable std::atomic<bool> any_identifiers_ = false;
  mutable std::unordered_map<std::string, base::Result<document::DocumentPtr>> by_uri_;
  mutable std::unordered_map<const document::Document*, std::string> uris_;
  mutable std::unordered_map<const document::Document*, std::unique_ptr<const Identifiers>>
      identifiers_;
  mutable std::unordered_map<std::string, Scope> by_identifier_;
};

/// The text of a `$ref` member; empty when there is none.
std::string_view ReferenceOf(const document::Node& node);

}  // namespace accord::openapi
