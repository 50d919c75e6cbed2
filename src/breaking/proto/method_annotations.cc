#include <algorithm>
#include <cctype>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <google/protobuf/descriptor.pb.h>

#include "breaking/proto/checks.h"
#include "breaking/proto/custom_option.h"
#include "breaking/proto/moves.h"
#include "breaking/proto/rules.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;

constexpr int kMethodSignature = 1051;
constexpr int kOperationInfo = 1049;
constexpr int kResponseType = 1;
constexpr int kMetadataType = 2;
constexpr int kOptions = pb::MethodDescriptorProto::kOptionsFieldNumber;

std::string WithoutBlanks(std::string text) {
  text.erase(
      std::remove_if(
          text.begin(), text.end(), [](unsigned char letter) { return std::isspace(letter) != 0; }),
      text.end());
  return text;
}

std::vector<std::string> SignaturesOf(const proto::Image& image,
                                      const pb::MethodDescriptor& method) {
  std::vector<std::string> signatures =
      CustomOption(image, method.options(), kMethodSignature).texts();
  std::transform(signatures.begin(), signatures.end(), signatures.begin(), WithoutBlanks);
  return signatures;
}

// Those of `all` that `others` lacks, as indices.
std::vector<int> Missing(const std::vector<std::string>& all,
                         const std::vector<std::string>& others) {
  const std::set<std::string> known(others.begin(), others.end());
  std::vector<int> missing;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (known.count(all[i]) == 0) {
      missing.push_back(static_cast<int>(i));
    }
  }
  return missing;
}

void CheckSignatures(Context& context, const MethodPair& methods) {
  if (SameBytes(methods.before->options(), methods.after->options(), kMethodSignature)) {
    return;
  }
  const auto before = SignaturesOf(context.before, *methods.before);
  const auto after = SignaturesOf(context.after, *methods.after);
  const std::vector<int> gone = Missing(before, after);
  const std::vector<int> added = Missing(after, before);
  const bool one_changed = gone.size() == 1 && added.size() == 1;
  for (const int index : gone) {
    const std::string& old = before[static_cast<std::size_t>(index)];
    std::string message = fmt::format(
        R"({} no longer has the method signature "{}".)", MethodLabel(*methods.after), old);
    std::vector<int> steps = {kOptions, kMethodSignature};
    if (one_changed) {
      message = fmt::format(R"({} changed method signature from "{}" to "{}".)",
                            MethodLabel(*methods.after),
                            old,
                            after[static_cast<std::size_t>(added.front())]);
      steps.push_back(added.front());
    }
    Draft draft{.rule = &kRpcSameMethodSignature,
                .message = std::move(message),
                .element = methods.after->full_name(),
                .help = fmt::format("Keep the signature \"{}\" beside the others.", old)};
    SetAfter(draft, PlacesOf(*methods.after, std::move(steps)));
    SetBefore(draft, PlacesOf(*methods.before, {kOptions, kMethodSignature, index}));
    draft.subject.method_before = methods.before;
    draft.subject.method_after = methods.after;
    context.Add(std::move(draft));
  }
}

// The full name of a type as an annotation names it: full, or relative to the method's package.
std::string Resolve(const proto::Image& image,
                    const pb::MethodDescriptor& method,
                    const std::string& name) {
  if (name.empty() || image.pool().FindMessageTypeByName(name) != nullptr) {
    return name;
  }
  std::string scope = method.file()->package();
  while (!scope.empty()) {
    std::string full = fmt::format("{}.{}", scope, name);
    if (image.pool().FindMessageTypeByName(full) != nullptr) {
      return full;
    }
    const std::size_t dot = scope.rfind('.');
    scope.resize(dot == std::string::npos ? 0 : dot);
  }
  return name;
}

struct OperationPart {
  const char* field;
  const char* label;
  int number;
};

void CheckOperationPart(Context& context, const MethodPair& methods, const OperationPart& part) {
  const CustomOption before(context.before, methods.before->options(), kOperationInfo);
  const CustomOption after(context.after, methods.after->options(), kOperationInfo);
  if (before.message() == nullptr) {
    return;
  }
  const std::string old =
      Resolve(context.before, *methods.before, TextOf(*before.message(), part.field));
  const std::string now =
      after.message() == nullptr
          ? std::string()
          : Resolve(context.after, *methods.after, TextOf(*after.message(), part.field));
  if (old.empty() || context.moves.Same(old, now)) {
    return;
  }
  Draft draft{.rule = &kRpcSameOperationInfo,
              .message = fmt::format(R"({} changed operation {} type from "{}" to "{}".)",
                                     MethodLabel(*methods.after),
                                     part.label,
                                     old,
                                     now),
              .element = methods.after->full_name(),
              .help = fmt::format("Keep {} as the {} type and add fields to it.", old, part.label)};
  SetAfter(draft, PlacesOf(*methods.after, {kOptions, kOperationInfo, part.number}));
  SetBefore(draft, PlacesOf(*methods.before, {kOptions, kOperationInfo, part.number}));
  draft.subject.method_before = methods.before;
  draft.subject.method_after = methods.after;
  context.Add(std::move(draft));
}

}  // namespace

void CheckMethodAnnotations(Context& context, const MethodPair& methods) {
  if (context.like_buf) {
    return;
  }
  CheckSignatures(context, methods);
  if (!SameBytes(methods.before->options(), methods.after->options(), kOperationInfo)) {
    CheckOperationPart(context, methods, {"response_type", "response", kResponseType});
    CheckOperationPart(context, methods, {"metadata_type", "metadata", kMetadataType});
  }
}

}  // namespace accord::breaking
