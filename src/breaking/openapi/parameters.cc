#include <algorithm>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/document/document.h"

#include "breaking/openapi/lifecycle.h"
#include "breaking/openapi/parameter_pairs.h"
#include "breaking/openapi/rules.h"
#include "breaking/openapi/scalars.h"
#include "breaking/openapi/subjects.h"

namespace accord::breaking::api {
namespace {

using openapi::In;
using openapi::Parameter;

std::string PlaceOf(const Parameter& parameter) {
  return std::string(ToString(parameter.in));
}

std::string Named(const Parameter& parameter) {
  return fmt::format("{} parameter '{}'", ToString(parameter.in), parameter.name);
}

Place At(const Parameter& parameter, std::string_view keyword = {}) {
  return {parameter.source, keyword};
}

std::vector<std::string> Args(const Parameter& parameter) {
  return {PlaceOf(parameter), parameter.name};
}

std::vector<std::string> Args(const Parameter& parameter, std::vector<std::string> more) {
  std::vector<std::string> args = Args(parameter);
  args.insert(args.end(), more.begin(), more.end());
  return args;
}

/// Path parameters are required in any case; oasdiff goes by what is written.
bool IsRequired(const Context& context, const Parameter& parameter) {
  const document::Node* written = parameter.source->Find("required");
  return context.strict() ? parameter.required
                          : written != nullptr && written->is_bool() && written->boolean();
}

void AddedParameter(Context& context, const OperationPair& pair, const Parameter& parameter) {
  if (parameter.in == In::kPath) {
    Add(context,
        pair,
        {kNewPathParameter, {parameter.name}, fmt::format("The {} was added.", Named(parameter))},
        {},
        At(parameter));
    return;
  }
  Add(context,
      pair,
      {parameter.required ? kNewRequiredParameter : kNewOptionalParameter,
       Args(parameter),
       fmt::format(
           "The {} {} was added.", parameter.required ? "required" : "optional", Named(parameter))},
      {},
      At(parameter));
}

void RemovedParameter(Context& context, const OperationPair& pair, const Parameter& parameter) {
  const Sunset sunset = SunsetOf(parameter.source);
  const std::string named = Named(parameter);
  if (!parameter.deprecated) {
    Add(context,
        pair,
        {kParameterRemoved, Args(parameter), fmt::format("The {} was removed.", named)},
        At(parameter),
        {});
  } else if (!sunset.written || (sunset.day && *sunset.day <= context.today)) {
    // oasdiff says nothing of what was announced and has come.
    if (!sunset.written || context.strict()) {
      Add(context,
          pair,
          {kParameterRemovedWithDeprecation,
           Args(parameter),
           fmt::format("The {} was removed after it had been deprecated.", named)},
          At(parameter),
          {});
    }
  } else if (!sunset.day) {
    Add(context,
        pair,
        {kParameterSunsetParse,
         Args(parameter, {sunset.text}),
         fmt::format("The sunset date '{}' of the {} is no date.", sunset.text, named)},
        At(parameter, "x-sunset"),
        {});
  } else {
    const std::string day = ToString(*sunset.day);
    Add(context,
        pair,
        {kParameterRemovedBeforeSunset,
         Args(parameter, {day}),
         fmt::format("The {} was removed before its sunset date {}.", named, day)},
        At(parameter, "x-sunset"),
        {});
  }
}

/// A parameter in both versions.
class ParameterComparison {
 public:
  ParameterComparison(Context& context, const OperationPair& pair, const ParameterPair& both)
      : context_(context),
        pair_(pair),
        both_(both),
        before_(*both.before),
        after_(*both.after),
        named_(Named(name())) {}

  void Compare() {
    const bool required = IsRequired(context_, after_);
    if (IsRequired(context_, before_) != required) {
      Say(required ? kParameterBecameRequired : kParameterBecameOptional,
          {},
          fmt::format("The {} became {}.", named_, required ? "required" : "optional"),
          "required");
    }
    CompareDeprecation();
    CompareSunset();
    if (context_.strict() && both_.member == nullptr) {
      CompareSerialization();
    }
    CompareValues();
  }

