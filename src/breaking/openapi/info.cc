#include <array>
#include <charconv>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "breaking/openapi/differences.h"
#include "breaking/openapi/rules.h"

namespace accord::breaking::api {
namespace {

/// Major, minor, patch.
using SemVer = std::array<int, 3>;

std::optional<int> TakeNumber(std::string_view& text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const auto size = static_cast<std::size_t>(end - text.data());
  if (error != std::errc() || text.front() == '-' || (size > 1 && text.front() == '0')) {
    return std::nullopt;
  }
  text.remove_prefix(size);
  return value;
}

/// Identifiers split by dots; `numbers`: those of digits only have no leading zero.
bool AreIdentifiers(std::string_view text, bool numbers) {
  while (true) {
    const std::string_view one = text.substr(0, text.find('.'));
    const bool digits = one.find_first_not_of("0123456789") == std::string_view::npos;
    const bool known =
        one.find_first_not_of("0123456789-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") ==
        std::string_view::npos;
    if (one.empty() || !known || (numbers && digits && one.size() > 1 && one.front() == '0')) {
      return false;
    }
    if (one.size() == text.size()) {
      return true;
    }
    text.remove_prefix(one.size() + 1);
  }
}

/// Semantic Versioning 2.0.0, with a `v` in front or without.
std::optional<SemVer> ParseVersion(std::string_view text) {
  SemVer version{};
  if (text.starts_with('v')) {
    text.remove_prefix(1);
  }
  for (std::size_t i = 0; i < version.size(); ++i) {
    if (text.empty() || (i > 0 && text.front() != '.')) {
      return std::nullopt;
    }
    text.remove_prefix(i > 0 ? 1 : 0);
    const auto number = text.empty() ? std::nullopt : TakeNumber(text);
    if (!number) {
      return std::nullopt;
    }
    version[i] = *number;
  }
  const std::size_t plus = text.find('+');
  const std::string_view pre = text.substr(0, plus);
  const bool pre_is_good =
      pre.empty() || (pre.starts_with('-') && AreIdentifiers(pre.substr(1), true));
  const bool build_is_good =
      plus == std::string_view::npos || AreIdentifiers(text.substr(plus + 1), false);
  return pre_is_good && build_is_good ? std::optional(version) : std::nullopt;
}

/// Whether the step is large enough to break something.
bool IsLargeStep(const SemVer& before, const SemVer& after) {
  if (before[0] == 0 && after[0] == 0) {
    return after[1] > before[1];
  }
  return after[0] > before[0];
}

Change MakeChange(const openapi::Description& before,
                  const openapi::Description& after,
                  Remark remark) {
  const auto info = [](const openapi::Description& description) {
    return Place{description.root.Child(description.root->Find("info")), "version"};
  };
  Change change;
  change.rule = &remark.rule;
  change.args = std::move(remark.args);
  change.message = std::move(remark.message);
  change.section = "info";
  change.before = info(before);
  change.after = info(after);
  return change;
}

}  // namespace

std::vector<Change> VersionChanges(const openapi::Description& before,
                                   const openapi::Description& after) {
  const std::string& old_text = before.api_version;
  const std::string& new_text = after.api_version;
  const auto old_version = ParseVersion(old_text);
  const auto new_version = ParseVersion(new_text);
  if (!old_version || !new_version) {
    return {};
  }
  if (old_text == new_text) {
    return {MakeChange(before,
                       after,
                       {kVersionNotBumped,
                        {new_text},
                        fmt::format("Something breaks, but the version is still {}.", new_text)})};
  }
  if (*new_version <= *old_version) {
    return {MakeChange(
        before,
        after,
        {kVersionDecreased,
         {old_text, new_text},
         fmt::format(
             "Something breaks, but the version went from {} to {}.", old_text, new_text)})};
  }
  if (!IsLargeStep(*old_version, *new_version)) {
    return {MakeChange(before,
                       after,
                       {kMajorVersionNotBumped,
                        {old_text, new_text},
                        fmt::format("Something breaks, but from {} to {} the major version stays "
                                    "the same.",
                                    old_text,
                                    new_text)})};
  }
  return {};
}

}  // namespace accord::breaking::api
