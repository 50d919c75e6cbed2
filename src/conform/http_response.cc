#include <fmt/format.h>

#include "conform/bodies.h"
#include "conform/http.h"
#include "conform/media_types.h"
#include "conform/rules.h"

namespace accord::conform {

using openapi::MediaType;

void HttpCheck::CheckResponse() {
  const openapi::Response* described = FindResponse();
  if (described == nullptr) {
    return;
  }
  CheckResponse(*described);
  CheckOtherResponses(*described);
}

void HttpCheck::CheckResponse(const openapi::Response& described) {
  workshop_.usage.UseResponse(described);
  CheckResponseType(described);
  CheckResponseHeaders(described);
  if (!remarks_.Has(kResponseTypeIncompatible)) {
    CheckResponseBody(described);
  }
}

void HttpCheck::CheckResponseType(const openapi::Response& described) {
  const std::string type = HeaderText(response().headers, "Content-Type");
  if (type.empty()) {
    return;
  }
  const auto place = [&] {
    return Place{SpanInside(response().source, "headers", "content-type"),
                 "response.headers.content-type",
                 described.source.Span()};
  };
  const std::vector<MediaType> types =
      described.content.empty() ? ListedTypes("x-produces") : described.content;
  if (types.empty()) {
    if (request().method != "HEAD") {  // There it speaks of the body that GET would have.
      remarks_.Add(kResponseTypeUnknown,
                   fmt::format("Content-Type '{}' is expected, but no content is described", type),
                   place());
    }
  } else if (FindMediaType(type, types) == nullptr) {
    remarks_.Add(
        kResponseTypeIncompatible, fmt::format("the response never comes as '{}'", type), place());
  }
}

void HttpCheck::CheckResponseBody(const openapi::Response& described) {
  const pact::Body& body = response().body;
  if (body.state == pact::BodyState::kMissing) {
    return;
  }
  if (!body.present()) {
    if (!described.content.empty()) {
      remarks_.NotChecked("response.body: an empty one is expected");
    }
    return;
  }
  // The type that is expected, else one that is accepted, else the first.
  const std::string expected = response().ContentType();
  const MediaType* type = expected.empty() ? nullptr : FindMediaType(expected, described.content);
  if (type == nullptr) {
    const std::string accept = HeaderText(request().headers, "Accept");
    type = FindMediaType(accept.empty() ? "application/json" : accept, described.content);
  }
  if (type == nullptr && !described.content.empty()) {
    type = &described.content.front();
  }
  const std::string name = type != nullptr ? type->name : "application/json";
  const auto place = [&] {
    return Place{body.source.Span(), "response.body", described.source.Span()};
  };
  if (!IsReadable(name)) {
    remarks_.Add(kResponseBodyUnvalidatable,
                 fmt::format("the response body was not looked at: '{}'", name),
                 place());
  } else if (type == nullptr || !type->schema) {
    remarks_.Add(kResponseBodyUnknown, "no schema describes the response body", place());
  } else {
    ValidateResponseBody(*type, expected.empty() ? name : expected);
  }
}

void HttpCheck::ValidateResponseBody(const MediaType& described, const std::string& content_type) {
  const CompiledSchema& compiled =
      workshop_.schemas.Of(*route_.api, described.schema, schema::View::kWhole);
  if (!compiled.usable()) {
    remarks_.NotChecked("response.body: its schema cannot be used: " + compiled.problem);
    return;
  }
  const BodyValue body = ReadBody(response().body, content_type, compiled);
  if (!body.problem.empty()) {
    remarks_.Add(kResponseBodyIncompatible,
                 "the response body could not be taken apart: " + body.problem,
                 {body.span, "response.body", described.source.Span()});
    return;
  }
  CheckPromise(compiled,
               {body.value, &response().rules.body, "response.body", body.span},
               kResponseBodyIncompatible,
               remarks_,
               &workshop_.usage.FieldsOf(described));
}

}  // namespace accord::conform