 private:
  Change& Say(const finding::RuleInfo& rule,
              std::vector<std::string> args,
              std::string message,
              std::string_view keyword) {
    return Add(context_,
               pair_,
               {rule, Args(name(), std::move(args)), std::move(message)},
               At(before_, keyword),
               At(after_, keyword));
  }
  /// The same for what makes no difference to scalars.
  void SayOfStructured(const finding::RuleInfo& rule,
                       std::vector<std::string> args,
                       std::string message,
                       std::string_view keyword) {
    Change& change = Say(rule, std::move(args), std::move(message), keyword);
    if (!Structured()) {
      change.strict = finding::Severity::kInfo;
    }
  }

  /// The one that gives the name.
  const Parameter& name() const { return both_.member != nullptr ? *both_.member : before_; }
  StabilityMark Mark() const { return StabilityOf(pair_.after->source); }

  void CompareDeprecation() {
    if (before_.deprecated == after_.deprecated) {
      return;
    }
    if (!after_.deprecated) {
      Say(kParameterReactivated,
          {},
          fmt::format("The {} is no longer deprecated.", named_),
          "deprecated");
      return;
    }
    const StabilityMark mark = Mark();
    if (!mark.level) {
      return;  // Told by CompareStability.
    }
    const int days = DeprecationDays(context_.options, mark);
    const Sunset sunset = SunsetOf(after_.source);
    if (!sunset.written && days > 0) {
      Say(kParameterDeprecatedSunsetMissing,
          {},
          fmt::format("The {} was deprecated without a sunset date.", named_),
          "deprecated");
    } else if (sunset.written && !sunset.day) {
      Say(kParameterSunsetParse,
          {sunset.text},
          fmt::format("The sunset date '{}' of the {} is no date.", sunset.text, named_),
          "x-sunset");
    } else if (sunset.day && (*sunset.day - context_.today).count() < days) {
      const std::string day = ToString(*sunset.day);
      Say(kParameterSunsetTooSmall,
          {day, std::to_string(days)},
          fmt::format("The sunset date {} of the {} is too near: it must be at least {} days away.",
                      day,
                      named_,
                      days),
          "x-sunset");
    } else {
      Say(kParameterDeprecated,
          {},
          sunset.day
              ? fmt::format(
                    "The {} was deprecated and goes away on {}.", named_, ToString(*sunset.day))
              : fmt::format("The {} was deprecated.", named_),
          "deprecated");
    }
  }

  void CompareSunset() {
    const Sunset before = SunsetOf(before_.source);
    const Sunset after = SunsetOf(after_.source);
    if (!after_.deprecated || !before.written || before.text == after.text) {
      return;
    }
    if (!after.written) {
      Say(kParameterSunsetDeleted,
          {},
          fmt::format("The sunset date of the {} was deleted, but it is still deprecated.", named_),
          "x-sunset");
      return;
    }
    if (!before.day || !after.day) {
      const std::string& text = after.day ? before.text : after.text;
      Say(kParameterSunsetParse,
          {text},
          fmt::format("The sunset date '{}' of the {} is no date.", text, named_),
          "x-sunset");
      return;
    }
    const StabilityMark mark = Mark();
    const int days = DeprecationDays(context_.options, mark);
    if (!mark.level || *after.day >= *before.day || (*after.day - context_.today).count() >= days) {
      return;
    }
    const std::string old_day = ToString(*before.day);
    const std::string new_day = ToString(*after.day);
    Say(kParameterSunsetChangedTooSmall,
        {old_day, new_day, old_day, std::to_string(days)},
        fmt::format("The sunset date of the {} was moved from {} to {}: it must not be earlier, or "
                    "less than {} days away.",
                    named_,
                    old_day,
                    new_day,
                    days),
        "x-sunset");
  }

