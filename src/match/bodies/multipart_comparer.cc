#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/match/multipart_parser.h"
#include "accord/match/rule_resolver.h"
#include "accord/pact/path.h"

#include "match/body_comparer.h"
#include "match/headers.h"
#include "match/matchers.h"
#include "match/value_text.h"

namespace accord::match {
namespace {

using pact::PathToken;

constexpr std::size_t kMaxDepth = 10;

// The boundary of a body, from its media type or else from its Content-Type header.
std::string BoundaryOf(const base::MediaType& type, const std::vector<pact::Header>& headers) {
  if (const std::string* boundary = type.Parameter("boundary")) {
    return *boundary;
  }
  const pact::Header* header = pact::FindHeader(headers, "Content-Type");
  const auto parsed = header == nullptr || header->values.empty()
                          ? std::nullopt
                          : base::MediaType::Parse(header->values.front());
  const std::string* boundary = parsed ? parsed->Parameter("boundary") : nullptr;
  return boundary == nullptr ? std::string() : *boundary;
}

bool IsStepTo(const PathToken& token, const std::string& name, std::size_t index) {
  switch (token.kind) {
    case PathToken::Kind::kField:
      return token.name == (name.empty() ? std::to_string(index) : name);
    case PathToken::Kind::kIndex:
      return name.empty() && token.index == index;
    case PathToken::Kind::kStar:
      return true;
    case PathToken::Kind::kStarIndex:
      return name.empty();
    case PathToken::Kind::kRoot:
      break;
  }
  return false;
}

// The rules of one part, as if it were a body of its own.
pact::RuleCategory RulesOfPart(const pact::RuleCategory& rules,
                               const std::string& name,
                               std::size_t index) {
  pact::RuleCategory inside;
  for (const pact::RuleEntry& entry : rules) {
    const std::vector<PathToken>& tokens = entry.path.tokens();
    if (tokens.size() < 2 || !IsStepTo(tokens[1], name, index)) {
      continue;
    }
    std::vector<PathToken> rest = {tokens.front()};
    rest.insert(rest.end(), tokens.begin() + 2, tokens.end());
    inside.push_back({entry.key, pact::PathExpression(std::move(rest)), entry.list});
  }
  return inside;
}

// Finds the received part for each expected one: the same name, the first for the first, the second
// for the second; without a name the same place.
class PartFinder {
 public:
  explicit PartFinder(const std::vector<MultipartPart>& parts) : parts_(parts) {
    for (std::size_t i = parts.size(); i-- > 0;) {
      by_name_[parts[i].name].push_back(i);
    }
  }

  const MultipartPart* Take(const std::string& name, std::size_t index) {
    if (name.empty()) {
      return index < parts_.size() && parts_[index].name.empty() ? &parts_[index] : nullptr;
    }
    const auto found = by_name_.find(name);
    if (found == by_name_.end() || found->second.empty()) {
      return nullptr;
    }
    const std::size_t next = found->second.back();
    found->second.pop_back();
    return &parts_[next];
  }

 private:
  const std::vector<MultipartPart>& parts_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_name_;
};

class MultipartComparison {
 public:
  MultipartComparison(const BodyContext& context,
                      std::string path,
                      std::size_t depth,
                      std::vector<Mismatch>& out)
      : context_(context), path_(std::move(path)), depth_(depth), out_(out) {}

  void Run() {
    if (depth_ > kMaxDepth) {
      Add("The multipart body is nested too deeply to be compared", path_);
      return;
    }
    const auto expected =
        Parse("expected", context_.expected, context_.expected_type, context_.expected_headers);
    const auto actual =
        Parse("actual", context_.actual, context_.actual_type, context_.actual_headers);
    if (!expected || !actual) {
      return;
    }
    PartFinder finder(*actual);
    for (std::size_t i = 0; i < expected->size(); ++i) {
      const MultipartPart& wanted = (*expected)[i];
      const std::string label = wanted.name.empty() ? std::to_string(i) : wanted.name;
      const std::string path = PathOf(wanted, i);
      if (const MultipartPart* found = finder.Take(wanted.name, i)) {
        ComparePart({wanted, *found, i, label, path});
      } else {
        Add(fmt::format("Expected a MIME part {} but was missing", Quoted(label)), path);
      }
    }
  }

 private:
  struct Pair {
    const MultipartPart& expected;
    const MultipartPart& actual;
    std::size_t index;
    const std::string& label;
    const std::string& path;
  };

  std::string PathOf(const MultipartPart& part, std::size_t index) const {
    std::string path = path_;
    if (part.name.empty()) {
      pact::AppendIndex(path, index);
    } else {
      pact::AppendField(path, part.name);
    }
    return path;
  }

  void Add(std::string message, std::string path) {
    AddMismatch(
        std::move(message), {Part::kBody, std::move(path), {}, {}, context_.expected.source}, out_);
  }

