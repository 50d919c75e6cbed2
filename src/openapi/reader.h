#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "accord/openapi/description.h"

#include "openapi/documents.h"

namespace accord::openapi {

/// Reads the objects of a description into the model. What does not have the form that it should
/// have is left out without a word: saying so is the business of the checks.
class Reader {
 public:
  explicit Reader(const Documents& documents) : documents_(documents) {}

  std::vector<PathItem> PathItems(const document::Value& map);
  std::vector<Server> Servers(const document::Value& object);
  std::optional<Security> SecurityOf(const document::Value& object);
  std::vector<SecurityScheme> SecuritySchemes(const document::Value& map);
  static std::vector<Component> Components(const document::Value& map);

  /// There is so much of it that not all was read.
  bool too_large() const { return elements_ > kMaxElements; }

 private:
  // A description of a few kilobytes can stand for gigabytes through references to references.
  static constexpr std::size_t kMaxElements = 500000;
  static constexpr std::size_t kMaxCallbackDepth = 8;

  /// Counts an element; false when there are too many.
  bool Spend() { return ++elements_ <= kMaxElements; }

  PathItem ReadPathItem(std::string_view path, const document::Value& written);
  void ReadOperations(const document::Value& item,
                      PathItem& into,
                      std::unordered_set<std::string>& methods);
  void AddMissing(const std::vector<Parameter>& from, std::vector<Parameter>& to);
  Operation ReadOperation(std::string method, const document::Value& object);
  std::vector<Callback> Callbacks(const document::Value& map);

  std::vector<Parameter> Parameters(const document::Value& list);
  std::optional<Parameter> ReadParameter(const document::Value& written);
  std::vector<MediaType> Content(const document::Value& map);
  std::optional<RequestBody> ReadRequestBody(const document::Value& written);
  std::vector<Response> Responses(const document::Value& map);
  std::vector<Header> Headers(const document::Value& map);
  std::vector<Link> Links(const document::Value& map);

  /// The end of the `$ref` chain, when that is an object; else empty.
  document::Value Object(const document::Value& written) const;

  const Documents& documents_;
  std::size_t elements_ = 0;
  std::vector<const document::Node*> open_callbacks_;
};

// Members of an object; one of another kind counts as absent. Numbers are texts: `version: 1.0`.
document::Value MemberOf(const document::Value& object, std::string_view key);
std::string_view TextOf(const document::Node& object, std::string_view key);
bool FlagOf(const document::Node& object, std::string_view key, bool otherwise = false);
std::optional<In> ParseIn(std::string_view text);

/// Calls `visit` with every member that counts: of a repeated key the last.
template <typename Visit>
void ForEachMember(const document::Node& object, const Visit& visit) {
  for (const document::Member& member : object.members()) {
    if (!object.has_repeated_keys() || object.Find(member.key()) == &member.value) {
      visit(member);
    }
  }
}

}  // namespace accord::openapi
