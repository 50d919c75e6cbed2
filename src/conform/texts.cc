#include "conform/texts.h"

#include <fmt/format.h>

#include "accord/base/media_type.h"
#include "accord/schema/validate.h"

namespace accord::conform {

DescribedText Describe(const openapi::Parameter& parameter) {
  return {{parameter.name, parameter.style, parameter.explode},
          &parameter.schema,
          &parameter.content,
          &parameter.source};
}

DescribedText Describe(const openapi::Header& header) {
  return {{header.name, "simple", header.explode}, &header.schema, &header.content, &header.source};
}

const CompiledSchema* Texts::SchemaOf(const DescribedText& described, const std::string& name) {
  const document::Value* schema = described.schema;
  if (!*schema && !described.content->empty()) {
    if (!IsJson(described)) {
      remarks_.NotChecked(fmt::format("{} ({})", name, described.content->front().name));
      return nullptr;
    }
    schema = &described.content->front().schema;
  }
  if (!*schema) {
    return nullptr;
  }
  const CompiledSchema& compiled = schemas_.Of(api_, *schema, schema::View::kWhole);
  if (!compiled.usable()) {
    remarks_.NotChecked(fmt::format("{}: its schema cannot be used: {}", name, compiled.problem));
    return nullptr;
  }
  return &compiled;
}

bool Texts::IsJson(const DescribedText& described) {
  if (described.content->empty()) {
    return false;
  }
  const auto type = base::MediaType::Parse(described.content->front().name);
  return type && type->IsJson();
}

bool Texts::Fits(const DescribedText& described, std::string_view text) {
  const CompiledSchema* const schema = SchemaOf(described, described.spelling.name);
  return schema == nullptr || Fitting(described, *schema, text) != nullptr;
}

document::DocumentPtr Texts::Fitting(const DescribedText& described,
                                     const CompiledSchema& schema,
                                     std::string_view text) {
  if (IsJson(described)) {
    document::LoadResult value = document::Parse("", std::string(text));
    return value.document && schema.Fits(value.document->root()) ? value.document : nullptr;
  }
  for (const Wire& reading : ReadText(described.spelling, text, TypesOf(*schema.root))) {
    if (document::DocumentPtr value = Typed(reading, schema); schema.Fits(value->root())) {
      return value;
    }
  }
  return nullptr;
}

void Texts::Check(const DescribedText& described,
                  std::string_view text,
                  const TextSubject& subject) {
  const CompiledSchema* const schema = SchemaOf(described, subject.name);
  if (schema == nullptr) {
    return;
  }
  if (IsJson(described)) {
    CheckJson(*schema, text, subject);
    return;
  }
  CheckReadings(
      described, *schema, ReadText(described.spelling, text, TypesOf(*schema->root)), subject);
}

void Texts::CheckJson(const CompiledSchema& schema,
                      std::string_view text,
                      const TextSubject& subject) {
  const document::LoadResult value =
      document::Parse("", std::string(text), {.format = document::Format::kJson});
  if (value.document) {
    Report(schema, value.document, subject);
  } else {
    remarks_.Add(*subject.rule, fmt::format("{} is no JSON", subject.name), subject.place);
  }
}

void Texts::CheckReadings(const DescribedText& described,
                          const CompiledSchema& schema,
                          const std::vector<Wire>& readings,
                          const TextSubject& subject) {
  if (IsJson(described) && readings.size() == 1 && readings.front().kind == Wire::Kind::kText) {
    CheckJson(schema, readings.front().text, subject);
    return;
  }
  document::DocumentPtr closest;
  std::size_t fewest = 0;
  for (const Wire& reading : readings) {
    const document::DocumentPtr value = Typed(reading, schema);
    const std::size_t problems = schema.Explain(document::Value(value)).size();
    if (problems == 0) {
      return;
    }
    // The later ones take the text further apart.
    if (closest == nullptr || problems <= fewest) {
      closest = value;
      fewest = problems;
    }
  }
  if (closest != nullptr) {
    Report(schema, closest, subject);
  }
}

void Texts::Report(const CompiledSchema& schema,
                   const document::DocumentPtr& value,
                   const TextSubject& subject) {
  constexpr std::string_view kRoot = "the document ";
  for (finding::Finding& fault : schema.Explain(document::Value(value))) {
    const bool of_root = std::string_view(fault.message).starts_with(kRoot);
    Place place = subject.place;
    place.path += fault.path.substr(1);
    place.described = fault.related.empty() ? place.described : fault.related.front().span;
    finding::Finding& finding = remarks_.Add(
        *subject.rule,
        of_root ? fmt::format("{} {}", subject.name, fault.message.substr(kRoot.size()))
                : fmt::format("{}: {}", subject.name, fault.message),
        std::move(place));
    finding.expected = std::move(fault.expected);
    finding.actual = std::move(fault.actual);
  }
}

}  // namespace accord::conform
