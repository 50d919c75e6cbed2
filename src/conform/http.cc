#include "conform/http.h"

#include <algorithm>

#include <fmt/format.h>

#include "accord/base/strings.h"

#include "conform/rules.h"

namespace accord::conform {

HttpCheck::HttpCheck(const pact::Interaction& interaction, Workshop& workshop, Remarks& remarks)
    : interaction_(interaction), workshop_(workshop), remarks_(remarks) {}

void HttpCheck::Run() {
  if (!FindRoute()) {
    return;
  }
  workshop_.usage.UseOperation(operation());
  CheckRequest();
  CheckResponse();
}

bool HttpCheck::FindRoute() {
  const auto accept = [this](const Route& route, const PathValues& values) {
    const bool fits = FitPath(route, values);
    route_ = fits || route_.operation == nullptr ? route : route_;
    return fits;
  };
  const bool found = workshop_.router.Find(request().method, request().path, accept);
  if (route_.operation != nullptr) {
    remarks_.SetElement(fmt::format("{} {}", operation().method, route_.item->path));
  }
  if (found) {
    return true;
  }
  Place place{RequestSpan("path", ""), "request.path", {}};
  if (route_.operation != nullptr) {
    place.described = route_.item->source.Span();
  }
  finding::Finding& finding = remarks_.Add(
      kPathOrMethodUnknown,
      route_.operation != nullptr
          ? fmt::format(
                "a parameter in the path does not fit: {} {}", request().method, request().path)
          : fmt::format("there is no operation {} {}", request().method, request().path),
      std::move(place));
  std::vector<std::string> templates;
  for (const Route& route : workshop_.router.routes()) {
    templates.push_back(route.item->path);
  }
  if (const auto nearest = base::NearestWord(request().path, templates)) {
    finding.help = fmt::format("did you mean '{}'?", *nearest);
  }
  return false;
}

bool HttpCheck::FitPath(const Route& route, const PathValues& values) {
  Texts texts(*route.api, workshop_.schemas, remarks_);
  return std::all_of(route.operation->parameters.begin(),
                     route.operation->parameters.end(),
                     [&](const openapi::Parameter& parameter) {
                       const auto value =
                           std::find_if(values.begin(), values.end(), [&](const auto& entry) {
                             return entry.first == parameter.name;
                           });
                       return parameter.in != openapi::In::kPath || value == values.end() ||
                              texts.Fits(Describe(parameter), value->second);
                     });
}

std::vector<openapi::MediaType> HttpCheck::ListedTypes(std::string_view extension) const {
  std::vector<openapi::MediaType> types;
  const document::Value& source = operation().source;
  const bool may_list = route_.api->version == openapi::Version::k2_0 && source;
  const document::Node* list = may_list ? source->Find(extension) : nullptr;
  for (const document::Node& item :
       list != nullptr ? list->items() : std::span<const document::Node>()) {
    types.push_back({std::string(item.text()), {}, {}});
  }
  return types;
}

std::string HttpCheck::HeaderText(const std::vector<pact::Header>& headers, std::string_view name) {
  const pact::Header* header = pact::FindHeader(headers, name);
  return header != nullptr ? base::Join(header->values, ",") : std::string();
}

}  // namespace accord::conform
