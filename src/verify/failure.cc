#include "verify/failure.h"

#include <fmt/format.h>

#include "accord/base/strings.h"

#include "verify/container_diff.h"
#include "verify/line_diff.h"
#include "verify/rules.h"

namespace accord::verify {
namespace {

using document::Node;

constexpr std::size_t kDiffLines = 20;
constexpr std::size_t kLongestList = 300;
constexpr std::size_t kLargestDiff = 256U << 10U;

/// The JSON value of a body, parsed again only because something failed.
document::Value JsonOf(const pact::Body& body) {
  if (body.json || !body.present() || body.text.size() > kLargestDiff) {
    return body.json;
  }
  return document::Value(
      document::Parse(
          "body", body.text, {.format = document::Format::kJson, .warn_duplicate_keys = false})
          .document);
}

const Node* Step(const Node& node, const pact::PathToken& token) {
  if (token.kind == pact::PathToken::Kind::kField) {
    return node.Find(token.name);
  }
  if (token.kind == pact::PathToken::Kind::kIndex && token.index < node.items().size()) {
    return &node.items()[token.index];
  }
  return nullptr;
}

const Node* Resolve(const document::Value& root, const pact::PathExpression& path) {
  const Node* node = root.get();
  for (const pact::PathToken& token : path.tokens()) {
    if (node != nullptr && token.kind != pact::PathToken::Kind::kRoot) {
      node = Step(*node, token);
    }
  }
  return node;
}

/// Shows what a body mismatch is about; reads the bodies once for all mismatches of one response.
class BodyView {
 public:
  BodyView(const pact::Body& expected, const pact::Body& actual)
      : expected_(expected), actual_(actual) {}

  void Show(const match::Mismatch& mismatch, finding::Finding& finding) {
    if (mismatch.part != match::Part::kBody || !expected_.present() || !actual_.present()) {
      return;
    }
    if (!parsed_) {
      expected_json_ = JsonOf(expected_);
      actual_json_ = JsonOf(actual_);
      parsed_ = true;
    }
    if (expected_json_ && actual_json_) {
      ShowJson(mismatch, finding);
    } else {
      finding.diff = TextDiff();
    }
  }

 private:
  void ShowJson(const match::Mismatch& mismatch, finding::Finding& finding) const {
    const auto path = pact::PathExpression::Parse(mismatch.name);
    if (!path) {
      return;
    }
    const Node* after = Resolve(actual_json_, *path);
    const Node* before = Resolve(expected_json_, *path);
    if (before == nullptr && mismatch.source) {
      before = mismatch.source.get();  // an item beyond the example, compared with the first one
    }
    if (before == nullptr || after == nullptr) {
      return;
    }
    if (const auto missing = MissingKeys(*before, *after); !missing.empty()) {
      ShowMissing(missing, *before, *after, finding);
    } else {
      finding.expected = Brief(*before);
      finding.actual = Brief(*after);
    }
    finding.diff = ContainerDiff(*before, *after, kDiffLines);
  }

  static void ShowMissing(const std::vector<std::string_view>& missing,
                          const Node& before,
                          const Node& after,
                          finding::Finding& finding) {
    finding.expected.clear();
    finding.actual.clear();
    for (const std::string_view key : missing) {
      finding.expected += fmt::format("{}{}: {}",
                                      finding.expected.empty() ? "" : ", ",
                                      document::QuoteJson(key),
                                      Brief(*before.Find(key)));
      const std::string_view renamed = LikelyRename(key, before, after);
      if (finding.help.empty() && !renamed.empty()) {
        finding.help = fmt::format(
            "the answer has '{}': if '{}' was renamed, send both until every "
            "consumer has moved",
            renamed,
            key);
      }
    }
    finding.expected = base::Ellipsize(finding.expected, kLongestList);
  }

  std::string TextDiff() const {
    const std::string before = expected_.Bytes();
    const std::string after = actual_.Bytes();
    const bool lines =
        before.find('\n') != std::string::npos || after.find('\n') != std::string::npos;
    if (!lines || before.size() + after.size() > kLargestDiff || !base::IsUtf8(before) ||
        !base::IsUtf8(after)) {
      return {};
    }
    return LineDiff(before, after, kDiffLines);
  }

  const pact::Body& expected_;
  const pact::Body& actual_;
  document::Value expected_json_;
  document::Value actual_json_;
  bool parsed_ = false;
};

std::string PathOf(const match::Mismatch& mismatch) {
  switch (mismatch.part) {
    case match::Part::kBody:
      return mismatch.name;
    case match::Part::kHeader:
      return "header " + mismatch.name;
    case match::Part::kMetadata:
      return "metadata " + mismatch.name;
    case match::Part::kQuery:
      return "query " + mismatch.name;
    default:
      return std::string(ToString(mismatch.part));
  }
}

}  // namespace

std::vector<finding::Finding> Explain(const std::vector<match::Mismatch>& mismatches,
                                      const pact::Interaction& interaction,
                                      const pact::Body& expected,
                                      const pact::Body& actual) {
  BodyView view(expected, actual);
  std::vector<finding::Finding> findings;
  for (const match::Mismatch& mismatch : mismatches) {
    const document::Value& place = mismatch.source ? mismatch.source : interaction.source;
    finding::Finding finding =
        finding::Make(RuleFor(mismatch.part), mismatch.message, place.Span());
    finding.path = PathOf(mismatch);
    finding.expected = mismatch.expected;
    finding.actual = mismatch.actual;
    finding.demand = mismatch.demand;
    view.Show(mismatch, finding);
    // Once is enough when several mismatches are about the same text.
    if (!findings.empty() && findings.back().diff == finding.diff) {
      finding.diff.clear();
    }
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace accord::verify
