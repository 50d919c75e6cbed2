#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/document/document.h"

#include "breaking/openapi/rules.h"
#include "breaking/openapi/subjects.h"

namespace accord::breaking::api {
namespace {

using document::Node;
using finding::RuleInfo;
using openapi::SecurityScheme;

constexpr const char* kSection = "components";
constexpr std::array kFlows{"implicit", "password", "clientCredentials", "authorizationCode"};

const Node* Find(const Node* object, std::string_view key) {
  return object == nullptr ? nullptr : object->Find(key);
}

std::string Text(const Node* node) {
  return node == nullptr ? "" : std::string(node->text());
}

/// What is compared of a scheme as one text.
struct SchemeText {
  std::string_view keyword;
  const RuleInfo& rule;
  std::string_view words;
};

/// A security scheme in both versions.
class SchemeComparison {
 public:
  SchemeComparison(Context& context, const SecurityScheme& before, const SecurityScheme& after)
      : context_(context), before_(before), after_(after) {}

  void Compare() {
    CompareText({"type", kSchemeTypeChanged, "type"}, before_.source.get(), after_.source.get());
    CompareFlow("implicit");
    if (!context_.strict()) {
      return;  // oasdiff has no names for the others.
    }
    for (const SchemeText& text :
         {SchemeText{"scheme", kSchemeSchemeChanged, "HTTP scheme"},
          SchemeText{"in", kSchemeInChanged, "place"},
          SchemeText{"name", kSchemeNameChanged, "parameter"},
          SchemeText{"bearerFormat", kSchemeBearerFormatChanged, "format of the bearer token"},
          SchemeText{"openIdConnectUrl", kSchemeOpenIdUrlChanged, "URL of OpenID Connect"}}) {
      CompareText(text, before_.source.get(), after_.source.get());
    }
    for (const char* flow : kFlows) {
      CompareFlowPresence(flow);
      if (std::string_view(flow) != "implicit") {
        CompareFlow(flow);
      }
    }
  }

 private:
  void Say(const RuleInfo& rule, std::vector<std::string> args, std::string message) {
    args.insert(args.begin(), before_.name);
    AddTo(context_,
          kSection,
          {rule, std::move(args), std::move(message)},
          {before_.source, {}},
          {after_.source, {}});
  }

  void CompareText(const SchemeText& text, const Node* before, const Node* after) {
    const std::string old_text = Text(Find(before, text.keyword));
    const std::string new_text = Text(Find(after, text.keyword));
    const bool alike = text.keyword == "scheme" ? base::EqualsIgnoreCase(old_text, new_text)
                                                : old_text == new_text;
    if (!alike) {
      Say(text.rule,
          {old_text, new_text},
          fmt::format("The {} of the security scheme '{}' was changed from '{}' to '{}'.",
                      text.words,
                      before_.name,
                      old_text,
                      new_text));
    }
  }

  const Node* Flow(const SecurityScheme& scheme, std::string_view flow) const {
    return Find(Find(scheme.source.get(), "flows"), flow);
  }

  void CompareFlowPresence(std::string_view flow) {
    const bool before = Flow(before_, flow) != nullptr;
    const bool after = Flow(after_, flow) != nullptr;
    if (before != after) {
      Say(after ? kSchemeFlowAdded : kSchemeFlowRemoved,
          {std::string(flow)},
          fmt::format("The OAuth flow '{}' of the security scheme '{}' was {}.",
                      flow,
                      before_.name,
                      after ? "added" : "removed"));
    }
  }

  void CompareFlow(std::string_view name) {
    const Node* before = Flow(before_, name);
    const Node* after = Flow(after_, name);
    if (before == nullptr || after == nullptr) {
      return;
    }
    CompareText({"authorizationUrl", kSchemeOauthUrlChanged, "authorization URL"}, before, after);
    CompareText({"tokenUrl", kSchemeTokenUrlChanged, "token URL"}, before, after);
    if (context_.strict()) {
      CompareText({"refreshUrl", kSchemeRefreshUrlChanged, "refresh URL"}, before, after);
    }
    CompareScopes(Find(before, "scopes"), Find(after, "scopes"));
  }

  void CompareScopes(const Node* before, const Node* after) {
    const auto members = [](const Node* scopes) {
      return scopes == nullptr ? std::span<const document::Member>() : scopes->members();
    };
    for (const document::Member& scope : members(after)) {
      const std::string name(scope.key());
      if (Find(before, name) == nullptr) {
        Say(kSchemeScopeAdded,
            {name},
            fmt::format(
                "The scope '{}' of the security scheme '{}' was added.", name, before_.name));
      }
    }
    for (const document::Member& scope : members(before)) {
      const std::string name(scope.key());
      const Node* same = Find(after, name);
      if (same == nullptr) {
        Say(kSchemeScopeRemoved,
            {name},
            fmt::format(
                "The scope '{}' of the security scheme '{}' was removed.", name, before_.name));
      } else if (same->text() != scope.value.text() && !context_.strict()) {
        Say(kSchemeScopeChanged,
            {name, std::string(scope.value.text()), std::string(same->text())},
            fmt::format("The scope '{}' of the security scheme '{}' is described as '{}' now; it "
                        "was '{}'.",
                        name,
                        before_.name,
                        same->text(),
                        scope.value.text()));
      }
    }
  }

  Context& context_;
  const SecurityScheme& before_;
  const SecurityScheme& after_;
};

void CompareSchemes(Context& context) {
  const auto& old_ones = context.before.security_schemes;
  const auto& new_ones = context.after.security_schemes;
  for (const SecurityScheme& scheme : new_ones) {
    if (std::ranges::find(old_ones, scheme.name, &SecurityScheme::name) == old_ones.end()) {
      AddTo(context,
            kSection,
            {kSchemeAdded,
             {scheme.name},
             fmt::format("The security scheme '{}' was added.", scheme.name)},
            {},
            {scheme.source, {}});
    }
  }
  for (const SecurityScheme& scheme : old_ones) {
    const auto same = std::ranges::find(new_ones, scheme.name, &SecurityScheme::name);
    if (same == new_ones.end()) {
      AddTo(context,
            kSection,
            {kSchemeRemoved,
             {scheme.name},
             fmt::format("The security scheme '{}' was removed.", scheme.name)},
            {scheme.source, {}},
            {});
    } else {
      SchemeComparison(context, scheme, *same).Compare();
    }
  }
}

}  // namespace

void CompareComponents(Context& context) {
  CompareSchemes(context);
  if (context.strict()) {
    return;  // What a schema is called is no part of the contract.
  }
  for (const openapi::Component& schema : context.before.schemas) {
    const auto same =
        std::ranges::find(context.after.schemas, schema.name, &openapi::Component::name);
    if (same == context.after.schemas.end()) {
      AddTo(context,
            kSection,
            {kSchemaRemoved,
             {schema.name},
             fmt::format("The schema '{}' was removed from the components.", schema.name)},
            {schema.source, {}},
            {});
    }
  }
}

}  // namespace accord::breaking::api
