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
  const std::optional<std::size_t> size = line.ok() ? BlobSize(*line) : std::nullopt;
  if (size && *size > max_bytes) {
    git_.reset();  // It is about to send what nobody wants.
    return TooLarge(name, max_bytes);
  }
  base::Result<std::string> bytes = size ? Receive(*size) : Refusal(line, id);
  if (!bytes) {
    git_.reset();
    return base::Error{bytes.error().kind,
                       fmt::format("cannot read {}: {}", name, bytes.error().message)};
  }
  return bytes;
}

// Why an answer is no blob. Ends git, whose last words may still be under way.
base::Error GitObjects::Refusal(const base::Result<std::string>& line, const std::string& id) {
  if (!line) {
    return line.error();
  }
  if (const base::Result<int> ended = git_->Wait(); !ended) {
    return ended.error();
  }
  if (line->ends_with(" missing\n") || LacksObjects(git_->error_text())) {
    return base::InputError(fmt::format(
        "its content (object {}) is missing from this repository or damaged; clones made with "
        "--filter leave contents out",
        id));
  }
  return GitComplaint(git_->error_text());
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
    return base::InputError("git ended in the middle of the content");
  }
  bytes->pop_back();
  return bytes;
}

}  // namespace accord::document
