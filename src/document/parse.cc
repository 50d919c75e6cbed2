#include "document/parse.h"

#include <algorithm>
#include <array>
#include <span>

#include <fmt/format.h>

#include "accord/document/rules.h"

#include "document/encoding.h"
#include "document/json_reader.h"
#include "document/tree_builder.h"
#include "document/yaml_reader.h"

namespace accord::document {
namespace {

using Findings = std::vector<finding::Finding>;

constexpr std::uint32_t kDeepest = 10000;

void CheckEncoding(const Document& document, Findings& findings) {
  const std::string_view foreign = ForeignEncoding(document.source());
  if (!foreign.empty()) {
    findings.push_back(finding::Make(kNotUtf8,
                                     fmt::format("this is {} text; only UTF-8 is read", foreign),
                                     document.SpanOf(0, 0)));
    return;
  }
  const std::size_t bad = FindInvalidUtf8(document.source());
  if (bad != std::string_view::npos) {
    const auto begin = static_cast<std::uint32_t>(bad);
    const auto byte = static_cast<unsigned char>(document.source()[bad]);
    findings.push_back(finding::Make(kNotUtf8,
                                     fmt::format("the byte 0x{:02X} is not UTF-8 here", byte),
                                     document.SpanOf(begin, begin + 1)));
  }
}

bool NamedYaml(std::string_view name) {
  return name.ends_with(".yaml") || name.ends_with(".yml");
}

// What to try, in order. Only the last one's findings are reported.
std::span<const Format> Candidates(const Document& document, char first, Format wanted) {
  static constexpr std::array kJsonThenYaml{Format::kJson, Format::kYaml};
  const std::span both(kJsonThenYaml);
  if (wanted == Format::kAuto && std::string_view("{[").find(first) != std::string_view::npos) {
    return NamedYaml(document.name()) ? both : both.first(1);
  }
  if (wanted == Format::kAuto) {
    const bool scalar = std::string_view("\"-0123456789tfn").find(first) != std::string_view::npos;
    return scalar ? both : both.last(1);
  }
  return wanted == Format::kJson ? both.first(1) : both.last(1);
}

void AddRepeatedKeys(const TreeBuilder& builder, Findings& findings) {
  std::vector<RepeatedKey> keys = builder.repeated_keys();
  std::sort(keys.begin(), keys.end(), [](const RepeatedKey& a, const RepeatedKey& b) {
    return a.later.begin < b.later.begin;
  });
  const Document& document = builder.document();
  for (const RepeatedKey& key : keys) {
    finding::Finding out = finding::Make(
        kDuplicateKey,
        fmt::format("the key {} is repeated; the last one counts", QuoteJson(key.key)),
        document.SpanOf(key.later.begin, key.later.end));
    out.related.push_back({.label = "it already stands here",
                           .span = document.SpanOf(key.earlier.begin, key.earlier.end)});
    findings.push_back(std::move(out));
  }
  if (builder.repeated_key_count() > keys.size()) {
    findings.push_back(finding::Make(
        kDuplicateKey,
        fmt::format("{} more repeated keys are not listed",
                    builder.repeated_key_count() - keys.size()),
        keys.empty() ? finding::Span{}
                     : document.SpanOf(keys.back().later.begin, keys.back().later.end)));
  }
}

LoadResult Refuse(std::string name, const finding::RuleInfo& rule, std::string message) {
  LoadResult result;
  finding::Span span;
  span.file = std::move(name);
  result.findings.push_back(finding::Make(rule, std::move(message), std::move(span)));
  return result;
}

}  // namespace

LoadResult Parse(std::string name, std::string bytes, const LoadOptions& options) {
  if (const std::size_t limit = LargestSource(options); bytes.size() > limit) {
    return TooLarge(std::move(name), bytes.size(), limit);
  }
  TreeBuilder builder(std::move(name), std::move(bytes));
  return ParseInto(builder, options);
}

LoadResult ParseInto(TreeBuilder& builder, const LoadOptions& options) {
  LoadOptions effective = options;
  effective.max_depth = std::min(options.max_depth, kDeepest);

  LoadResult result;
  CheckEncoding(builder.document(), result.findings);
  if (!result.findings.empty()) {
    return result;
  }
  const std::string_view source = builder.source();
  const std::size_t first = source.find_first_not_of(" \t\r\n", BomLength(source));
  if (first == std::string_view::npos) {
    return Refuse(builder.document().name(), kEmptyDocument, "the document is empty");
  }
  for (const Format format : Candidates(builder.document(), source[first], options.format)) {
    result.findings.clear();
    builder.Clear();
    const bool read = format == Format::kJson ? ReadJson(builder, effective, result.findings)
                                              : ReadYaml(builder, effective, result.findings);
    if (read) {
      if (options.warn_duplicate_keys && builder.repeated_key_count() != 0) {
        AddRepeatedKeys(builder, result.findings);
      }
      result.document = builder.Finish(format);
      return result;
    }
  }
  return result;
}

std::size_t LargestSource(const LoadOptions& options) {
  return std::min<std::size_t>(options.max_bytes, 0xFFFFFFFEU);
}

LoadResult TooLarge(std::string name, std::size_t size, std::size_t limit) {
  return Refuse(std::move(name),
                kTooLarge,
                fmt::format("the document has {} bytes; the limit is {}", size, limit));
}

}  // namespace accord::document
