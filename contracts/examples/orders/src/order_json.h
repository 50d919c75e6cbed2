#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accord/document/document.h"

#include "order.h"

namespace orders {

/// What the service answers: as agreed, or as after a careless change. Then `total` is called
/// `totalAmount`, quantities are strings, cancelling answers 200 with the order instead of 204, and
/// the message about a payment lacks the email address.
enum class Form { kAgreed, kBroken };

/// One order as a JSON object.
std::string OrderJson(const Order& order, Form form);
/// `{"orders": […], "count": n}`
std::string OrderListJson(const std::vector<const Order*>& orders, Form form);
/// `{"error": why}`
std::string ErrorJson(std::string_view why);
/// The invoice of an order (XML).
std::string InvoiceXml(const Order& order);

/// What a customer sends to place an order; nullopt when something is missing or of a wrong type.
std::optional<Order> ReadNewOrder(const accord::document::Node& json);

}  // namespace orders
