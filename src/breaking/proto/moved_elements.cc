#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <google/protobuf/descriptor.pb.h>

#include "breaking/proto/context.h"
#include "breaking/proto/elements.h"
#include "breaking/proto/moves.h"
#include "breaking/proto/rules.h"
#include "breaking/proto/top_level.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;

constexpr const char* kTypeUrl = "type.googleapis.com/";
constexpr std::size_t kNamesShown = 5;

// Field 1 of each kind of descriptor.
constexpr int kName = pb::DescriptorProto::kNameFieldNumber;
static_assert(kName == pb::EnumDescriptorProto::kNameFieldNumber &&
              kName == pb::ServiceDescriptorProto::kNameFieldNumber);

const pb::Descriptor* FindNow(const pb::DescriptorPool& pool,
                              const pb::Descriptor&,
                              const std::string& name) {
  return pool.FindMessageTypeByName(name);
}
const pb::EnumDescriptor* FindNow(const pb::DescriptorPool& pool,
                                  const pb::EnumDescriptor&,
                                  const std::string& name) {
  return pool.FindEnumTypeByName(name);
}
const pb::ServiceDescriptor* FindNow(const pb::DescriptorPool& pool,
                                     const pb::ServiceDescriptor&,
                                     const std::string& name) {
  return pool.FindServiceByName(name);
}

struct KindOf {
  const finding::RuleInfo* rule;
  const char* label;
  const char* help;
};
KindOf Kind(const pb::Descriptor&) {
  return {&kMessageSameFullName,
          "Message",
          "Keep the old message beside the new one until nobody refers to it."};
}
KindOf Kind(const pb::EnumDescriptor&) {
  return {&kEnumSameFullName,
          "Enum",
          "Keep the old enum beside the new one until nobody refers to it."};
}
KindOf Kind(const pb::ServiceDescriptor&) {
  return {&kServiceSameFullName,
          "Service",
          "Serve the old name beside the new one until its traffic has ended."};
}

template <typename T>
Draft MakeDraft(const finding::RuleInfo& rule, const T& before, const T& after) {
  return {.rule = &rule,
          .element = before.full_name(),
          .after = PartOf(after, {kName}),
          .fallback = {PlaceOf(after)},
          .before = PartOf(before, {kName}),
          .before_fallback = {PlaceOf(before)}};
}

void AddTypeUrl(Context& context, const pb::Descriptor& before, const pb::Descriptor& after) {
  Draft draft = MakeDraft(kMessageSameTypeUrl, before, after);
  draft.message = fmt::format(R"(Message "{0}" changed type URL from "{1}{2}" to "{1}{3}".)",
                              before.name(),
                              kTypeUrl,
                              before.full_name(),
                              after.full_name());
  draft.help = "If the message is never put into Any nor looked up by name, ignore this.";
  draft.subject.message_before = &before;
  draft.subject.message_after = &after;
  context.Add(std::move(draft));
}
template <typename T>
void AddTypeUrl(Context&, const T&, const T&) {}

void SetSubject(Draft& draft, const pb::Descriptor& before, const pb::Descriptor& after) {
  draft.subject.message_before = &before;
  draft.subject.message_after = &after;
}
void SetSubject(Draft& draft, const pb::EnumDescriptor& before, const pb::EnumDescriptor& after) {
  draft.subject.enum_before = &before;
  draft.subject.enum_after = &after;
}
void SetSubject(Draft&, const pb::ServiceDescriptor&, const pb::ServiceDescriptor&) {}

template <typename T>
void CheckElement(Context& context, const T& before) {
  const std::string now(context.moves.NewName(before.full_name()));
  if (now.empty() || !context.moves.NewPackage(before.file()->package()).empty()) {
    return;
  }
  const T* after = FindNow(context.after.pool(), before, now);
  const KindOf kind = Kind(before);
  Draft draft = MakeDraft(*kind.rule, before, *after);
  draft.message = fmt::format(R"({} "{}" changed full name from "{}" to "{}".)",
                              kind.label,
                              before.name(),
                              before.full_name(),
                              now);
  draft.help = kind.help;
  SetSubject(draft, before, *after);
  context.Add(std::move(draft));
  AddTypeUrl(context, before, *after);
}

