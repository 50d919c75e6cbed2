#pragma once

#include "accord/document/node.h"
#include "accord/net/http_server.h"

#include "order_store.h"

namespace orders {

/// Sets the store up for an interaction and empties it again afterwards.
class ProviderStates {
 public:
  explicit ProviderStates(OrderStore& store) : store_(store) {}
  /// POST with `{"state", "params", "action"}`; answers values for the interaction as JSON.
  accord::net::ServerResponse Answer(const accord::net::ServerRequest& request);

 private:
  accord::net::ServerResponse SetUp(std::string_view state, const accord::document::Node* params);

  OrderStore& store_;
};

}  // namespace orders
