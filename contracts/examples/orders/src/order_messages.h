#pragma once

#include "accord/net/http_server.h"

#include "order_json.h"
#include "order_store.h"

namespace orders {

/// Hands out what the service would put on its message queue, so that it can be verified without
/// the queue.
class OrderMessages {
 public:
  OrderMessages(OrderStore& store, Form form) : store_(store), form_(form) {}
  /// POST with `{"description", "providerStates"}`; the body of the answer is the message, its
  /// metadata stand in the header Pact-Message-Metadata.
  accord::net::ServerResponse Answer(const accord::net::ServerRequest& request) const;

 private:
  OrderStore& store_;
  Form form_;
};

}  // namespace orders
