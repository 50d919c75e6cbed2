#include "document/git_objects.h"

#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "accord/base/strings.h"

#include "document/regular_file.h"

namespace accord::document {
namespace {

// The size in `ID blob SIZE`; nullopt for anything else git answers.
std::optional<std::size_t> BlobSize(std::string_view line) {
  const std::vector<std::string_view> words = base::Split(base::Trim(line), ' ');
  std::size_t size = 0;
  if (words.size() != 3 || words[1] != "blob" ||
      std::from_chars(words[2].begin(), words[2].end(), size).ec != std::errc()) {
    return std::nullopt;
  }
  return size;
}

}  // namespace

base::Result<std::string> GitObjects::Read(const std::string& id,
                                           const std::string& name,
                                           std::size_t max_bytes) {
  const std::lock_guard<std::mutex> lock(mutex_);
  const base::Result<std::string> line = Request(id);
  if (!line) {
    git_.reset();
    return base::Error{line.error().kind,
                       fmt::format("cannot read {}: {}", name, line.error().message)};
  }
  const std::optional<std::size_t> size = BlobSize(*line);
  if (!size && line->ends_with(" missing\n")) {
    return base::InputError(fmt::format(
        "cannot read {}: its content (object {}) is not in this repository; clones made with "
        "--filter leave contents out",
        name,
        id));
  }
  if (!size) {
    const std::string said(base::Trim(line->empty() ? git_->error_text() : *line));
    git_.reset();
    return base::InputError(fmt::format("cannot read {}: git says: {}", name, said));
  }
  if (*size > max_bytes) {
    git_.reset();  // It is about to send what nobody wants.
    return TooLarge(name, max_bytes);
  }
  base::Result<std::string> bytes = Receive(*size);
  if (!bytes) {
    git_.reset();
  }
  return bytes;
}

base::Result<std::string> GitObjects::Request(const std::string& id) {
  if (!git_) {
    base::Result<base::Process> started =
        base::Process::Start(repository_.Command({"cat-file", "--batch"}));
    if (!started) {
      return started.error();
    }
    git_ = std::move(*started);
  }
  if (base::Result<void> written = git_->Write(id + '\n'); !written) {
    return written.error();
  }
  return git_->ReadLine();
}

base::Result<std::string> GitObjects::Receive(std::size_t size) {
  // The content is followed by one line feed.
  base::Result<std::string> bytes = git_->Read(size + 1);
  if (!bytes) {
    return bytes;
  }
  if (bytes->size() != size + 1) {
    return base::InputError("git ended in the middle of an object");
  }
  bytes->pop_back();
  return bytes;
}

}  // namespace accord::document
