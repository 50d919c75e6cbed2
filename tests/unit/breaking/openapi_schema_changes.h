#pragma once

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/base/strings.h"
#include "accord/document/document.h"
#include "accord/openapi/description.h"

#include "breaking/openapi/schema_changes.h"

namespace accord::breaking::api {

/// Two versions of a description that consists of schemas, and the use of one of them, `Root`.
class OpenApiSchemaChanges : public testing::Test {
 protected:
  /// The members of `components/schemas`, in YAML, each line indented by four spaces.
  void Describe(const std::string& before, const std::string& after) {
    before_ = Load(before);
    after_ = Load(after);
  }

  /// What differs, each as `id(argument, argument)`.
  std::vector<std::string> Changes() {
    SchemaPairings pairings(*before_, *after_, options_.profile);
    return Changes(pairings);
  }
  std::vector<std::string> Changes(SchemaPairings& pairings) {
    use_.before = Root(*before_);
    use_.after = Root(*after_);
    const SchemaComparisonContext context{.comparison = pairings,
                                          .options = options_,
                                          .today = std::chrono::sys_days(),
                                          .method = "POST",
                                          .path = "/things",
                                          .optional_parameter = true,
                                          .deprecation_days = days_,
                                          .tell_once = once_,
                                          .many_changes = many_};
    changes_.clear();
    CompareSchemaUse(use_, context, changes_);
    std::vector<std::string> out;
    for (const Change& change : changes_) {
      out.push_back(std::string(change.rule->id) + "(" + base::Join(change.args, ", ") + ")");
    }
    return out;
  }

  void UseInResponse() {
    use_.flow = Flow::kResponse;
    use_.status = "200";
  }
  void UseInParameter(openapi::In in = openapi::In::kQuery) {
    use_.carrier = Carrier::kParameter;
    use_.in = in;
    use_.name = "p";
    use_.as_text = true;
  }

  SchemaUse use_{.name = "application/json"};
  OpenApiOptions options_;
  int days_ = 0;
  bool once_ = false;
  std::size_t many_ = 1000;
  std::string version_ = "3.1.0";
  openapi::DescriptionPtr before_;
  openapi::DescriptionPtr after_;
  std::vector<Change> changes_;

 private:
  openapi::DescriptionPtr Load(const std::string& schemas) {
    const document::LoadResult parsed =
        document::Parse("api.yaml",
                        "openapi: " + version_ +
                            "\ninfo: {title: t, version: '1'}\npaths: {}\n"
                            "components:\n  schemas:\n" +
                            schemas);
    EXPECT_TRUE(parsed.ok()) << schemas;
    return openapi::Load(parsed.document, {.uri = "file:///api.yaml"}).description;
  }
  static document::Value Root(const openapi::Description& description) {
    for (const openapi::Component& component : description.schemas) {
      if (component.name == "Root") {
        return component.source;
      }
    }
    return {};
  }
};

}  // namespace accord::breaking::api
