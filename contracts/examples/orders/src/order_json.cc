#include "order_json.h"

#include <charconv>
#include <cmath>

#include "accord/document/xml.h"

namespace orders {
namespace {

using accord::document::Builder;
using accord::document::Node;
using accord::document::XmlElement;

constexpr std::string_view kInvoiceNamespace = "urn:example:orders:invoice";

void AddText(Builder& out, std::string_view key, std::string_view value) {
  out.Key(key);
  out.String(value);
}

void WriteLine(const Line& line, Form form, Builder& out) {
  out.StartObject();
  AddText(out, "sku", line.sku);
  out.Key("quantity");
  if (form == Form::kBroken) {
    out.String(std::to_string(line.quantity));
  } else {
    out.Integer(line.quantity);
  }
  out.Key("price");
  out.Number(FormatCents(line.price_cents));
  out.EndObject();
}

void WriteOrder(const Order& order, Form form, Builder& out) {
  out.StartObject();
  out.Key("id");
  out.Integer(order.id);
  AddText(out, "status", ToString(order.status));
  out.Key("customer");
  out.StartObject();
  AddText(out, "id", order.customer_id);
  AddText(out, "email", order.email);
  out.EndObject();
  out.Key("lines");
  out.StartArray();
  for (const Line& line : order.lines) {
    WriteLine(line, form, out);
  }
  out.EndArray();
  out.Key(form == Form::kBroken ? "totalAmount" : "total");
  out.Number(FormatCents(order.TotalCents()));
  AddText(out, "currency", "EUR");
  AddText(out, "createdAt", order.created_at);
  out.EndObject();
}

std::string Finished(Builder& builder) {
  return accord::document::WriteJson(builder.Finish()->root());
}

XmlElement Element(std::string name, std::string text = {}) {
  XmlElement element;
  element.uri = kInvoiceNamespace;
  element.name = std::move(name);
  element.text = std::move(text);
  return element;
}

bool ReadText(const Node& object, std::string_view key, std::string& out) {
  const Node* value = object.Find(key);
  if (value == nullptr || !value->is_string() || value->text().empty()) {
    return false;
  }
  out = value->text();
  return true;
}

bool ReadCents(const Node* value, std::int64_t& cents) {
  if (value == nullptr || !value->is_number()) {
    return false;
  }
  double price = 0;
  const std::string_view text = value->text();
  std::from_chars(text.data(), text.data() + text.size(), price);
  constexpr double kDearest = 1e6;
  cents = price >= 0 && price <= kDearest ? std::llround(price * 100) : -1;
  return cents >= 0;
}

bool ReadLine(const Node& json, Line& line) {
  constexpr std::int64_t kMany = 1000;
  const Node* quantity = json.Find("quantity");
  return ReadText(json, "sku", line.sku) && quantity != nullptr && quantity->is_number() &&
         accord::document::ToInt64(*quantity, line.quantity) && line.quantity > 0 &&
         line.quantity <= kMany && ReadCents(json.Find("price"), line.price_cents);
}

}  // namespace

std::string OrderJson(const Order& order, Form form) {
  Builder out;
  WriteOrder(order, form, out);
  return Finished(out);
}

std::string OrderListJson(const std::vector<const Order*>& orders, Form form) {
  Builder out;
  out.StartObject();
  out.Key("orders");
  out.StartArray();
  for (const Order* order : orders) {
    WriteOrder(*order, form, out);
  }
  out.EndArray();
  out.Key("count");
  out.Integer(static_cast<std::int64_t>(orders.size()));
  out.EndObject();
  return Finished(out);
}

std::string ErrorJson(std::string_view why) {
  Builder out;
  out.StartObject();
  AddText(out, "error", why);
  out.EndObject();
  return Finished(out);
}

std::string InvoiceXml(const Order& order) {
  XmlElement invoice = Element("invoice");
  invoice.attributes = {{"", "number", "R-" + std::to_string(order.id)}};
  invoice.children.push_back(Element("customer", order.customer_id));
  XmlElement lines = Element("lines");
  for (const Line& line : order.lines) {
    XmlElement entry = Element("line", FormatCents(line.quantity * line.price_cents));
    entry.attributes = {{"", "sku", line.sku}, {"", "quantity", std::to_string(line.quantity)}};
    lines.children.push_back(std::move(entry));
  }
  invoice.children.push_back(std::move(lines));
  XmlElement total = Element("total", FormatCents(order.TotalCents()));
  total.attributes = {{"", "currency", "EUR"}};
  invoice.children.push_back(std::move(total));
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + accord::document::WriteXml(invoice) +
         "\n";
}

std::optional<Order> ReadNewOrder(const Node& json) {
  Order order;
  const Node* customer = json.Find("customer");
  const Node* lines = json.Find("lines");
  if (customer == nullptr || !ReadText(*customer, "id", order.customer_id) ||
      !ReadText(*customer, "email", order.email) || lines == nullptr || lines->items().empty()) {
    return std::nullopt;
  }
  for (const Node& item : lines->items()) {
    if (!ReadLine(item, order.lines.emplace_back())) {
      return std::nullopt;
    }
  }
  return order;
}

}  // namespace orders
