#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "accord/base/result.h"
#include "accord/document/document.h"
#include "accord/document/input.h"
#include "accord/schema/library.h"
#include "accord/schema/schema.h"

namespace accord::cli {

/// Opens one document and finds those that it refers to: its neighbours, what is below folders that
/// were added and, with `allow_fetch`, what URLs name.
class DocumentOpener {
 public:
  /// `folder_option`: what names folders on the command line, for messages; may be empty.
  explicit DocumentOpener(bool allow_fetch, std::string folder_option = {});

  base::Result<void> AddFolder(const std::string& folder);

  /// Reads a file, URL, `git:REF:PATH` or `-`. `what` it should be, for messages. An error when it
  /// cannot be read; what is wrong with it are findings.
  base::Result<document::LoadResult> Read(const std::string& name, std::string_view what);

  /// Of the document that was read; empty for standard input.
  const std::string& uri() const { return uri_; }
  /// Stays usable without this.
  schema::LoadDocument Others() const;

 private:
  std::shared_ptr<schema::Library> library_;
  document::FetchUrl fetch_;
  bool allow_fetch_;
  std::string folder_option_;
  std::string uri_;
};

bool IsUrl(std::string_view name);

}  // namespace accord::cli
