#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accord/conform/check.h"
#include "accord/document/value.h"

namespace accord::conform {

/// A schema in an AsyncAPI document, with the dialect that its format says.
struct AsyncSchema {
  document::Value value;
  std::optional<schema::Dialect> dialect;  ///< nullopt: a format that is no JSON Schema.
  std::string format;                      ///< As written; empty: AsyncAPI's own.
  explicit operator bool() const { return static_cast<bool>(value); }
};

struct AsyncMessage {
  std::string name;  ///< Last part of where it is defined.
  AsyncSchema payload;
  AsyncSchema headers;
  std::string content_type;
  document::Value source;
};

struct AsyncReply {
  std::vector<AsyncMessage> messages;
  document::Value source;
};

struct AsyncOperation {
  std::string id;
  std::vector<AsyncMessage> messages;
  std::optional<AsyncReply> reply;
  document::Value source;
};

/// An AsyncAPI 3 document. Immutable.
class AsyncApi {
 public:
  /// nullptr when it is none of version 3; then there is a finding.
  static std::shared_ptr<const AsyncApi> Load(const document::DocumentPtr& document,
                                              const LoadOptions& options,
                                              std::vector<finding::Finding>& findings);

  const AsyncOperation* Find(std::string_view id) const;
  const std::vector<AsyncOperation>& operations() const { return operations_; }
  const document::Value& root() const { return root_; }
  /// For a schema of this document or one that it refers to.
  schema::CompileOptions CompileOptionsFor(const AsyncSchema& schema) const;

 private:
  friend class AsyncReader;

  document::Value root_;
  LoadOptions options_;
  std::vector<AsyncOperation> operations_;
  std::vector<std::pair<document::DocumentPtr, std::string>> documents_;  // With their URIs.
};

/// Whether a document says that it is an AsyncAPI document, of whatever version.
bool IsAsyncApi(const document::Node& root);

}  // namespace accord::conform
