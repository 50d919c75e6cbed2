#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/verify/http_provider.h"

#include "verify/http_exchange.h"

namespace accord::verify {
namespace {

std::string_view ActionName(StateChange::Action action) {
  return action == StateChange::Action::kSetup ? "setup" : "teardown";
}

std::string JsonBody(const StateChange& change) {
  document::Builder builder;
  builder.StartObject();
  builder.Key("state");
  builder.String(change.state);
  builder.Key("params");
  if (change.params) {
    builder.Copy(*change.params);
  } else {
    builder.StartObject();
    builder.EndObject();
  }
  builder.Key("action");
  builder.String(ActionName(change.action));
  builder.EndObject();
  return document::WriteJson(builder.Finish()->root(), {.indent = 0});
}

std::string QueryText(const StateChange& change) {
  std::vector<pact::QueryParameter> query = {{"state", {change.state}},
                                             {"action", {std::string(ActionName(change.action))}}};
  if (change.params) {
    for (const auto& member : change.params->members()) {
      query.push_back(
          {std::string(member.key()),
           {member.value.is_string() ? std::string(member.value.text())
                                     : document::WriteJson(member.value, {.indent = 0})}});
    }
  }
  return EncodeQuery(query);
}

/// Members of a JSON object in the answer; anything else a 2xx answer holds says nothing.
StateValues ValuesOf(std::string body) {
  StateValues values;
  const auto parsed = document::Parse("state change response", std::move(body));
  if (parsed.ok()) {
    for (const auto& member : parsed.document->root().members()) {
      values.emplace_back(member.key(), document::Value(parsed.document, &member.value));
    }
  }
  return values;
}

class HttpStates : public StateHandler {
 public:
  HttpStates(HttpStateOptions options, net::HttpClient& client)
      : options_(std::move(options)), client_(client) {}

  void Change(const StateChange& change, StateDone done) override {
    net::HttpRequest request{.method = "POST", .url = options_.url};
    if (options_.as_query) {
      const char separator = options_.url.find('?') == std::string::npos ? '?' : '&';
      request.url += separator + QueryText(change);
      request.body = "";
    } else {
      request.headers.emplace_back("Content-Type", "application/json");
      request.body = JsonBody(change);
    }
    ApplyExtraHeaders(request.headers, options_.headers);
    client_.Send(std::move(request),
                 [done = std::move(done), url = net::WithoutUserInfo(options_.url)](
                     base::Result<net::HttpResponse> answer) {
                   if (!answer) {
                     done(answer.error());
                   } else if (answer->status < 200 || answer->status > 299) {
                     done(base::EnvironmentError(fmt::format("POST {} answered {}{}{}",
                                                             url,
                                                             answer->status,
                                                             answer->body.empty() ? "" : ": ",
                                                             base::Ellipsize(answer->body, 200))));
                   } else {
                     done(ValuesOf(std::move(answer->body)));
                   }
                 });
  }

  void Run() override { client_.Run(); }

 private:
  HttpStateOptions options_;
  net::HttpClient& client_;
};

}  // namespace

base::Result<std::unique_ptr<StateHandler>> MakeHttpStates(HttpStateOptions options,
                                                           net::HttpClient& client) {
  if (!net::Url::Parse(options.url)) {
    return base::UsageError(
        fmt::format("'{}' is no state change URL: it must look like http://host:port/path",
                    net::WithoutUserInfo(options.url)));
  }
  return std::unique_ptr<StateHandler>(std::make_unique<HttpStates>(std::move(options), client));
}

}  // namespace accord::verify
