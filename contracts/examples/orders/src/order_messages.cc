#include "order_messages.h"

#include <string>

#include "accord/base/strings.h"
#include "accord/document/document.h"

#include "orders_api.h"

namespace orders {
namespace {

using accord::document::Builder;
using accord::net::ServerRequest;
using accord::net::ServerResponse;

std::string PaidMessage(const Order& order, Form form) {
  Builder out;
  out.StartObject();
  out.Key("orderId");
  out.Integer(order.id);
  if (form == Form::kAgreed) {
    out.Key("email");
    out.String(order.email);
  }
  out.Key("total");
  out.Number(FormatCents(order.TotalCents()));
  out.Key("currency");
  out.String("EUR");
  out.Key("paidAt");
  out.String(order.created_at);
  out.EndObject();
  return WriteJson(out.Finish()->root());
}

std::string Metadata(const Order& order) {
  Builder out;
  out.StartObject();
  out.Key("topic");
  out.String("orders.paid");
  out.Key("partitionKey");
  out.String(order.customer_id);
  out.EndObject();
  return WriteJson(out.Finish()->root(), {.indent = 0});
}

}  // namespace

ServerResponse OrderMessages::Answer(const ServerRequest& request) const {
  const accord::document::LoadResult json =
      accord::document::Parse("request", request.body, {.format = accord::document::Format::kJson});
  const accord::document::Node* description =
      json.ok() ? json.document->root().Find("description") : nullptr;
  if (description == nullptr || description->text() != "an order was paid") {
    return JsonResponse(404, ErrorJson("this service sends no such message"));
  }
  const std::vector<const Order*> paid = store_.List(Status::kPaid, 1);
  if (paid.empty()) {
    return JsonResponse(409, ErrorJson("no order is paid"));
  }
  ServerResponse response = JsonResponse(200, PaidMessage(*paid.front(), form_));
  response.headers.emplace_back("Pact-Message-Metadata",
                                accord::base::Base64Encode(Metadata(*paid.front())));
  return response;
}

}  // namespace orders
