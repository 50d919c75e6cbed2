#include <array>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <google/protobuf/descriptor.pb.h>

#include "breaking/proto/checks.h"
#include "breaking/proto/custom_option.h"
#include "breaking/proto/http_template.h"
#include "breaking/proto/rules.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;

// google/api/http.proto.
constexpr int kHttp = 72295728;
constexpr int kPattern = 0;  // Stands for the number of the pattern in use.
constexpr int kBody = 7;
constexpr int kAdditionalBindings = 11;
constexpr int kResponseBody = 12;

struct Verb {
  const char* field;
  const char* name;
  int number;
};
constexpr std::array<Verb, 5> kVerbs = {{{"get", "GET", 2},
                                         {"put", "PUT", 3},
                                         {"post", "POST", 4},
                                         {"delete", "DELETE", 5},
                                         {"patch", "PATCH", 6}}};
constexpr int kCustom = 8;

// One way to call a method by HTTP.
struct Binding {
  std::string verb;
  std::string path;
  std::string body;
  std::string response_body;
  HttpTemplate pattern;
  std::vector<int> steps;  // Where it is written, below the method.
  int number = 0;          // Of the field that holds the path.
  bool used = false;       // Stands for one of the other version.

  std::string Name() const { return verb + " " + path; }
  bool SameUrls(const Binding& old) const { return pattern.Covers(old.pattern); }
  bool SameVerb(const Binding& old) const { return verb == old.verb || verb == "*"; }
};

Binding ReadBinding(const pb::Message& rule, std::vector<int> steps) {
  Binding binding;
  for (const Verb& verb : kVerbs) {
    std::string path = TextOf(rule, verb.field);
    if (!path.empty()) {
      binding.verb = verb.name;
      binding.path = std::move(path);
      binding.number = verb.number;
    }
  }
  if (const pb::Message* custom = MessageOf(rule, "custom"); custom != nullptr) {
    binding.verb = TextOf(*custom, "kind");
    binding.path = TextOf(*custom, "path");
    binding.number = kCustom;
  }
  binding.body = TextOf(rule, "body");
  binding.response_body = TextOf(rule, "response_body");
  binding.pattern = HttpTemplate::Parse(binding.path);
  binding.steps = std::move(steps);
  return binding;
}

std::vector<Binding> BindingsOf(const proto::Image& image, const pb::MethodDescriptor& method) {
  std::vector<Binding> bindings;
  const CustomOption option(image, method.options(), kHttp);
  if (option.message() == nullptr) {
    return bindings;
  }
  const std::vector<int> steps = {pb::MethodDescriptorProto::kOptionsFieldNumber, kHttp};
  bindings.push_back(ReadBinding(*option.message(), steps));
  int index = 0;
  for (const pb::Message* rule : MessagesOf(*option.message(), "additional_bindings")) {
    std::vector<int> longer = steps;
    longer.insert(longer.end(), {kAdditionalBindings, index++});
    bindings.push_back(ReadBinding(*rule, std::move(longer)));
  }
  std::erase_if(bindings, [](const Binding& binding) { return binding.verb.empty(); });
  return bindings;
}

std::vector<int> StepsTo(const Binding& binding, int field) {
  std::vector<int> steps = binding.steps;
  steps.push_back(field == kPattern ? binding.number : field);
  return steps;
}

class Comparison {
 public:
  Comparison(Context& context, const MethodPair& methods)
      : context_(context),
        methods_(methods),
        before_(BindingsOf(context.before, *methods.before)),
        after_(BindingsOf(context.after, *methods.after)) {}

