#include "cli/specifications.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/proto/sources.h"

#include "cli/document_opener.h"

namespace accord::cli {
namespace {

/// A .proto file or a descriptor set.
bool IsProto(const std::string& name) {
  constexpr std::array<std::string_view, 6> kEndings = {
      ".proto", ".binpb", ".pb", ".desc", ".protoset", ".fds"};
  const std::string lower = base::ToLowerAscii(name);
  return !IsUrl(name) && std::ranges::any_of(kEndings, [&](std::string_view ending) {
    return lower.ends_with(ending);
  });
}

}  // namespace

base::Result<Specifications> OpenSpecifications(const std::vector<std::string>& names,
                                                const std::string& message,
                                                bool allow_fetch) {
  Specifications out;
  const auto take = [&out](conform::LoadResult read) {
    std::ranges::move(read.findings, std::back_inserter(out.findings));
    out.unusable += read.usable ? 0 : 1;
  };
  for (const std::string& name : names) {
    if (IsProto(name)) {
      const auto sources = proto::Open(name, {});
      if (!sources) {
        return sources.error();
      }
      take(conform::LoadProto(*sources, out.described));
      continue;
    }
    DocumentOpener opener(allow_fetch);
    auto loaded = opener.Read(name, "specification");
    if (!loaded) {
      return loaded.error();
    }
    std::ranges::move(loaded->findings, std::back_inserter(out.findings));
    if (!loaded->document) {
      ++out.unusable;
      continue;
    }
    take(conform::Load(loaded->document, {opener.uri(), opener.Others()}, out.described));
  }
  if (!message.empty() && out.unusable == 0) {
    if (out.described.FindType(message) == nullptr) {
      return base::UsageError(fmt::format(
          "--message {}: no .proto file of the specification has one message of that name",
          message));
    }
    out.described.type = message;
  }
  return out;
}

}  // namespace accord::cli
