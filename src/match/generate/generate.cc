#include "accord/match/generate.h"

#include <algorithm>
#include <cassert>
#include <charconv>

#include <fmt/format.h>

#include "accord/base/strings.h"

#include "match/generate/generate_body.h"
#include "match/generate/generate_run.h"

namespace accord::match {
namespace {

using pact::GeneratorEntry;

void GenerateText(const std::shared_ptr<const pact::Generator>& generator,
                  std::string_view place,
                  std::string& text,
                  GenerateRun& run) {
  if (!generator) {
    return;
  }
  if (const auto made = run.Make(*generator, true, place)) {
    text = made->Text();
  }
}

void GenerateStatus(const std::shared_ptr<const pact::Generator>& generator,
                    int& status,
                    GenerateRun& run) {
  constexpr int kLowest = 100;
  constexpr int kHighest = 999;
  std::string text;
  GenerateText(generator, "the status", text, run);
  if (text.empty()) {
    return;
  }
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < kLowest ||
      value > kHighest) {
    run.Warn(
        fmt::format("The generator for the status made '{}', which is no status; the example "
                    "stays.",
                    base::Ellipsize(text, 100)));
    return;
  }
  status = value;
}

// Every value of a list is made anew; an entry that is absent comes to be with one.
template <typename Text>
void GenerateValues(const GeneratorEntry& entry,
                    const std::string& place,
                    std::vector<Text>& values,
                    GenerateRun& run) {
  const bool absent = values.empty();
  if (absent) {
    values.emplace_back();
  }
  for (Text& value : values) {
    const auto made = run.Make(entry.generator, true, place);
    if (made) {
      value = made->Text();
    } else if (absent) {
      values.clear();
      return;
    }
  }
}

void GenerateHeaders(const std::vector<GeneratorEntry>& entries,
                     std::vector<pact::Header>& headers,
                     GenerateRun& run) {
  for (const GeneratorEntry& entry : entries) {
    const auto found = std::ranges::find_if(headers, [&entry](const pact::Header& header) {
      return base::EqualsIgnoreCase(header.name, entry.key);
    });
    pact::Header added{entry.key, {}};
    pact::Header& header = found == headers.end() ? added : *found;
    GenerateValues(entry, "header " + entry.key, header.values, run);
    if (found == headers.end() && !added.values.empty()) {
      headers.push_back(std::move(added));
    }
  }
}

void GenerateQuery(const std::vector<GeneratorEntry>& entries,
                   std::vector<pact::QueryParameter>& query,
                   GenerateRun& run) {
  for (const GeneratorEntry& entry : entries) {
    const auto found = std::ranges::find(query, entry.key, &pact::QueryParameter::name);
    pact::QueryParameter added{entry.key, {}};
    pact::QueryParameter& parameter = found == query.end() ? added : *found;
    GenerateValues(entry, "query parameter " + entry.key, parameter.values, run);
    if (found == query.end() && !added.values.empty()) {
      query.push_back(std::move(added));
    }
  }
}

void GenerateMetadata(const std::vector<GeneratorEntry>& entries,
                      pact::Metadata& metadata,
                      GenerateRun& run) {
  for (const GeneratorEntry& entry : entries) {
    const auto found = std::ranges::find_if(
        metadata, [&entry](const auto& item) { return item.first == entry.key; });
    const bool text = found == metadata.end() || !found->second || found->second->is_string();
    const auto made = run.Make(entry.generator, text, "metadata " + entry.key);
    if (!made) {
      continue;
    }
    document::Builder builder;
    made->Write(builder);
    document::Value value(builder.Finish("generated"));
    if (found == metadata.end()) {
      metadata.emplace_back(entry.key, std::move(value));
    } else {
      found->second = std::move(value);
    }
  }
}

}  // namespace

pact::Request Generate(const pact::Request& request,
                       GeneratorContext& context,
                       std::vector<std::string>& warnings) {
  assert(context.random != nullptr);
  pact::Request made = request;
  GenerateRun run(context, warnings);
  GenerateText(request.generators.method, "the method", made.method, run);
  made.method = base::ToUpperAscii(made.method);
  GenerateText(request.generators.path, "the path", made.path, run);
  GenerateHeaders(request.generators.header, made.headers, run);
  GenerateQuery(request.generators.query, made.query, run);
  GenerateBody(made.body, request.ContentType(), request.generators.body, request.rules.body, run);
  return made;
}

pact::Response Generate(const pact::Response& response,
                        GeneratorContext& context,
                        std::vector<std::string>& warnings) {
  assert(context.random != nullptr);
  pact::Response made = response;
  GenerateRun run(context, warnings);
  GenerateStatus(response.generators.status, made.status, run);
  GenerateHeaders(response.generators.header, made.headers, run);
  GenerateBody(
      made.body, response.ContentType(), response.generators.body, response.rules.body, run);
  return made;
}

pact::Message Generate(const pact::Message& message,
                       GeneratorContext& context,
                       std::vector<std::string>& warnings) {
  assert(context.random != nullptr);
  pact::Message made = message;
  GenerateRun run(context, warnings);
  GenerateMetadata(message.generators.metadata, made.metadata, run);
  GenerateBody(
      made.contents, message.ContentType(), message.generators.body, message.rules.body, run);
  return made;
}

}  // namespace accord::match
