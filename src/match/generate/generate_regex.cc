#include "match/generate/generate_regex.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "accord/base/regex.h"
#include "accord/base/strings.h"

#include "match/generate/generate_regex_parser.h"

namespace accord::match {
namespace {

constexpr std::size_t kMaxBytes = 100'000;
constexpr std::size_t kMaxSteps = 300'000;
constexpr int kAttempts = 30;
constexpr std::size_t kShownBytes = 100;

class Writer {
 public:
  explicit Writer(base::Random& random) : random_(random) {}

  // nullopt when the text would exceed the limits.
  std::optional<std::string> Run(const RegexNode& node) {
    out_.clear();
    steps_ = 0;
    return Write(node) ? std::optional(out_) : std::nullopt;
  }

 private:
  bool Write(const RegexNode& node) {
    if (++steps_ > kMaxSteps || out_.size() > kMaxBytes) {
      return false;
    }
    switch (node.kind) {
      case RegexNode::Kind::kSet:
        WriteOne(node.set);
        return true;
      case RegexNode::Kind::kSequence:
        return std::ranges::all_of(node.children,
                                   [this](const RegexNode& child) { return Write(child); });
      case RegexNode::Kind::kChoice:
        return Write(node.children[static_cast<std::size_t>(
            random_.Between(0, static_cast<std::int64_t>(node.children.size()) - 1))]);
      case RegexNode::Kind::kRepeat:
        break;
    }
    const std::int64_t times = random_.Between(node.min, node.max);
    for (std::int64_t i = 0; i < times; ++i) {
      if (!Write(node.children.front())) {
        return false;
      }
    }
    return true;
  }

  void WriteOne(const CodeSet& set) {
    std::int64_t count = 0;
    for (const CodeRange& range : set) {
      count += std::int64_t{range.high} - range.low + 1;
    }
    std::int64_t pick = random_.Between(0, count - 1);
    for (const CodeRange& range : set) {
      const std::int64_t size = std::int64_t{range.high} - range.low + 1;
      if (pick < size) {
        base::AppendUtf8(out_, range.low + static_cast<std::uint32_t>(pick));
        return;
      }
      pick -= size;
    }
  }

  base::Random& random_;
  std::string out_;
  std::size_t steps_ = 0;
};

}  // namespace

base::Result<std::string> GenerateFromRegex(std::string_view pattern, base::Random& random) {
  base::Regex::Options options;
  options.whole = true;
  const auto regex = base::Regex::Compile(pattern, options);
  if (!regex) {
    return regex.error();
  }
  const auto shape = ParseRegexShape(pattern);
  if (!shape) {
    return shape.error();
  }
  // What the shape leaves out (word boundaries, anchors inside) may refuse a text: try again.
  Writer writer(random);
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    auto text = writer.Run(*shape);
    if (!text) {
      return base::InputError(fmt::format("texts for the regular expression '{}' are too long",
                                          base::Ellipsize(pattern, kShownBytes)));
    }
    const base::RegexOutcome outcome = regex->Match(*text);
    if (outcome == base::RegexOutcome::kMatch || outcome == base::RegexOutcome::kTooExpensive) {
      return *std::move(text);
    }
  }
  return base::InputError(fmt::format("no text was found for the regular expression '{}'",
                                      base::Ellipsize(pattern, kShownBytes)));
}

}  // namespace accord::match
