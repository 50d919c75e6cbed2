// A C++ team's program: verifies a contract against a handler in the same process.
#include <cstdio>

#include "accord/document/document.h"
#include "accord/pact/read.h"
#include "accord/verify/verify.h"

int main() {
  const auto loaded = accord::document::Parse("contract.json", R"({
    "consumer": {"name": "web"}, "provider": {"name": "orders"},
    "interactions": [{
      "description": "a request for an order",
      "request": {"method": "GET", "path": "/orders/1"},
      "response": {"status": 200, "headers": {"Content-Type": "application/json"}, "body": {"id": 1},
                   "matchingRules": {"body": {"$.id": {"matchers": [{"match": "integer"}]}}}}
    }],
    "metadata": {"pactSpecification": {"version": "3.0.0"}}
  })");
  const auto contract = accord::pact::Read(loaded.document);
  if (!contract.pact) {
    return 1;
  }
  accord::verify::HandlerProvider provider([](const accord::pact::Request& request) {
    accord::pact::Response response;
    response.status = request.path == "/orders/1" ? 200 : 404;
    response.headers = {{"Content-Type", {"application/json"}}};
    response.body = accord::pact::Body::Of(R"({"id": 42})", "application/json");
    return response;
  });
  const auto selected = accord::verify::Select({&*contract.pact, 1}, {});
  const auto report = accord::verify::Verify(selected, provider, nullptr, {}, nullptr);
  const auto counts = report.Count();
  std::printf("%zu passed, %zu failed\n", counts.passed, counts.failed);
  return counts.passed == 1 ? 0 : 1;
}
