#include "accord/match/rule_resolver.h"
#include "accord/pact/path.h"
#include "accord/pact/read.h"

#include "match/body_comparer.h"
#include "match/parameters.h"

namespace accord::match {
namespace {

/// Rules at `$.name`, and at `$.name[0]` for single values.
class FormRules : public ParameterRules {
 public:
  explicit FormRules(const pact::RuleCategory& category) : index_(category) {}

  ActiveRules Find(std::string_view name, std::ptrdiff_t index) const override {
    RuleWalker walker(index_);
    walker.EnterField(name);
    if (index < 0) {
      return walker.rules();
    }
    walker.EnterIndex(static_cast<std::size_t>(index));
    return walker.rules().cascaded ? ActiveRules() : walker.rules();
  }

  std::string Name(std::string_view name) const override {
    std::string path = "$";
    pact::AppendField(path, name);
    return path;
  }

 private:
  RuleIndex index_;
};

class FormBodyComparer : public BodyComparer {
 public:
  void Compare(const BodyContext& context, std::vector<Mismatch>& out) const override {
    const std::vector<pact::QueryParameter> expected = pact::ParseQuery(context.expected.Bytes());
    const std::vector<pact::QueryParameter> actual = pact::ParseQuery(context.actual.Bytes());
    CompareParameters(
        {expected, actual, Part::kBody, "form post parameter", context.expected.source},
        FormRules(context.rules),
        out);
  }
};

}  // namespace

const BodyComparer& FormComparer() {
  static const FormBodyComparer comparer;
  return comparer;
}

}  // namespace accord::match
