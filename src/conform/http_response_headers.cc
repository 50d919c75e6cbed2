#include <algorithm>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/match/accepts.h"
#include "accord/pact/read.h"

#include "conform/http.h"
#include "conform/media_types.h"
#include "conform/rules.h"
#include "conform/value_remarks.h"

namespace accord::conform {
namespace {

using document::Node;

/// A list or object in a header has rules for its parts, which are not looked at.
bool IsOneText(const CompiledSchema& schema, const pact::Header& header) {
  constexpr schema::TypeSet kContainers = schema::kArrayType | schema::kObjectType;
  return (TypesOf(*schema.root) & ~kContainers) != 0 && header.values.size() == 1 &&
         pact::SplitHeaderValue(header.name, header.values.front()).size() == 1;
}

}  // namespace

void HttpCheck::CheckResponseHeaders(const openapi::Response& described) {
  for (const pact::Header& header : response().headers) {
    const std::string name = base::ToLowerAscii(header.name);
    if (name == "content-type") {
      continue;
    }
    const auto found = std::find_if(
        described.headers.begin(), described.headers.end(), [&](const openapi::Header& one) {
          return base::EqualsIgnoreCase(one.name, name);
        });
    Place place{SpanInside(response().source, "headers", name),
                "response.headers." + name,
                described.source.Span()};
    if (found == described.headers.end()) {
      const bool standard = IsStandardResponseHeader(name);
      remarks_.Add(standard ? kResponseHeaderUndefined : kResponseHeaderUnknown,
                   fmt::format("the response header '{}' is not described", header.name),
                   std::move(place));
      continue;
    }
    place.path = "response.headers." + found->name;
    place.described = found->source.Span();
    const std::string subject = fmt::format("the response header '{}'", found->name);
    if (!found->required) {
      remarks_.Add(
          kResponseHeaderOptional, fmt::format("the provider may leave out {}", subject), place);
    }
    CheckResponseHeader(*found, header, {&kResponseHeaderIncompatible, subject, std::move(place)});
  }
}

void HttpCheck::CheckResponseHeader(const openapi::Header& described,
                                    const pact::Header& header,
                                    const TextSubject& subject) {
  Texts texts(*route_.api, workshop_.schemas, remarks_);
  const DescribedText as = Describe(described);
  const CompiledSchema* const schema = texts.SchemaOf(as, subject.name);
  if (schema == nullptr) {
    return;
  }
  const std::string text = base::Join(header.values, ",");
  if (!described.content.empty() || !IsOneText(*schema, header)) {
    if (!match::FindNamedRules(response().rules.header, header.name, true).empty()) {
      remarks_.NotChecked(fmt::format("the matching rules of {}", subject.name));
    }
    texts.Check(as, text, subject);
  } else if (!JudgeHeaderRules(*schema, header, Texts::Fitting(as, *schema, text), subject)) {
    texts.Check(as, text, subject);
  }
}

bool HttpCheck::JudgeHeaderRules(const CompiledSchema& schema,
                                 const pact::Header& header,
                                 const document::DocumentPtr& fitting,
                                 const TextSubject& subject) {
  const match::ActiveRules rules =
      match::FindNamedRules(response().rules.header, header.name, true);
  const SchemaNodes nodes = {schema.root};
  const ProviderValues values(schema, nodes);
  const Node example = Node::String(header.values.front());
  const Acceptance accepts{rules, example, true};
  const auto name = [&subject] { return subject.name; };
  const document::Node* const place = schema.root->source.get();
  if (fitting != nullptr) {
    remarks_.ledger().Exercise(place, fitting->root());
  }
  const auto remark =
      fitting != nullptr ? RemarkOn(values, accepts, name) : RemarkOnOthers(values, accepts, name);
  const bool is_said_already =
      remark && !remark->untested.empty() && !remarks_.ledger().IsNews(*remark->rule, place);
  if (remark && !is_said_already) {
    finding::Finding& finding = remarks_.Add(*remark->rule, remark->message, subject.place);
    finding.demand = match::InWords(rules);
    if (!remark->untested.empty()) {
      remarks_.ledger().Postpone(place, remark->untested, finding);
    }
  }
  return remark || fitting != nullptr;
}

}  // namespace accord::conform
