#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "accord/finding/report.h"

namespace accord::report {

/// True for `git:REF:PATH`: a file of a commit, not of the working tree.
bool IsInGit(std::string_view file);

/// How the working tree names a file: without `git:REF:` and a leading `./`.
std::string_view TreePath(std::string_view file);

/// `TreePath` as a URI reference (RFC 3986): relative, `file:` for an absolute path, a URL as it
/// is.
std::string ToUri(std::string_view file);

/// The file a finding belongs to: its own, or that of the old version; empty without any.
std::string_view FileOf(const finding::Finding& finding);

/// A finding and the check it came up in, if any.
struct Located {
  const finding::Finding* finding = nullptr;
  const finding::Check* check = nullptr;

  bool pending() const;
  /// Where it is now: its own place or that of its check.
  const finding::Span& span() const;
  /// A file name for formats that demand one: now, in the old version, or "." without any.
  std::string_view path() const;
  /// The line in `path`; 0 when it is unknown or of the old version.
  std::uint32_t line() const { return span().file.empty() ? 0 : span().start.line; }
};

/// All findings of a report in its order: about inputs, then about checks.
std::vector<Located> AllFindings(const finding::Report& report);

/// Findings of one file.
struct FileGroup {
  std::string_view file;
  std::vector<const finding::Finding*> findings;
};
/// In the order in which the files first appear.
std::vector<FileGroup> GroupByFile(const std::vector<finding::Finding>& findings);

}  // namespace accord::report
