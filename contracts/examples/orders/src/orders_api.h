#pragma once

#include "accord/net/http_server.h"

#include "order_json.h"
#include "order_store.h"

namespace orders {

/// The service's own endpoints, under /orders.
class OrdersApi {
 public:
  OrdersApi(OrderStore& store, Form form) : store_(store), form_(form) {}
  accord::net::ServerResponse Answer(const accord::net::ServerRequest& request);

 private:
  accord::net::ServerResponse List(const accord::net::ServerRequest& request) const;
  accord::net::ServerResponse Place(const accord::net::ServerRequest& request);
  accord::net::ServerResponse AnswerOne(const accord::net::ServerRequest& request,
                                        Order& order,
                                        std::string_view part) const;
  accord::net::ServerResponse Cancel(Order& order) const;

  OrderStore& store_;
  Form form_;
};

accord::net::ServerResponse JsonResponse(int status, std::string body);

}  // namespace orders
