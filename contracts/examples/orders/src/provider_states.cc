#include "provider_states.h"

#include <algorithm>
#include <string>

#include "accord/document/document.h"

#include "order_json.h"
#include "orders_api.h"

namespace orders {
namespace {

using accord::document::Builder;
using accord::document::Node;
using accord::net::ServerRequest;
using accord::net::ServerResponse;

std::string_view Text(const Node* object, std::string_view key, std::string_view fallback) {
  const Node* value = object == nullptr ? nullptr : object->Find(key);
  return value != nullptr && value->is_string() ? value->text() : fallback;
}

std::int64_t Number(const Node* object, std::string_view key, std::int64_t fallback) {
  const Node* value = object == nullptr ? nullptr : object->Find(key);
  std::int64_t number = fallback;
  if (value != nullptr && value->is_number()) {
    accord::document::ToInt64(*value, number);
  }
  return number;
}

Order Sample(Status status) {
  Order order;
  order.status = status;
  order.customer_id = "C-1042";
  order.email = "ada@example.org";
  order.lines = {{"MUG-BLUE", 2, 750}, {"TEA-EARL-GREY", 1, 1990}};
  return order;
}

}  // namespace

ServerResponse ProviderStates::Answer(const ServerRequest& request) {
  const accord::document::LoadResult json =
      accord::document::Parse("request", request.body, {.format = accord::document::Format::kJson});
  if (!json.ok()) {
    return JsonResponse(400, ErrorJson("the body is not JSON"));
  }
  const Node& root = json.document->root();
  if (Text(&root, "action", "setup") == "teardown") {
    store_.Clear();
    return JsonResponse(200, "{}");
  }
  return SetUp(Text(&root, "state", ""), root.Find("params"));
}

ServerResponse ProviderStates::SetUp(std::string_view state, const Node* params) {
  if (state.empty()) {
    return JsonResponse(200, "{}");
  }
  if (state == "no orders exist") {
    store_.Clear();
    return JsonResponse(200, "{}");
  }
  const std::optional<Status> status = ParseStatus(Text(params, "status", "open"));
  if (!status) {
    return JsonResponse(400, ErrorJson("the parameter status is not a status"));
  }
  if (state == "an order exists") {
    const Order& order = store_.Add(Sample(*status));
    Builder values;
    values.StartObject();
    values.Key("orderId");
    values.Integer(order.id);
    values.EndObject();
    return JsonResponse(200, WriteJson(values.Finish()->root()));
  }
  if (state == "several orders exist") {
    for (std::int64_t i = 0; i < std::min<std::int64_t>(100, Number(params, "count", 3)); ++i) {
      store_.Add(Sample(*status));
    }
    return JsonResponse(200, "{}");
  }
  return JsonResponse(400, ErrorJson("there is no provider state '" + std::string(state) + "'"));
}

}  // namespace orders
