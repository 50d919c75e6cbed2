#include "breaking/openapi/judge_text.h"

#include <string>
#include <vector>

#include "accord/document/document.h"
#include "accord/schema/validate.h"

namespace accord::breaking::api {
namespace {

using document::Node;

constexpr std::size_t kMostScalars = 5;

/// The scalars in a value, in order.
void CollectScalars(const Node& value, std::vector<const Node*>& scalars) {
  if (!value.is_container()) {
    scalars.push_back(&value);
  }
  for (const Node& item : value.items()) {
    CollectScalars(item, scalars);
  }
  for (const document::Member& member : value.members()) {
    CollectScalars(member.value, scalars);
  }
}

document::DocumentPtr StringOf(std::string_view text) {
  document::Builder builder;
  builder.String(text);
  return builder.Finish();
}

std::string SpellingOf(const Node& scalar) {
  if (scalar.is_bool()) {
    return scalar.boolean() ? "true" : "false";
  }
  return std::string(scalar.text());
}

/// All that the text of a scalar can be taken for.
std::vector<document::DocumentPtr> ReadingsOf(const Node& scalar) {
  const std::string text = SpellingOf(scalar);
  std::vector<document::DocumentPtr> readings = {StringOf(text)};
  if (text.empty()) {
    document::Builder builder;
    builder.Null();
    readings.push_back(builder.Finish());
  }
  const document::LoadResult parsed =
      document::Parse("value", text, {.format = document::Format::kJson});
  if (parsed.document &&
      (parsed.document->root().is_number() || parsed.document->root().is_bool())) {
    readings.push_back(parsed.document);
  }
  return readings;
}

/// A copy with other scalars.
void CopyWith(const Node& value,
              const std::vector<const Node*>& scalars,
              std::size_t& next,
              document::Builder& builder) {
  if (value.is_array()) {
    builder.StartArray();
    for (const Node& item : value.items()) {
      CopyWith(item, scalars, next, builder);
    }
    builder.EndArray();
  } else if (value.is_object()) {
    builder.StartObject();
    for (const document::Member& member : value.members()) {
      builder.Key(member.key());
      CopyWith(member.value, scalars, next, builder);
    }
    builder.EndObject();
  } else {
    builder.Copy(*scalars[next++]);
  }
}

class Readings {
 public:
  Readings(const schema::Schema& schema, const schema::SchemaNode& node, bool exploded)
      : schema_(schema), node_(node), exploded_(exploded) {}

  std::optional<bool> SomeFits(const Node& value) {
    std::vector<const Node*> scalars;
    CollectScalars(value, scalars);
    if (scalars.size() > kMostScalars) {
      return std::nullopt;
    }
    std::vector<std::vector<document::DocumentPtr>> readings;
    readings.reserve(scalars.size());
    for (const Node* scalar : scalars) {
      readings.push_back(ReadingsOf(*scalar));
    }
    std::vector<std::size_t> chosen(scalars.size(), 0);
    while (true) {
      for (std::size_t i = 0; i < scalars.size(); ++i) {
        scalars[i] = &readings[i][chosen[i]]->root();
      }
      if (Fits(value, scalars)) {
        return true;
      }
      std::size_t at = 0;
      while (at < chosen.size() && ++chosen[at] == readings[at].size()) {
        chosen[at++] = 0;
      }
      if (at == chosen.size()) {
        return false;
      }
    }
  }

 private:
  bool Fits(const Node& value, const std::vector<const Node*>& scalars) const {
    const auto fits = [&](bool in_list, const Node& shape) {
      document::Builder builder;
      std::size_t next = 0;
      if (in_list) {
        builder.StartArray();
      }
      CopyWith(shape, scalars, next, builder);
      if (in_list) {
        builder.EndArray();
      }
      return IsValid(schema_, node_, builder.Finish()->root());
    };
    if (fits(false, value)) {
      return true;
    }
    if (!exploded_ || value.is_object()) {
      return false;
    }
    return value.is_array() ? value.items().size() == 1 && fits(false, value.items().front())
                            : fits(true, value);
  }

  const schema::Schema& schema_;
  const schema::SchemaNode& node_;
  const bool exploded_;
};

}  // namespace

std::optional<bool> FitsAsText(const schema::Schema& schema,
                               const schema::SchemaNode& node,
                               const Node& value,
                               bool exploded) {
  return Readings(schema, node, exploded).SomeFits(value);
}

}  // namespace accord::breaking::api
