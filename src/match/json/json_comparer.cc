#include <fmt/format.h>

#include "accord/document/document.h"

#include "match/body_comparer.h"
#include "match/json/json_comparison.h"
#include "match/value_text.h"

namespace accord::match {
namespace {

/// Kafka's schema registry puts a zero byte and the number of a schema, four bytes, before the
/// JSON.
std::string WithoutSchemaNumber(std::string bytes, const base::MediaType& type) {
  constexpr std::size_t kFrame = 5;
  if (type.subtype == "vnd.schemaregistry.v1+json" && bytes.size() >= kFrame &&
      bytes.front() == '\0') {
    bytes.erase(0, kFrame);
  }
  return bytes;
}

/// The tree of a body; empty when its bytes are no JSON. `why` says so then.
document::Value ReadTree(const pact::Body& body, const base::MediaType& type, std::string& why) {
  if (body.json) {
    return body.json;
  }
  document::LoadOptions options;
  options.format = document::Format::kJson;
  options.warn_duplicate_keys = false;
  document::LoadResult result =
      document::Parse("body", WithoutSchemaNumber(body.Bytes(), type), options);
  if (!result.ok()) {
    why = result.findings.empty() ? "not JSON" : result.findings.front().message;
  }
  return document::Value(std::move(result.document));
}

class JsonBodyComparer : public BodyComparer {
 public:
  void Compare(const BodyContext& context, std::vector<Mismatch>& out) const override {
    std::string why;
    const document::Value expected = ReadTree(context.expected, context.expected_type, why);
    if (!expected) {
      ReportUnreadable("expected", why, context, out);
      return;
    }
    const document::Value actual = ReadTree(context.actual, context.actual_type, why);
    if (!actual) {
      ReportUnreadable("actual", why, context, out);
      return;
    }
    const document::DocumentPtr& contract = context.expected.source.document();
    const bool in_contract = contract != nullptr && expected.document() == contract;
    JsonRun run(context.options, context.allow_unexpected, in_contract ? contract : nullptr);
    const RuleIndex rules(context.rules);
    const std::size_t before = out.size();
    JsonComparison(run, rules, &out).Compare(*expected, *actual);
    for (std::size_t i = before; i < out.size() && !in_contract; ++i) {
      out[i].source = context.expected.source;
    }
  }

 private:
  static void ReportUnreadable(std::string_view side,
                               std::string_view why,
                               const BodyContext& context,
                               std::vector<Mismatch>& out) {
    AddMismatch(fmt::format("Failed to parse the {} body: {}", side, Quoted(why)),
                {Part::kBody,
                 "$",
                 Excerpt(context.expected.Bytes()),
                 Excerpt(context.actual.Bytes()),
                 context.expected.source},
                out);
  }
};

}  // namespace

const BodyComparer& JsonComparer() {
  static const JsonBodyComparer comparer;
  return comparer;
}

}  // namespace accord::match