void CheckFile(Context& context, const pb::FileDescriptor& before) {
  const std::vector<std::string>& now = context.moves.NewFiles(before.name());
  if (now.empty() || !context.moves.NewPackage(before.package()).empty()) {
    return;
  }
  const pb::FileDescriptor* after = FindFile(context.after, now.front());
  context.Add({.rule = &kFileSamePath,
               .message = fmt::format(R"(File "{}" changed path: its elements are in "{}" now.)",
                                      before.name(),
                                      fmt::join(now, R"(", ")")),
               .element = before.name(),
               .after = after == nullptr ? Place() : PlaceOf(*after),
               .before = PlaceOf(before),
               .help = fmt::format(R"(Leave "{}" with `import public "{}";` for those that import )"
                                   R"(it.)",
                                   before.name(),
                                   now.front())});
}

// What became of one package that moved.
struct PackageMove {
  const pb::FileDescriptor* before = nullptr;  // The first of its files.
  const pb::FileDescriptor* after = nullptr;
  std::size_t moved = 0;
  std::size_t messages = 0;
  std::vector<std::string> lost;
};

std::string Losses(const PackageMove& move) {
  if (move.lost.empty()) {
    return ".";
  }
  const std::size_t shown = std::min(move.lost.size(), kNamesShown);
  return fmt::format(
      R"(; gone are "{}"{}.)",
      fmt::join(
          move.lost.begin(), move.lost.begin() + static_cast<std::ptrdiff_t>(shown), R"(", ")"),
      shown == move.lost.size() ? "" : fmt::format(" and {} more", move.lost.size() - shown));
}

void ReportPackage(Context& context, const std::string& package, const PackageMove& move) {
  const std::string now(context.moves.NewPackage(package));
  constexpr int kPackage = pb::FileDescriptorProto::kPackageFieldNumber;
  Draft draft{.rule = &kPackageSameName,
              .message = fmt::format(R"(Package changed name from "{}" to "{}" with {} of its )"
                                     R"(elements{})",
                                     package,
                                     now,
                                     move.lost.empty() ? "all" : std::to_string(move.moved),
                                     Losses(move)),
              .element = package,
              .after = {move.after, {kPackage}},
              .fallback = {PlaceOf(*move.after)},
              .before = {move.before, {kPackage}},
              .before_fallback = {PlaceOf(*move.before)},
              .help = "Keep the old package, served beside the new one, until clients have moved."};
  if (move.messages != 0) {
    Draft urls = draft;
    urls.rule = &kMessageSameTypeUrl;
    urls.message = fmt::format(
        R"(Type URLs of {0} messages of package "{1}" changed from "{2}{1}." to "{2}{3}.".)",
        move.messages,
        package,
        kTypeUrl,
        now);
    urls.help = "If the messages are never put into Any nor looked up by name, ignore this.";
    context.Add(std::move(urls));
  }
  context.Add(std::move(draft));
}

void CheckPackages(Context& context) {
  std::map<std::string, PackageMove> packages;
  ForEachTopLevel(context.before, [&](const auto& before) {
    const std::string& package = before.file()->package();
    if (context.moves.NewPackage(package).empty()) {
      return;
    }
    PackageMove& move = packages[package];
    const std::string now(context.moves.NewName(before.full_name()));
    if (now.empty()) {
      move.lost.push_back(before.name());
      return;
    }
    ++move.moved;
    if (move.before == nullptr) {
      move.before = before.file();
      move.after = FindNow(context.after.pool(), before, now)->file();
    }
    const bool message = context.before.pool().FindMessageTypeByName(before.full_name()) != nullptr;
    move.messages += message ? 1 : 0;
  });
  for (const auto& [package, move] : packages) {
    ReportPackage(context, package, move);
  }
}

}  // namespace

void CheckMoves(Context& context) {
  if (context.like_buf) {
    return;
  }
  CheckPackages(context);
  for (const pb::FileDescriptor* file : context.before.files()) {
    CheckFile(context, *file);
  }
  ForEachTopLevel(context.before, [&](const auto& element) { CheckElement(context, element); });
}

}  // namespace accord::breaking
