#include "schema/trace/trace.h"

#include <utility>

#include <fmt/format.h>

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

// Steps with their places spelled out.
class Speller {
 public:
  OutputUnit Spell(const TraceStep& step) {
    OutputUnit unit;
    unit.valid = step.valid;
    unit.schema = step.schema;
    unit.keyword = step.keyword;
    unit.keyword_location = keyword_location_;
    unit.instance_location = instance_location_;
    unit.absolute_keyword_location = AbsoluteLocation(*step.schema, step.keyword);
    // Names are no part of the instance; the object that has them is.
    instance_ = step.way == Way::kName ? instance_ : step.instance;
    unit.instance = instance_;
    if (!step.valid) {
      unit.error = Complain(step).text;
    }
    Annotate(step, unit);
    const bool dropped = dropped_;
    dropped_ = dropped_ || !step.valid;
    unit.children.reserve(step.children.size());
    for (const TraceStep& child : step.children) {
      unit.children.push_back(SpellBelow(child, *unit.instance));
    }
    dropped_ = dropped;
    return unit;
  }

 private:
  OutputUnit SpellBelow(const TraceStep& child, const document::Node& above) {
    const std::size_t keyword_length = keyword_location_.size();
    const std::size_t instance_length = instance_location_.size();
    const document::Node* instance = instance_;
    if (child.is_keyword()) {
      keyword_location_ += "/" + Escape(child.keyword);
    } else if (const auto* index = std::get_if<std::uint32_t>(&child.token)) {
      keyword_location_ += fmt::format("/{}", *index);
    } else if (const auto* name = std::get_if<std::string_view>(&child.token)) {
      keyword_location_ += "/" + Escape(*name);
    }
    if (child.way == Way::kItem) {
      instance_location_ += fmt::format("/{}", child.position);
    } else if (child.way == Way::kMember) {
      instance_location_ += "/" + Escape(above.members()[child.position].key());
    }
    OutputUnit unit = Spell(child);
    keyword_location_.resize(keyword_length);
    instance_location_.resize(instance_length);
    instance_ = instance;
    return unit;
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
  const document::Node* instance_ = nullptr;
  bool dropped_ = false;
};

}  // namespace

bool TraceIsValid(const SchemaNode& schema, const document::Node& instance) {
  return Tracer(Detail::kVerdict).Run(schema, instance).valid;
}

OutputUnit Trace(const Schema& schema, const document::Node& instance) {
  Tracer tracer(Detail::kAll);
  const TraceStep root = tracer.Run(schema.root(), instance);
  OutputUnit unit = Speller().Spell(root);
  if (tracer.gave_up()) {
    unit.error = TooDeep();
  }
  return unit;
}

}  // namespace accord::schema
