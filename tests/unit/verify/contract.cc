#include "tests/unit/verify/contract.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "accord/pact/read.h"

namespace accord::verify {

pact::Pact ContractOf(std::string_view interactions) {
  const auto loaded = document::Parse(
      "contract.json",
      fmt::format(R"({{"consumer": {{"name": "web"}}, "provider": {{"name": "orders"}},
"interactions": [{}], "metadata": {{"pactSpecification": {{"version": "4.0"}}}}}})",
                  interactions));
  EXPECT_TRUE(loaded.ok());
  auto read = pact::Read(loaded.document);
  for (const auto& finding : read.findings) {
    ADD_FAILURE() << ToString(finding.span) << ": " << finding.message;
  }
  EXPECT_TRUE(read.pact.has_value());
  return read.pact ? std::move(*read.pact) : pact::Pact{};
}

std::string Interaction(std::string_view description,
                        std::string_view path,
                        std::string_view body,
                        std::string_view more) {
  return fmt::format(
      R"({{"type": "Synchronous/HTTP", "description": "{}", {} "request": {{"path": "{}"}},
"response": {{"status": 200, "body": {{"contentType": "application/json", "encoded": false, "content": {}}}}}}})",
      description,
      more,
      path,
      body);
}

pact::Response JsonResponse(std::string body, int status) {
  pact::Response response;
  response.status = status;
  response.headers = {{"Content-Type", {"application/json"}}};
  response.body = pact::Body::Of(std::move(body), "application/json");
  return response;
}

}  // namespace accord::verify
