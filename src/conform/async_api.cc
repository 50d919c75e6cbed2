#include "conform/async_api.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/document/pointer.h"
#include "accord/schema/uri.h"

#include "conform/rules.h"

namespace accord::conform {

using document::Node;
using document::Value;

namespace {

constexpr int kMaxReferences = 64;

Value Member(const Value& object, std::string_view key) {
  return object ? object.Child(object->Find(key)) : Value();
}

std::string Text(const Value& object, std::string_view key) {
  const Value value = Member(object, key);
  return value ? std::string(value->text()) : std::string();
}

/// What the MIME-like names of schema formats stand for.
std::optional<schema::Dialect> DialectOf(std::string_view format) {
  if (format.empty() || format.starts_with("application/vnd.aai.asyncapi")) {
    return schema::Dialect::kDraft7;
  }
  if (format.starts_with("application/schema+")) {
    const std::size_t at = format.find("version=");
    const auto dialect =
        at == std::string_view::npos ? std::nullopt : schema::ParseDialect(format.substr(at + 8));
    return dialect ? dialect : schema::Dialect::kDraft7;
  }
  if (format.starts_with("application/vnd.oai.openapi")) {
    return format.find("version=3.1") != std::string_view::npos ? schema::Dialect::kOpenApi31
                                                                : schema::Dialect::kOpenApi30;
  }
  return std::nullopt;
}

}  // namespace

/// Follows references and reads operations with their messages.
class AsyncReader {
 public:
  explicit AsyncReader(AsyncApi& api) : api_(api) {}

  void Read() {
    const Value operations = Member(api_.root_, "operations");
    if (!operations) {
      return;
    }
    for (const document::Member& member : operations->members()) {
      const Value written = operations.Child(&member.value);
      AsyncOperation operation = ReadOperation(Resolve(written));
      operation.id = member.key();
      api_.operations_.push_back(std::move(operation));
    }
  }

 private:
  /// The end of a chain of references; where it leads nowhere, empty.
  Value Resolve(Value at, std::string* name = nullptr) {
    for (int i = 0; at && i < kMaxReferences; ++i) {
      const Value reference = Member(at, "$ref");
      if (!reference || !reference->is_string()) {
        return at;
      }
      at = Follow(at, reference->text());
      if (name != nullptr) {
        *name = reference->text().substr(reference->text().find_last_of("/#") + 1);
      }
    }
    return {};
  }

  Value Follow(const Value& from, std::string_view reference) {
    const schema::UriFragment parts = schema::SplitFragment(reference);
    const document::DocumentPtr document =
        parts.uri.empty() ? from.document()
                          : Open(schema::ResolveUri(UriOf(from.document()), parts.uri));
    if (!document) {
      return {};
    }
    const auto pointer = document::Pointer::Parse(base::PercentDecode(parts.fragment, false));
    return pointer ? Value(document, pointer->Resolve(document->root())) : Value();
  }

  document::DocumentPtr Open(const std::string& uri) {
    for (const auto& [document, known] : api_.documents_) {
      if (known == uri) {
        return document;
      }
    }
    if (!api_.options_.load || !failed_.insert(uri).second) {
      return nullptr;
    }
    auto loaded = api_.options_.load(uri);
    if (!loaded) {
      return nullptr;
    }
    api_.documents_.emplace_back(*loaded, uri);
    return *loaded;
  }

  std::string UriOf(const document::DocumentPtr& document) const {
    for (const auto& [known, uri] : api_.documents_) {
      if (known == document) {
        return uri;
      }
    }
    return {};
  }

  AsyncOperation ReadOperation(const Value& object) {
    AsyncOperation operation;
    operation.source = object;
    operation.messages = ReadMessages(object);
    const Value reply = Resolve(Member(object, "reply"));
    if (reply) {
      operation.reply = AsyncReply{ReadMessages(reply), reply};
    }
    return operation;
  }

  /// Those that are listed, else all of the channel.
  std::vector<AsyncMessage> ReadMessages(const Value& object) {
    std::vector<AsyncMessage> messages;
    const Value listed = Member(object, "messages");
    if (listed && listed->is_array()) {
      for (const Node& item : listed->items()) {
        AddMessage(listed.Child(&item), "", messages);
      }
      return messages;
    }
    const Value all = Member(Resolve(Member(object, "channel")), "messages");
    for (const document::Member& member :
         all ? all->members() : std::span<const document::Member>()) {
      AddMessage(all.Child(&member.value), member.key(), messages);
    }
    return messages;
  }

  void AddMessage(const Value& written, std::string_view key, std::vector<AsyncMessage>& messages) {
    std::string name(key);
    const Value object = Resolve(written, &name);
    if (!object || !object->is_object()) {
      return;
    }
    AsyncMessage message;
    message.name = name.empty() ? Text(object, "name") : name;
    message.source = object;
    message.payload = ReadSchema(Member(object, "payload"));
    message.headers = ReadSchema(Member(object, "headers"));
    message.content_type = Text(object, "contentType");
    const Value traits = Member(object, "traits");
    for (const Node& item : traits ? traits->items() : std::span<const Node>()) {
      const Value trait = Resolve(traits.Child(&item));
      if (!message.headers) {
        message.headers = ReadSchema(Member(trait, "headers"));
      }
      message.content_type =
          message.content_type.empty() ? Text(trait, "contentType") : message.content_type;
    }
    if (message.content_type.empty()) {
      message.content_type = Text(api_.root_, "defaultContentType");
    }
    messages.push_back(std::move(message));
  }

  /// A schema, or `{schemaFormat, schema}`.
  AsyncSchema ReadSchema(const Value& written) {
    const Value object = Resolve(written);
    if (!object) {
      return {};
    }
    const std::string format = Text(object, "schemaFormat");
    const Value inner = format.empty() ? object : Member(object, "schema");
    return {inner, DialectOf(format), format};
  }

  AsyncApi& api_;
  std::set<std::string> failed_;
};

std::shared_ptr<const AsyncApi> AsyncApi::Load(const document::DocumentPtr& document,
                                               const LoadOptions& options,
                                               std::vector<finding::Finding>& findings) {
  const Node* version = document->root().Find("asyncapi");
  if (version == nullptr || !version->text().starts_with("3.")) {
    findings.push_back(finding::Make(
        kSpecificationUnknown,
        fmt::format("AsyncAPI documents of version 3 can be checked against, not '{}'",
                    version != nullptr ? version->text() : ""),
        document->SpanOf(version != nullptr ? *version : document->root())));
    return nullptr;
  }
  auto api = std::make_shared<AsyncApi>();
  api->root_ = Value(document);
  api->options_ = options;
  api->documents_.emplace_back(document, options.uri);
  AsyncReader(*api).Read();
  return api;
}

const AsyncOperation* AsyncApi::Find(std::string_view id) const {
  const auto found = std::find_if(operations_.begin(),
                                  operations_.end(),
                                  [&](const AsyncOperation& one) { return one.id == id; });
  return found != operations_.end() ? &*found : nullptr;
}

schema::CompileOptions AsyncApi::CompileOptionsFor(const AsyncSchema& schema) const {
  schema::CompileOptions options;
  options.dialect = schema.dialect.value_or(schema::Dialect::kDraft7);
  options.load = options_.load;
  for (const auto& [document, uri] : documents_) {
    if (document == schema.value.document()) {
      options.uri = uri;
    }
  }
  return options;
}

bool IsAsyncApi(const Node& root) {
  return root.Find("asyncapi") != nullptr;
}

}  // namespace accord::conform
