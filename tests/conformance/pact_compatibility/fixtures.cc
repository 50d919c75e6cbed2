#include "tests/conformance/pact_compatibility/fixtures.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "accord/base/media_type.h"
#include "accord/base/strings.h"
#include "accord/document/input.h"
#include "accord/document/xml.h"

#include "tests/conformance/pact_compatibility/expectation.h"

namespace accord::compatibility {
namespace {

constexpr std::string_view kFile = "file:";
constexpr std::string_view kJson = "JSON:";
constexpr std::string_view kXml = "XML:";
constexpr std::size_t kMaxFixture = 16U << 20U;

struct Extension {
  std::string_view ending;
  std::string_view type;
};
constexpr std::array<Extension, 5> kExtensions = {{
    {".json", "application/json"},
    {".xml", "application/xml"},
    {".jpg", "image/jpeg"},
    {".pdf", "application/pdf"},
    {".txt", "text/plain"},
}};

std::string FirstOf(std::initializer_list<std::string_view> choices) {
  const auto* found = std::ranges::find_if(choices, [](auto choice) { return !choice.empty(); });
  return found == choices.end() ? "" : std::string(*found);
}

std::string_view After(std::string_view text, std::string_view prefix) {
  return base::Trim(text.substr(text.starts_with(prefix) ? prefix.size() : 0));
}

std::string WithCrLf(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n' && !out.ends_with('\r')) {
      out += '\r';
    }
    out += c;
  }
  return out;
}

const document::XmlElement* Child(const document::XmlElement& parent, std::string_view name) {
  const auto found = std::ranges::find(parent.children, name, &document::XmlElement::name);
  return found == parent.children.end() ? nullptr : &*found;
}

std::string_view Attribute(const document::XmlElement& element, std::string_view name) {
  const auto found = std::ranges::find(element.attributes, name, &document::XmlAttribute::name);
  return found == element.attributes.end() ? "" : std::string_view(found->value);
}

/// The `-body.xml` form: media type and contents of a body in one XML document.
pact::Body DescribedBody(std::string_view xml) {
  const document::XmlElement root = Unwrap(document::ParseXml(xml));
  const document::XmlElement* contents = Child(root, "contents");
  Require(contents != nullptr, "the body fixture has no contents");
  std::string bytes(base::Trim(contents->text));
  bool binary = false;
  if (Attribute(*contents, "encoding") == "base64") {
    const auto decoded = base::Base64Decode(bytes);
    Require(decoded.has_value(), "the body fixture is no base64");
    bytes = *decoded;
    binary = true;
  } else if (Attribute(*contents, "eol") == "CRLF") {
    bytes = WithCrLf(bytes);
  }
  const document::XmlElement* type = Child(root, "contentType");
  return pact::Body::Of(std::move(bytes),
                        type != nullptr ? std::string(base::Trim(type->text))
                        : binary        ? "application/octet-stream"
                                        : "text/plain");
}

}  // namespace

std::string Fixtures::Read(std::string_view name) const {
  return Unwrap(document::ReadFile((folder_ / After(name, kFile)).string(), kMaxFixture));
}

document::Value Fixtures::Json(std::string_view cell) const {
  return cell.starts_with(kJson) ? ParseJson(After(cell, kJson)) : ParseJson(Read(cell));
}

pact::Body Fixtures::FileBody(std::string_view name,
                              std::string_view declared,
                              std::string_view current) const {
  if (name.ends_with("-body.xml")) {
    pact::Body body = DescribedBody(Read(name));
    body.content_type = FirstOf({declared, body.content_type});
    return body;
  }
  const auto* known = std::ranges::find_if(
      kExtensions, [&](const Extension& extension) { return name.ends_with(extension.ending); });
  const std::string_view implied = known == kExtensions.end() ? "" : known->type;
  return pact::Body::Of(Read(name), FirstOf({declared, implied, current, "text/plain"}));
}

std::optional<pact::Body> Fixtures::Body(std::string_view cell,
                                         std::string_view declared,
                                         std::string_view current) const {
  if (cell.empty()) {
    return std::nullopt;
  }
  if (cell.starts_with(kFile)) {
    return FileBody(After(cell, kFile), declared, current);
  }
  if (cell.starts_with(kJson)) {
    return pact::Body::Of(std::string(After(cell, kJson)), FirstOf({declared, "application/json"}));
  }
  if (cell.starts_with(kXml)) {
    return pact::Body::Of(std::string(After(cell, kXml)), FirstOf({declared, "application/xml"}));
  }
  return pact::Body::Of(cell == "EMPTY" ? "" : std::string(cell),
                        FirstOf({declared, current, "text/plain"}));
}

pact::Body AsContract(pact::Body body) {
  const auto type = base::MediaType::Parse(body.content_type);
  if (body.present() && type && type->IsJson() && base::IsUtf8(body.text)) {
    body.json = ParseJson(body.text);
    body.text.clear();
  }
  return body;
}

document::Value ParseJson(std::string_view text) {
  const auto parsed =
      document::Parse("JSON", std::string(text), {.format = document::Format::kJson});
  Require(parsed.ok(), fmt::format("this is no JSON: {}", text));
  return document::Value(parsed.document);
}

document::Value JsonOf(const pact::Body& body) {
  return body.json ? body.json : ParseJson(body.Bytes());
}

document::Value ValueOf(std::string_view cell) {
  if (cell.starts_with(kJson)) {
    return ParseJson(After(cell, kJson));
  }
  document::Builder builder;
  builder.String(cell);
  return document::Value(builder.Finish());
}

}  // namespace accord::compatibility
