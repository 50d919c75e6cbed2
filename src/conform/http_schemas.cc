#include <map>
#include <set>
#include <vector>

#include "conform/http.h"

namespace accord::conform {
namespace {

/// The schemas of operations, each operation once.
class SchemaSurvey {
 public:
  void Add(const Route& route) {
    if (!seen_.insert(route.operation).second) {
      return;
    }
    for (const openapi::Parameter& parameter : route.operation->parameters) {
      AddText(*route.api, parameter.schema, parameter.content);
    }
    if (route.operation->body) {
      Add(*route.api, route.operation->body->content, schema::View::kRequest);
    }
    for (const openapi::Response& response : route.operation->responses) {
      for (const openapi::Header& header : response.headers) {
        AddText(*route.api, header.schema, header.content);
      }
      Add(*route.api, response.content, schema::View::kWhole);
    }
  }

  void Prepare(Schemas& schemas) const {
    for (const auto& [use, values] : found_) {
      schemas.Prepare(*use.first, values, use.second);
    }
  }

 private:
  void Add(const openapi::Description& api, const document::Value& schema, schema::View view) {
    if (schema) {
      found_[{&api, view}].push_back(schema);
    }
  }

  void Add(const openapi::Description& api,
           const std::vector<openapi::MediaType>& types,
           schema::View view) {
    for (const openapi::MediaType& type : types) {
      Add(api, type.schema, view);
    }
  }

  void AddText(const openapi::Description& api,
               const document::Value& schema,
               const std::vector<openapi::MediaType>& content) {
    Add(api, schema, schema::View::kWhole);
    Add(api, content, schema::View::kWhole);
  }

  std::set<const openapi::Operation*> seen_;
  std::map<std::pair<const openapi::Description*, schema::View>, std::vector<document::Value>>
      found_;
};

}  // namespace

void PrepareSchemas(const pact::Pact& pact, Workshop& workshop) {
  SchemaSurvey survey;
  for (const pact::Interaction& interaction : pact.interactions) {
    if (interaction.kind == pact::InteractionKind::kHttp) {
      const auto take = [&survey](const Route& route, const PathValues& /*values*/) {
        survey.Add(route);
        return false;
      };
      workshop.router.Find(interaction.request.method, interaction.request.path, take);
    }
  }
  survey.Prepare(workshop.schemas);
}

}  // namespace accord::conform