  // The nearest partner first. A binding may serve the URLs of several old ones; one that serves
  // none of them stands for a single old one.
  void Run() {
    Match([](const Binding& old, const Binding& now) {
      return now.SameVerb(old) && now.SameUrls(old) && now.body == old.body &&
             now.response_body == old.response_body;
    });
    Match([](const Binding& old, const Binding& now) {
      return now.SameVerb(old) && now.SameUrls(old);
    });
    Match([](const Binding& old, const Binding& now) { return !now.used && now.SameUrls(old); });
    Match([](const Binding& old, const Binding& now) { return !now.used && now.SameVerb(old); });
    Match([](const Binding&, const Binding& now) { return !now.used; });
    for (const Binding& old : before_) {
      if (!old.used) {
        ReportGone(old);
      }
    }
  }

 private:
  template <typename Fits>
  void Match(const Fits& fits) {
    for (Binding& old : before_) {
      for (Binding& now : after_) {
        if (!old.used && fits(old, now)) {
          old.used = now.used = true;
          Compare(old, now);
        }
      }
    }
  }

  void Compare(const Binding& old, const Binding& now) {
    const bool moved = !now.SameVerb(old) || !now.SameUrls(old);
    if (!now.SameVerb(old)) {
      Report(kRpcSameHttpMethod, fmt::format(R"(method of "{}")", old.path), old, now, kPattern);
    }
    if (!now.SameUrls(old)) {
      Report(kRpcSameHttpPath, "path", old, now, kPattern);
    }
    // Who has to change the request line learns of the new body there.
    if (!moved && now.body != old.body) {
      Report(kRpcSameHttpBody, fmt::format(R"(body of "{}")", old.Name()), old, now, kBody);
    }
    if (!moved && now.response_body != old.response_body) {
      Report(kRpcSameHttpResponseBody,
             fmt::format(R"(response body of "{}")", old.Name()),
             old,
             now,
             kResponseBody);
    }
  }

  static std::string ValueOf(const Binding& binding, const finding::RuleInfo& rule) {
    if (&rule == &kRpcSameHttpMethod) {
      return binding.verb;
    }
    if (&rule == &kRpcSameHttpPath) {
      return binding.path;
    }
    return &rule == &kRpcSameHttpBody ? binding.body : binding.response_body;
  }

  void Report(const finding::RuleInfo& rule,
              const std::string& what,
              const Binding& old,
              const Binding& now,
              int field) {
    Draft draft{.rule = &rule,
                .message = fmt::format(R"({} changed HTTP {} from "{}" to "{}".)",
                                       MethodLabel(*methods_.after),
                                       what,
                                       ValueOf(old, rule),
                                       ValueOf(now, rule)),
                .element = methods_.after->full_name(),
                .help = field == kPattern
                            ? fmt::format("Keep `{}` in additional_bindings.", old.Name())
                            : "Leave it as it was and offer the new form under another path."};
    SetAfter(draft, PlacesOf(*methods_.after, StepsTo(now, field)));
    Finish(std::move(draft), old, field);
  }

  void ReportGone(const Binding& old) {
    Draft draft{
        .rule = &kRpcHttpNoDelete,
        .message = fmt::format(
            R"({} no longer has the HTTP binding "{}".)", MethodLabel(*methods_.after), old.Name()),
        .element = methods_.after->full_name(),
        .help = fmt::format("Keep `{}` in additional_bindings.", old.Name())};
    SetAfter(draft,
             PlacesOf(*methods_.after, {pb::MethodDescriptorProto::kOptionsFieldNumber, kHttp}));
    Finish(std::move(draft), old, kPattern);
  }

  void Finish(Draft draft, const Binding& old, int field) {
    SetBefore(draft, PlacesOf(*methods_.before, StepsTo(old, field)));
    draft.subject.method_before = methods_.before;
    draft.subject.method_after = methods_.after;
    context_.Add(std::move(draft));
  }

  Context& context_;
  const MethodPair& methods_;
  std::vector<Binding> before_;
  std::vector<Binding> after_;
};

}  // namespace

void CheckHttp(Context& context, const MethodPair& methods) {
  if (!context.like_buf && !SameBytes(methods.before->options(), methods.after->options(), kHttp)) {
    Comparison(context, methods).Run();
  }
}

}  // namespace accord::breaking
