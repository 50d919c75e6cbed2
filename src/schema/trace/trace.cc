#include "schema/trace/trace.h"

#include <string>

#include "accord/schema/validate.h"

#include "schema/trace/annotation.h"
#include "schema/trace/tracer.h"
#include "schema/trace/wording.h"

namespace accord::schema {
namespace {

std::string Escape(std::string_view token) {
  std::string out;
  for (const char c : token) {
    if (c == '~' || c == '/') {
      out += c == '~' ? "~0" : "~1";
    } else {
      out += c;
    }
  }
  return out;
}

// Where the value of a step lies in the one above it.
void AppendPlace(const TraceStep& child, const document::Node& above, std::string& location) {
  if (child.way == Way::kItem) {
    location += '/';
    location += std::to_string(child.position);
  } else if (child.way == Way::kMember) {
    location += '/';
    location += Escape(above.members()[child.position].key());
  }
}

// Steps with their places spelled out.
class Speller {
 public:
  // As deep as the trace, so its frame is small.
  void Spell(const TraceStep& step, OutputUnit& unit) {
    Describe(step, unit);
    const std::size_t keyword_length = keyword_location_.size();
    const std::size_t instance_length = instance_location_.size();
    const document::Node* named = named_;
    const bool dropped = dropped_;
    dropped_ = dropped_ || !step.valid;
    unit.children.reserve(step.children.size());
    for (const TraceStep& child : step.children) {
      Descend(child, *step.instance);
      named_ = child.way == Way::kName ? step.instance : named;
      Spell(child, unit.children.emplace_back());
      named_ = named;
      keyword_location_.resize(keyword_length);
      instance_location_.resize(instance_length);
    }
    dropped_ = dropped;
  }

 private:
  void Describe(const TraceStep& step, OutputUnit& unit) const {
    unit.valid = step.valid;
    unit.schema = step.schema;
    unit.keyword = step.keyword;
    unit.instance = named_ != nullptr ? named_ : step.instance;
    unit.keyword_location = keyword_location_;
    unit.instance_location = instance_location_;
    unit.absolute_keyword_location = AbsoluteLocation(*step.schema, step.keyword);
    if (!step.valid) {
      unit.error = Complain(step).text;
    }
    Annotate(step, unit);
  }

  void Descend(const TraceStep& child, const document::Node& above) {
    if (child.is_keyword()) {
      keyword_location_ += "/" + Escape(child.keyword);
    } else if (const auto* index = std::get_if<std::uint32_t>(&child.token)) {
      keyword_location_ += "/" + std::to_string(*index);
    } else if (const auto* name = std::get_if<std::string_view>(&child.token)) {
      keyword_location_ += "/" + Escape(*name);
    }
    AppendPlace(child, above, instance_location_);
  }

  // A schema that fails takes back all that was said below it.
  void Annotate(const TraceStep& step, OutputUnit& unit) const {
    if (dropped_ || !step.valid || !step.is_keyword()) {
      return;
    }
    if (step.annotates) {
      for (const auto& [keyword, value] : step.schema->annotations) {
        unit.annotation = keyword == step.keyword ? value : unit.annotation;
      }
      return;
    }
    unit.made_annotation = MakeAnnotation(step);
    unit.annotation = unit.made_annotation ? &unit.made_annotation->root() : nullptr;
  }

  std::string keyword_location_;
  std::string instance_location_;
  // Names are no values of the instance; the object that has them stands for them.
  const document::Node* named_ = nullptr;
  bool dropped_ = false;
};

class FailureWalk {
 public:
  explicit FailureWalk(const std::function<void(const Failure&)>& visit) : visit_(visit) {}

  void Visit(const TraceStep& step) {
    visit_({*step.schema, step.keyword, location_});
    const std::size_t length = location_.size();
    for (const TraceStep& child : step.children) {
      if (!child.valid) {
        AppendPlace(child, *step.instance, location_);
        Visit(child);
        location_.resize(length);
      }
    }
  }

 private:
  const std::function<void(const Failure&)>& visit_;
  std::string location_;
};

}  // namespace

bool TraceIsValid(const SchemaNode& schema, const document::Node& instance) {
  return Tracer(Detail::kVerdict).Run(schema, instance).valid;
}

void EachFailure(const SchemaNode& node,
                 const document::Node& instance,
                 const std::function<void(const Failure&)>& visit) {
  Tracer tracer(Detail::kFailures);
  const TraceStep root = tracer.Run(node, instance);
  if (!root.valid) {
    FailureWalk(visit).Visit(root);
  }
}

OutputUnit Trace(const Schema& schema, const document::Node& instance) {
  return Trace(schema.root(), instance);
}

OutputUnit Trace(const SchemaNode& node, const document::Node& instance) {
  Tracer tracer(Detail::kAll);
  const TraceStep root = tracer.Run(node, instance);
  OutputUnit unit;
  Speller().Spell(root, unit);
  if (tracer.gave_up()) {
    unit.error = TooDeep();
  }
  return unit;
}

}  // namespace accord::schema