  std::optional<std::vector<MultipartPart>> Parse(std::string_view side,
                                                  const pact::Body& body,
                                                  const base::MediaType& type,
                                                  const std::vector<pact::Header>& headers) {
    auto parts = ParseMultipart(body.Bytes(), BoundaryOf(type, headers));
    if (parts) {
      return std::move(parts).value();
    }
    Add(fmt::format("Failed to parse the {} body as a MIME multipart body: {}",
                    side,
                    parts.error().message),
        path_);
    return std::nullopt;
  }

  void ComparePart(const Pair& pair) {
    if (pair.expected.is_file != pair.actual.is_file) {
      Add(fmt::format("Expected a MIME {} {} but was {}",
                      pair.expected.is_file ? "file" : "field",
                      Quoted(pair.label),
                      pair.actual.is_file ? "file" : "field"),
          pair.path);
      return;
    }
    CompareHeaders(pair);
    const auto expected_type = base::MediaType::Parse(pair.expected.ContentType());
    const auto actual_type = base::MediaType::Parse(pair.actual.ContentType());
    const bool comparable = !expected_type || !actual_type ||
                            base::IsEquivalent(*expected_type, *actual_type) ||
                            base::IsEquivalent(*expected_type, actual_type->BaseType());
    if (!comparable) {
      Add(fmt::format("MIME part {}: Expected a body of '{}' but the actual content type was '{}'",
                      Quoted(pair.label),
                      expected_type->ToString(),
                      actual_type->ToString()),
          pair.path);
      return;
    }
    const base::MediaType fallback = pair.expected.is_file
                                         ? base::MediaType{"application", "octet-stream", {}}
                                         : base::MediaType{"text", "plain", {}};
    CompareContent(pair, expected_type.value_or(fallback), actual_type.value_or(fallback));
  }

  // The disposition was used to find the part; type and encoding are judged by the content.
  void CompareHeaders(const Pair& pair) {
    std::vector<pact::Header> expected = pair.expected.headers;
    std::erase_if(expected, [](const pact::Header& header) {
      return base::EqualsIgnoreCase(header.name, "Content-Disposition") ||
             base::EqualsIgnoreCase(header.name, "Content-Type") ||
             base::EqualsIgnoreCase(header.name, "Content-Transfer-Encoding");
    });
    const std::size_t before = out_.size();
    match::CompareHeaders(expected, pair.actual.headers, {}, {}, out_);
    for (std::size_t i = before; i < out_.size(); ++i) {
      Mismatch& mismatch = out_[i];
      mismatch.part = Part::kBody;
      mismatch.message = fmt::format("MIME part {}: {}", Quoted(pair.label), mismatch.message);
      std::string path = pair.path;
      pact::AppendField(path, mismatch.name);
      mismatch.name = std::move(path);
      mismatch.source = context_.expected.source;
    }
  }

  void CompareContent(const Pair& pair,
                      const base::MediaType& expected_type,
                      const base::MediaType& actual_type) {
    const pact::RuleCategory rules = RulesOfPart(context_.rules, pair.expected.name, pair.index);
    pact::Body expected = pact::Body::Of(pair.expected.content, expected_type.ToString());
    const pact::Body actual = pact::Body::Of(pair.actual.content, actual_type.ToString());
    expected.source = context_.expected.source;
    const BodyContext inside{expected,
                             actual,
                             expected_type,
                             actual_type,
                             rules,
                             pair.expected.headers,
                             pair.actual.headers,
                             context_.allow_unexpected,
                             context_.options};
    if (expected_type.IsMultipart()) {
      MultipartComparison(inside, pair.path, depth_ + 1, out_).Run();
      return;
    }
    const std::size_t before = out_.size();
    ComparerOf(expected_type, rules).Compare(inside, out_);
    for (std::size_t i = before; i < out_.size(); ++i) {
      out_[i].name = pair.path + out_[i].name.substr(std::min<std::size_t>(1, out_[i].name.size()));
    }
  }

  static const BodyComparer& ComparerOf(const base::MediaType& type,
                                        const pact::RuleCategory& rules) {
    const RuleIndex index(rules);
    return RuleWalker(index).rules().HasOwn(pact::Matcher::kContentType)
               ? BinaryComparer()
               : FindBodyComparer(type, rules);
  }

  const BodyContext& context_;
  std::string path_;
  std::size_t depth_;
  std::vector<Mismatch>& out_;
};

class MultipartBodyComparer : public BodyComparer {
 public:
  void Compare(const BodyContext& context, std::vector<Mismatch>& out) const override {
    MultipartComparison(context, "$", 1, out).Run();
  }
};

}  // namespace

const BodyComparer& MultipartComparer() {
  static const MultipartBodyComparer comparer;
  return comparer;
}

}  // namespace accord::match
