#include "accord/verify/http_provider.h"

#include <fmt/format.h>

#include "accord/base/strings.h"

#include "verify/curl_command.h"
#include "verify/http_exchange.h"

namespace accord::verify {
namespace {

constexpr std::string_view kMetadataHeader = "Pact-Message-Metadata";

void CopyObject(document::Builder& builder, std::string_view key, const document::Value& value) {
  builder.Key(key);
  builder.Copy(*value);
}

/// The request half of a synchronous message, as it goes to the provider.
void WriteMessage(document::Builder& builder, const pact::Message& message) {
  builder.StartObject();
  builder.Key("contents");
  if (message.contents.json) {
    builder.Copy(*message.contents.json);
  } else {
    builder.String(message.contents.Bytes());
  }
  builder.Key("metadata");
  builder.StartObject();
  for (const auto& [name, value] : message.metadata) {
    CopyObject(builder, name, value);
  }
  builder.EndObject();
  builder.EndObject();
}

/// `{"description", "providerStates": [{"name", "params"}], "request"}`.
std::string MessageQuestion(const pact::Interaction& interaction) {
  document::Builder builder;
  builder.StartObject();
  builder.Key("description");
  builder.String(interaction.description);
  if (!interaction.states.empty()) {
    builder.Key("providerStates");
    builder.StartArray();
    for (const pact::ProviderState& state : interaction.states) {
      builder.StartObject();
      builder.Key("name");
      builder.String(state.name);
      if (state.params) {
        CopyObject(builder, "params", state.params);
      }
      builder.EndObject();
    }
    builder.EndArray();
  }
  if (interaction.kind == pact::InteractionKind::kSyncMessage) {
    builder.Key("request");
    WriteMessage(builder, interaction.message);
  }
  builder.EndObject();
  return document::WriteJson(builder.Finish()->root(), {.indent = 0});
}

document::Value StringValue(std::string_view text) {
  document::Builder builder;
  builder.String(text);
  return document::Value(builder.Finish());
}

base::Result<pact::Message> ToMessage(net::HttpResponse response) {
  if (response.status >= 400) {
    return base::EnvironmentError(
        fmt::format("the provider answered {} when asked for the message: {}",
                    response.status,
                    base::Ellipsize(response.body, 200)));
  }
  pact::Message message;
  if (const std::string* encoded = net::FindHeader(response.headers, kMetadataHeader)) {
    const auto text = base::Base64Decode(*encoded);
    const auto parsed = document::Parse(std::string(kMetadataHeader), text.value_or(""));
    if (!parsed.ok() || !parsed.document->root().is_object()) {
      return base::EnvironmentError(
          fmt::format("the header {} is no JSON object in base64", kMetadataHeader));
    }
    for (const auto& member : parsed.document->root().members()) {
      message.metadata.emplace_back(member.key(), document::Value(parsed.document, &member.value));
    }
  }
  std::string type;
  if (const std::string* header = net::FindHeader(response.headers, "Content-Type")) {
    type = *header;
    message.metadata.emplace_back("contentType", StringValue(type));
  }
  message.contents = pact::Body::Of(std::move(response.body), type);
  return message;
}

class HttpProvider : public Provider {
 public:
  HttpProvider(HttpProviderOptions options, net::HttpClient& client)
      : options_(std::move(options)), client_(client) {}

  void Ask(const pact::Interaction& /*interaction*/,
           const pact::Request& request,
           ResponseDone done) override {
    client_.Send(ToHttp(request, options_),
                 [done = std::move(done)](base::Result<net::HttpResponse> answer) {
                   if (!answer) {
                     done(answer.error());
                     return;
                   }
                   const double milliseconds = answer->milliseconds;
                   done(Timed<pact::Response>{FromHttp(std::move(*answer)), milliseconds});
                 });
  }

  void AskMessage(const pact::Interaction& interaction, MessageDone done) override {
    net::HttpRequest request{
        .method = "POST",
        .url = options_.message_url.empty() ? JoinUrl(options_.url, "/") : options_.message_url,
        .headers = {{"Content-Type", "application/json"}},
        .body = MessageQuestion(interaction)};
    ApplyExtraHeaders(request.headers, options_.headers);
    client_.Send(std::move(request),
                 [done = std::move(done)](base::Result<net::HttpResponse> answer) {
                   if (!answer) {
                     done(answer.error());
                     return;
                   }
                   const double milliseconds = answer->milliseconds;
                   auto message = ToMessage(std::move(*answer));
                   if (message) {
                     done(Timed<pact::Message>{std::move(*message), milliseconds});
                   } else {
                     done(message.error());
                   }
                 });
  }

  void Run() override { client_.Run(); }

  std::string Reproduce(const pact::Interaction& /*interaction*/,
                        const pact::Request& request) const override {
    return CurlCommand(ToHttp(request, options_), options_);
  }

  std::string Name() const override { return net::WithoutUserInfo(options_.url); }

 private:
  HttpProviderOptions options_;
  net::HttpClient& client_;
};

}  // namespace

base::Result<std::unique_ptr<Provider>> MakeHttpProvider(HttpProviderOptions options,
                                                         net::HttpClient& client) {
  for (const std::string* text : {&options.url, &options.message_url}) {
    if (text == &options.message_url && text->empty()) {
      continue;
    }
    const auto url = net::Url::Parse(*text);
    if (!url || !url->query.empty()) {
      return base::UsageError(
          fmt::format("'{}' is no provider URL: it must look like http://host:port/base",
                      net::WithoutUserInfo(*text)));
    }
  }
  return std::unique_ptr<Provider>(std::make_unique<HttpProvider>(std::move(options), client));
}

}  // namespace accord::verify
