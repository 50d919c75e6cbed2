#include "tests/conformance/pact_compatibility/provider_servers.h"

#include "accord/base/strings.h"

#include "tests/conformance/pact_compatibility/expectation.h"
#include "tests/conformance/pact_compatibility/fixtures.h"

namespace accord::compatibility {
namespace {

std::string TextOf(const document::Node& object, std::string_view key) {
  const document::Node* member = object.Find(key);
  Require(member != nullptr && member->is_string(), "the call has no text " + std::string(key));
  return std::string(member->text());
}

/// Everything but the media type, as the header that carries it over HTTP.
std::string EncodeMetadata(const pact::Metadata& metadata) {
  document::Builder builder;
  builder.StartObject();
  for (const auto& [name, value] : metadata) {
    if (!base::EqualsIgnoreCase(name, "contentType")) {
      builder.Key(name);
      builder.Copy(*value);
    }
  }
  builder.EndObject();
  return base::Base64Encode(document::WriteJson(builder.Finish()->root(), {.indent = 0}));
}

}  // namespace

StateServer::StateServer(bool fails)
    : fails_(fails),
      server_(Unwrap(net::HttpServer::Start(
          {}, [this](const net::ServerRequest& request) { return Answer(request); }))) {}

net::ServerResponse StateServer::Answer(const net::ServerRequest& request) {
  const document::Value body = ParseJson(request.body);
  const std::scoped_lock lock(mutex_);
  calls_.push_back({TextOf(*body, "state"),
                    TextOf(*body, "action"),
                    body.Child(body->Find("params")),
                    std::chrono::steady_clock::now()});
  return {.status = fails_ ? 500 : 200, .headers = {}, .body = {}};
}

std::vector<StateServer::Call> StateServer::Calls() const {
  const std::scoped_lock lock(mutex_);
  return calls_;
}

MessageServer::MessageServer()
    : server_(Unwrap(net::HttpServer::Start(
          {}, [this](const net::ServerRequest& request) { return Answer(request); }))) {}

void MessageServer::Add(const std::string& description, pact::Message message) {
  const std::scoped_lock lock(mutex_);
  messages_[description] = std::move(message);
}

net::ServerResponse MessageServer::Answer(const net::ServerRequest& request) {
  const std::string description = TextOf(*ParseJson(request.body), "description");
  const std::scoped_lock lock(mutex_);
  const auto found = messages_.find(description);
  if (found == messages_.end()) {
    return {.status = 404, .headers = {}, .body = "no message is called " + description};
  }
  const pact::Message& message = found->second;
  net::ServerResponse answer{.status = 200, .headers = {}, .body = message.contents.Bytes()};
  answer.headers.emplace_back("Content-Type", message.ContentType());
  answer.headers.emplace_back("Pact-Message-Metadata", EncodeMetadata(message.metadata));
  return answer;
}

}  // namespace accord::compatibility