  /// How a value is written into the request.
  void CompareSerialization() {
    if (before_.style != after_.style) {
      SayOfStructured(kParameterStyleChanged,
                      {before_.style, after_.style},
                      fmt::format("The style of the {} was changed from {} to {}.",
                                  named_,
                                  before_.style,
                                  after_.style),
                      "style");
    }
    if (before_.explode != after_.explode && before_.style == after_.style) {
      SayOfStructured(
          kParameterExplodeChanged,
          {},
          fmt::format("Lists and objects in the {} are {} now.",
                      named_,
                      after_.explode ? "written as several values" : "written as one value"),
          "explode");
    }
    if (before_.allow_reserved != after_.allow_reserved) {
      Say(after_.allow_reserved ? kParameterReservedAllowed : kParameterReservedForbidden,
          {},
          fmt::format("Reserved characters in the {} {}.",
                      named_,
                      after_.allow_reserved ? "need no escapes now" : "have to be escaped now"),
          "allowReserved");
    }
    if (before_.allow_empty_value != after_.allow_empty_value) {
      Say(after_.allow_empty_value ? kParameterEmptyAllowed : kParameterEmptyForbidden,
          {},
          fmt::format(
              "The {} may {} be empty.", named_, after_.allow_empty_value ? "now" : "no longer"),
          "allowEmptyValue");
    }
    if (before_.content.empty() != after_.content.empty() ||
        (!before_.content.empty() && before_.content[0].name != after_.content[0].name)) {
      Say(kParameterContentChanged,
          {},
          fmt::format("The {} is written in another format now.", named_),
          after_.content.empty() ? "schema" : "content");
    }
  }

  /// Whether its values may be anything but scalars, of which `style` and `explode` make a
  /// difference. The style of path parameters shows in scalars, too.
  bool Structured() const {
    if (before_.in == In::kPath && before_.style != after_.style) {
      return true;
    }
    return !HoldsScalars(context_.before, before_.schema) ||
           !HoldsScalars(context_.after, after_.schema);
  }

  void CompareValues() {
    SchemaUse use;
    use.carrier = Carrier::kParameter;
    use.where = fmt::format("{} parameter {}", ToString(before_.in), name().name);
    use.name = name().name;
    use.in = before_.in;
    use.before = both_.schema_before;
    use.after = both_.schema_after;
    use.as_text = true;
    use.exploded_form = after_.style == "form" && after_.explode;
    if (context_.strict() && !before_.content.empty() && !after_.content.empty() &&
        before_.content[0].name == after_.content[0].name) {
      use.before = before_.content[0].schema;
      use.after = after_.content[0].schema;
      use.as_text = false;
    }
    const bool optional = !IsRequired(context_, before_) && !IsRequired(context_, after_);
    CompareUse(context_, pair_, std::move(use), optional);
  }

  Context& context_;
  const OperationPair& pair_;
  const ParameterPair& both_;
  const Parameter& before_;
  const Parameter& after_;
  std::string named_;
};

std::vector<const Parameter*> Counted(const Context& context, const openapi::Operation& operation) {
  std::vector<const Parameter*> counted;
  for (const Parameter& parameter : operation.parameters) {
    if (context.merge_parameters || !parameter.shared) {
      counted.push_back(&parameter);
    }
  }
  return counted;
}

}  // namespace

void CompareParameters(Context& context, const OperationPair& pair) {
  const std::vector<ParameterPair> pairs = PairParameters(
      context, pair.paths, Counted(context, *pair.before), Counted(context, *pair.after));
  for (const ParameterPair& both : pairs) {
    if (both.before == nullptr) {
      AddedParameter(context, pair, *both.after);
    } else if (both.after == nullptr) {
      RemovedParameter(context, pair, *both.before);
    } else {
      ParameterComparison(context, pair, both).Compare();
    }
  }
}

void CompareSharedParameters(Context& context, const PathPair& paths) {
  std::vector<const Parameter*> before;
  std::vector<const Parameter*> after;
  for (const Parameter& parameter : paths.before->parameters) {
    before.push_back(&parameter);
  }
  for (const Parameter& parameter : paths.after->parameters) {
    after.push_back(&parameter);
  }
  for (const ParameterPair& both : PairParameters(context, paths, before, after)) {
    if (both.before != nullptr || both.after->in == In::kPath) {
      continue;
    }
    const Parameter& added = *both.after;
    for (const openapi::Operation& operation : paths.after->operations) {
      Add(context,
          {paths, nullptr, &operation},
          {added.required ? kNewRequiredSharedParameter : kNewOptionalSharedParameter,
           Args(added),
           fmt::format("The {} {} was added to all operations of the path.",
                       added.required ? "required" : "optional",
                       Named(added))},
          {},
          At(added));
    }
  }
}

}  // namespace accord::breaking::api
