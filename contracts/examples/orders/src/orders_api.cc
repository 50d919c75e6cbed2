#include "orders_api.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "accord/base/strings.h"

namespace orders {
namespace {

using accord::net::ServerRequest;
using accord::net::ServerResponse;

constexpr std::string_view kOrders = "/orders";
constexpr std::size_t kDefaultLimit = 20;
constexpr std::size_t kMaxLimit = 100;

ServerResponse Error(int status, std::string_view why) {
  return JsonResponse(status, ErrorJson(why));
}

ServerResponse NotAllowed(std::string allow) {
  ServerResponse response = Error(405, "this method is not allowed here");
  response.headers.emplace_back("Allow", std::move(allow));
  return response;
}

template <typename Number>
bool ParseWhole(std::string_view text, Number& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc{} && end == text.data() + text.size();
}

}  // namespace

ServerResponse JsonResponse(int status, std::string body) {
  return {status, {{"Content-Type", "application/json; charset=utf-8"}}, std::move(body)};
}

ServerResponse OrdersApi::Answer(const ServerRequest& request) {
  std::string_view path = request.path();
  if (!path.starts_with(kOrders)) {
    return Error(404, "nothing lives here");
  }
  path.remove_prefix(kOrders.size());
  if (path.empty()) {
    if (request.method == "GET") {
      return List(request);
    }
    return request.method == "POST" ? Place(request) : NotAllowed("GET, POST");
  }
  std::int64_t id = 0;
  const std::size_t slash = path.find('/', 1);
  Order* order =
      path.front() == '/' && ParseWhole(path.substr(1, slash - 1), id) ? store_.Find(id) : nullptr;
  if (order == nullptr) {
    return Error(404, "there is no such order");
  }
  return AnswerOne(request, *order, slash == std::string_view::npos ? "" : path.substr(slash));
}

ServerResponse OrdersApi::List(const ServerRequest& request) const {
  std::optional<Status> status;
  std::size_t limit = kDefaultLimit;
  for (const std::string_view pair : accord::base::Split(request.query(), '&')) {
    const std::size_t equals = std::min(pair.find('='), pair.size());
    const std::string_view name = pair.substr(0, equals);
    const std::string value =
        accord::base::PercentDecode(pair.substr(std::min(equals + 1, pair.size())), true);
    if (name == "status") {
      status = ParseStatus(value);
      if (!status) {
        return Error(400, "there is no such status");
      }
    } else if (name == "limit" && (!ParseWhole(value, limit) || limit < 1 || limit > kMaxLimit)) {
      return Error(400, "limit is a number from 1 to 100");
    }
  }
  return JsonResponse(200, OrderListJson(store_.List(status, limit), form_));
}

ServerResponse OrdersApi::Place(const ServerRequest& request) {
  const accord::document::LoadResult json =
      accord::document::Parse("request", request.body, {.format = accord::document::Format::kJson});
  if (!json.ok()) {
    return Error(400, "the body is not JSON");
  }
  std::optional<Order> order = ReadNewOrder(json.document->root());
  if (!order) {
    return Error(422, "an order needs a customer and lines with sku, quantity and price");
  }
  const Order& placed = store_.Add(*std::move(order));
  ServerResponse response = JsonResponse(201, OrderJson(placed, form_));
  response.headers.emplace_back("Location", "/orders/" + std::to_string(placed.id));
  return response;
}

ServerResponse OrdersApi::AnswerOne(const ServerRequest& request,
                                    Order& order,
                                    std::string_view part) const {
  if (part.empty() && request.method == "DELETE") {
    return Cancel(order);
  }
  if (request.method != "GET") {
    return NotAllowed(part.empty() ? "GET, DELETE" : "GET");
  }
  if (part.empty()) {
    return JsonResponse(200, OrderJson(order, form_));
  }
  if (part == "/invoice.xml") {
    return {200, {{"Content-Type", "application/xml; charset=utf-8"}}, InvoiceXml(order)};
  }
  return Error(404, "an order has an invoice.xml, nothing else");
}

ServerResponse OrdersApi::Cancel(Order& order) const {
  if (order.status == Status::kShipped) {
    return Error(409, "the order is on its way already");
  }
  order.status = Status::kCancelled;
  if (form_ == Form::kBroken) {
    return JsonResponse(200, OrderJson(order, form_));
  }
  return {204, {}, ""};
}

}  // namespace orders
