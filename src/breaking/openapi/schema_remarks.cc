#include "breaking/openapi/schema_remarks.h"

#include <utility>

#include <fmt/format.h>

#include "accord/base/strings.h"

#include "breaking/openapi/lifecycle.h"
#include "breaking/openapi/rules.h"

namespace accord::breaking::api {

namespace {

// Longer values are cut in messages.
constexpr std::size_t kShown = 100;

struct Places {
  SchemaPlace whole;
  SchemaPlace inside;
  SchemaPlace unsent;  ///< The same as `inside`: there is no such thing.
};

Places PlacesOf(const SchemaUse& use) {
  switch (use.carrier) {
    case Carrier::kHeader:
      return {
          SchemaPlace::kResponseHeader, SchemaPlace::kResponseHeader, SchemaPlace::kResponseHeader};
    case Carrier::kParameter:
      return {SchemaPlace::kParameter,
              SchemaPlace::kParameterProperty,
              SchemaPlace::kParameterProperty};
    case Carrier::kBody:
      break;
  }
  return use.flow == Flow::kRequest ? Places{SchemaPlace::kRequestBody,
                                             SchemaPlace::kRequestProperty,
                                             SchemaPlace::kReadOnlyProperty}
                                    : Places{SchemaPlace::kResponseBody,
                                             SchemaPlace::kResponseProperty,
                                             SchemaPlace::kWriteOnlyProperty};
}

std::string_view OrderOf(const EditRule& rule) {
  const ArgumentOrder& order = *rule.row->arguments;
  switch (rule.place) {
    case SchemaPlace::kRequestBody:
      return order.request_body;
    case SchemaPlace::kRequestProperty:
    case SchemaPlace::kReadOnlyProperty:
      return order.request_property;
    case SchemaPlace::kParameter:
      return order.parameter;
    case SchemaPlace::kParameterProperty:
      return order.parameter_property;
    case SchemaPlace::kRequestHeaderProperty:
      return "NP";
    case SchemaPlace::kResponseBody:
      return order.response_body;
    case SchemaPlace::kResponseProperty:
    case SchemaPlace::kWriteOnlyProperty:
      return order.response_property;
    case SchemaPlace::kResponseHeader:
      return order.response_header;
  }
  return {};
}

/// Values in the place of `{0}`, `{1}` …
std::string Fill(std::string_view text, const std::vector<std::string>& values) {
  std::string out;
  while (!text.empty()) {
    const bool hole = text.size() > 2 && text[0] == '{' && text[2] == '}';
    const auto at = hole ? static_cast<std::size_t>(text[1] - '0') : values.size();
    if (at < values.size()) {
      out += base::Ellipsize(values[at], kShown);
    } else {
      out += text.front();
    }
    text.remove_prefix(at < values.size() ? 3 : 1);
  }
  return out;
}

}  // namespace

SchemaRemarks::Subject SchemaRemarks::SubjectOf(const SchemaFinding& finding,
                                                const SchemaPath& path) {
  if (!finding.about_property) {
    return {path.Full(), path.property, !path.root};
  }
  const std::string prefix = path.Prefix();
  return {
      prefix.empty() ? finding.property : prefix + "/" + finding.property, finding.property, true};
}

const EditRule* SchemaRemarks::RuleOf(const SchemaEditRow& row, bool inside, bool unsent) const {
  const Places places = PlacesOf(use_);
  if (!inside) {
    return RuleAt(row, places.whole);
  }
  if (unsent) {
    if (const EditRule* rule = RuleAt(row, places.unsent); places.unsent != places.inside && rule) {
      return rule;
    }
    if (use_.flow == Flow::kRequest ? row.quiet_when_read_only : row.quiet_when_write_only) {
      return nullptr;
    }
  }
  if (use_.carrier == Carrier::kParameter && use_.in == openapi::In::kHeader) {
    if (const EditRule* rule = RuleAt(row, SchemaPlace::kRequestHeaderProperty)) {
      return rule;
    }
  }
  return RuleAt(row, places.inside);
}

bool SchemaRemarks::Weigh(const SchemaFinding& finding,
                          const SchemaEditRow*& row,
                          std::vector<std::string>& values) const {
  if (row->edit == SchemaEdit::kStabilityDecreased) {
    const StabilityMark before = StabilityOf(finding.before);
    const StabilityMark after = StabilityOf(finding.after);
    if (!before.level || !after.level || before.level == after.level ||
        !InScope(context_.options, before)) {
      return false;
    }
    if (*after.level > *before.level) {
      row = &EditRowOf(SchemaEdit::kStabilityIncreased);
    }
    values = {std::string(ToString(*before.level)), std::string(ToString(*after.level))};
  } else if (row->edit == SchemaEdit::kDeprecated) {
    const Sunset sunset = SunsetOf(finding.after);
    const int days = context_.deprecation_days;
    if (!sunset.written) {
      row = days > 0 ? &EditRowOf(SchemaEdit::kSunsetMissing) : row;
    } else if (!sunset.day) {
      row = &EditRowOf(SchemaEdit::kSunsetInvalid);
      values = {sunset.text};
    } else {
      const bool soon = *sunset.day - context_.today < std::chrono::days(days);
      row = &EditRowOf(soon ? SchemaEdit::kSunsetTooSoon : SchemaEdit::kDeprecatedWithSunset);
      values = {ToString(*sunset.day)};
      if (soon) {
        values.push_back(std::to_string(days));
      }
    }
  }
  return true;
}

std::vector<std::string> SchemaRemarks::Arguments(const EditRule& rule,
                                                  const Subject& subject,
                                                  const std::vector<std::string>& values) const {
  const bool parameter = use_.carrier != Carrier::kBody;
  std::vector<std::string> args;
  for (const char what : OrderOf(rule)) {
    switch (what) {
      case 'P':
        if (subject.inside) {
          args.push_back(subject.full);
        }
        break;
      case 'N':
        args.push_back(parameter ? use_.name : subject.name);
        break;
      case 'I':
        args.emplace_back(openapi::ToString(use_.in));
        break;
      case 'M':
        args.push_back(use_.name);
        break;
      case 'S':
        args.push_back(use_.status);
        break;
      case 'V':
        args.insert(args.end(), values.begin(), values.end());
        break;
      case 'L':
        args.push_back(values.empty() ? std::string() : values.back());
        break;
      default: {
        const auto at = static_cast<std::size_t>(what - '0');
        args.push_back(at < values.size() ? values[at] : std::string());
      }
    }
  }
  return args;
}

std::string SchemaRemarks::InWords(const Subject& subject) const {
  std::string_view inside = subject.full;
  if (inside.ends_with('/')) {
    inside.remove_suffix(1);
  }
  const std::string status = use_.status.empty() ? "" : fmt::format(" ({})", use_.status);
  if (use_.carrier == Carrier::kBody) {
    const std::string_view flow = use_.flow == Flow::kRequest ? "request" : "response";
    return subject.inside ? fmt::format("{} property '{}'{}", flow, inside, status)
                          : fmt::format("{} body{}", flow, status);
  }
  const std::string where = fmt::format(
      "{} '{}'{}",
      use_.carrier == Carrier::kHeader ? std::string("response header")
                                       : fmt::format("{} parameter", openapi::ToString(use_.in)),
      use_.name,
      status);
  return subject.inside ? fmt::format("'{}' of the {}", inside, where) : where;
}

bool SchemaRemarks::IsLeftOut(const SchemaFinding& finding,
                              const Subject& subject,
                              bool oasdiff) const {
  const SchemaEdit edit = finding.row->edit;
  const bool is_default = edit == SchemaEdit::kDefaultAdded ||
                          edit == SchemaEdit::kDefaultRemoved ||
                          edit == SchemaEdit::kDefaultChanged;
  if (subject.inside) {
    return oasdiff && use_.carrier == Carrier::kHeader;
  }
  return (finding.inside_only && use_.carrier == Carrier::kBody) ||
         (is_default && use_.carrier == Carrier::kParameter && !context_.optional_parameter);
}

std::vector<SchemaRemark> SchemaRemarks::Of(const SchemaFinding& finding,
                                            const SchemaPath& path,
                                            bool oasdiff) const {
  const Subject subject = SubjectOf(finding, path);
  if (IsLeftOut(finding, subject, oasdiff)) {
    return {};
  }
  const SchemaEditRow* row = finding.row;
  if (row->edit == SchemaEdit::kStabilityDecreased && use_.carrier == Carrier::kBody) {
    for (const document::Value& schema : {finding.before, finding.after}) {
      if (const StabilityMark mark = StabilityOf(schema); !mark.level) {
        return {{&kInvalidStability,
                 {mark.text},
                 fmt::format("{}: the stability level '{}' is none of draft, alpha, beta, stable",
                             InWords(subject),
                             mark.text)}};
      }
    }
  }
  std::vector<std::string> values = finding.values;
  if (!Weigh(finding, row, values)) {
    return {};
  }
  std::vector<const EditRule*> rules{RuleOf(*row, subject.inside, finding.unsent)};
  // oasdiff says this of headers in two ways.
  if (oasdiff && !subject.inside && row->edit == SchemaEdit::kBecameEnum &&
      use_.carrier == Carrier::kParameter && use_.in == openapi::In::kHeader) {
    rules.push_back(RuleAt(*row, SchemaPlace::kRequestHeaderProperty));
  }
  std::vector<SchemaRemark> out;
  for (const EditRule* rule : rules) {
    if (rule != nullptr) {
      out.push_back({&rule->info,
                     Arguments(*rule, subject, values),
                     fmt::format("{}: {}", InWords(subject), Fill(row->message, values))});
    }
  }
  return out;
}

}  // namespace accord::breaking::api
