#include <algorithm>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/document/document.h"
#include "accord/schema/validate.h"

#include "schema/trace/failures.h"
#include "schema/trace/tracer.h"
#include "schema/trace/wording.h"

namespace accord::schema {
namespace {

using document::Member;
using document::Value;
using finding::Finding;

constexpr std::size_t kMaxFindings = 100;
constexpr std::size_t kMaxAlternatives = 5;
constexpr std::size_t kShownName = 60;

const Member& MemberAt(const TracePlace& place) {
  return place.above->value->members()[place.position];
}

std::string Name(const TracePlace& place) {
  return base::Ellipsize(MemberAt(place).key(), kShownName);
}

std::string Subject(const TracePlace& place) {
  switch (place.way) {
    case Way::kSame:
      return "the document";
    case Way::kMember:
      return fmt::format("'{}'", Name(place));
    case Way::kName:
      return fmt::format("the property name '{}'", Name(place));
    case Way::kItem:
      break;
  }
  return place.above->way == Way::kMember
             ? fmt::format("item {} of '{}'", place.position, Name(*place.above))
             : fmt::format("item {}", place.position);
}

bool IsPlainName(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  });
}

std::string PathOf(const TracePlace& place) {
  std::vector<const TracePlace*> trail;
  for (const TracePlace* at = &place; at->above != nullptr; at = at->above) {
    trail.push_back(at);
  }
  std::reverse(trail.begin(), trail.end());
  std::string path = "$";
  for (const TracePlace* at : trail) {
    if (at->way == Way::kItem) {
      path += fmt::format("[{}]", at->position);
      continue;
    }
    const std::string_view name = MemberAt(*at).key();
    path += IsPlainName(name) ? fmt::format(".{}", name)
                              : fmt::format("[{}]", document::QuoteJson(name));
  }
  return path;
}

// A property that may not be there at all.
bool IsSuperfluous(const TraceFailure& failure) {
  return failure.keyword != nullptr && failure.place->way == Way::kMember &&
         failure.step->way == Way::kMember;
}

finding::Span SpanOf(const TraceFailure& failure, const Value& instance) {
  const bool of_name = IsSuperfluous(failure) || failure.place->way == Way::kName;
  return of_name ? instance.document()->KeySpanOf(MemberAt(*failure.place))
                 : instance.document()->SpanOf(*failure.place->value);
}

void AddAllowed(const TraceFailure& failure, std::vector<std::string>& allowed) {
  if (failure.merged == nullptr) {
    std::string words = AllowedWords(*failure.step);
    if (std::find(allowed.begin(), allowed.end(), words) == allowed.end()) {
      allowed.push_back(std::move(words));
    }
    return;
  }
  for (const TraceFailure& other : failure.merged->others) {
    AddAllowed(other, allowed);
  }
}

Complaint ComplaintOf(const TraceFailure& failure) {
  if (failure.merged == nullptr) {
    return Complain(*failure.step);
  }
  std::vector<std::string> allowed;
  AddAllowed(failure, allowed);
  Complaint complaint;
  complaint.expected = Either(allowed);
  complaint.actual = Shown(*failure.place->value);
  complaint.text = fmt::format("must be {}, not {}", complaint.expected, complaint.actual);
  return complaint;
}

std::string Message(const TraceFailure& failure, const Complaint& complaint) {
  if (IsSuperfluous(failure)) {
    return fmt::format(
        "{} may not hold the property '{}'", Subject(*failure.place->above), Name(*failure.place));
  }
  return fmt::format("{} {}", Subject(*failure.place), complaint.text);
}

// A misspelt name is the usual reason for a property too many.
std::string NearestProperty(const TraceFailure& failure) {
  std::vector<std::string> known;
  for (const Property& property : failure.keyword->schema->properties) {
    if (failure.place->above->value->Find(property.name) == nullptr) {
      known.push_back(property.name);
    }
  }
  const auto nearest = base::NearestWord(MemberAt(*failure.place).key(), known);
  return nearest ? fmt::format("did you mean '{}'?", *nearest) : std::string();
}

void AddAlternatives(const TraceFailure& failure, Finding& out) {
  for (const FailedUnion* in = failure.in; in != nullptr; in = in->around) {
    const std::size_t count = in->others.size();
    const std::size_t shown = std::min(count, kMaxAlternatives);
    for (std::size_t i = 0; i < shown; ++i) {
      const TraceFailure& other = in->others[i];
      std::string label = "another alternative of '";
      label += in->keyword->keyword;
      label += "': " + Message(other, ComplaintOf(other));
      out.related.push_back({std::move(label), SpanOf(*in->alternatives[i], "")});
    }
    if (count > shown) {
      out.related.push_back(
          {fmt::format("{} more alternatives of '{}'", count - shown, in->keyword->keyword),
           SpanOf(*in->keyword->schema, in->keyword->keyword)});
    }
  }
}

bool TookTooMuch(const TraceFailure& failure) {
  return failure.step->keyword == "pattern" &&
         failure.step->schema->pattern->Search(failure.step->instance->text()) ==
             Pattern::Match::kTooExpensive;
}

Finding Report(const TraceFailure& failure, const Value& instance) {
  const Complaint complaint = ComplaintOf(failure);
  Finding out = finding::Make(TookTooMuch(failure) ? kPatternTooExpensive : kInstanceInvalid,
                              Message(failure, complaint),
                              SpanOf(failure, instance));
  const TraceStep& demands = failure.keyword != nullptr ? *failure.keyword : *failure.step;
  out.related.push_back({"required by the schema here", SpanOf(*demands.schema, demands.keyword)});
  out.path = PathOf(*failure.place);
  out.expected = complaint.expected;
  out.actual = complaint.actual;
  if (IsSuperfluous(failure)) {
    out.help = NearestProperty(failure);
  }
  AddAlternatives(failure, out);
  return out;
}

}  // namespace

std::vector<Finding> Explain(const Schema& schema, const Value& instance) {
  return Explain(schema.root(), instance);
}

std::vector<Finding> Explain(const SchemaNode& node, const Value& instance) {
  Tracer tracer(Detail::kFailures);
  const TraceStep root = tracer.Run(node, *instance);
  std::vector<Finding> findings;
  if (root.valid) {
    return findings;
  }
  if (tracer.gave_up()) {
    findings.push_back(
        finding::Make(kInstanceInvalid, "the document " + TooDeep(), instance.Span()));
    return findings;
  }
  const TraceFailures list(root);
  const std::size_t count = list.failures().size();
  for (std::size_t i = 0; i < std::min(count, kMaxFindings); ++i) {
    findings.push_back(Report(list.failures()[i], instance));
  }
  if (count > kMaxFindings) {
    findings.push_back(finding::Make(kInstanceInvalid,
                                     fmt::format("{}{} more places do not fit",
                                                 tracer.incomplete() ? "at least " : "",
                                                 count - kMaxFindings),
                                     instance.Span()));
  }
  return findings;
}

}  // namespace accord::schema
