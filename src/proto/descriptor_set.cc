#include "proto/descriptor_set.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>
#include <google/protobuf/descriptor.pb.h>
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/stubs/logging.h>
#include <google/protobuf/util/json_util.h>

#include "accord/base/strings.h"
#include "accord/proto/rules.h"

namespace accord::proto {
namespace pb = google::protobuf;
namespace {

// Length-delimited field 1: of the set its files, of a file its name.
constexpr std::uint32_t kFileTag = 0x0A;
constexpr char kNameTag = 0x0A;
// Where a buf image keeps what it knows about a file: whether it is only there as an import.
constexpr int kBufField = 8042;

/// Why bytes are no FileDescriptorSet. Only for those that protobuf refused.
std::string WhatIsWrong(std::string_view bytes) {
  constexpr std::string_view kForeign = "is neither a descriptor set nor a .proto file";
  pb::io::CodedInputStream input(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                 static_cast<int>(bytes.size()));
  for (std::size_t number = 1;; ++number) {
    const std::uint32_t tag = input.ReadTag();
    if (tag == 0) {
      const bool at_end = static_cast<std::size_t>(input.CurrentPosition()) == bytes.size();
      return at_end && number > 1
                 ? "holds a file that is damaged, or nested deeper than 100 messages"
                 : std::string(kForeign);
    }
    std::uint32_t size = 0;
    if (tag != kFileTag || !input.ReadVarint32(&size)) {
      return std::string(kForeign);
    }
    const std::string_view file = bytes.substr(static_cast<std::size_t>(input.CurrentPosition()));
    if (size > file.size()) {
      // A file begins with its name.
      return number > 1 || file.starts_with(kNameTag)
                 ? fmt::format("is cut off: it ends inside of its file number {}", number)
                 : std::string(kForeign);
    }
    input.Skip(static_cast<int>(size));
  }
}

bool AllNamed(const pb::FileDescriptorSet& set) {
  return std::all_of(set.file().begin(), set.file().end(), [](const auto& file) {
    return !file.name().empty() && base::IsUtf8(file.name());
  });
}

/// An explanation when it cannot be read.
std::optional<std::string> ParseJson(std::string_view bytes, pb::FileDescriptorSet& set) {
  pb::util::JsonParseOptions options;
  options.ignore_unknown_fields = true;  // A buf image has `bufExtension`.
  const auto status = pb::util::JsonStringToMessage(
      pb::stringpiece_internal::StringPiece(bytes.data(), bytes.size()), &set, options);
  if (!status.ok()) {
    return fmt::format("is no descriptor set in JSON: {}", status.message().ToString());
  }
  if (set.file_size() == 0) {
    return "holds no files";
  }
  return AllNamed(set) ? std::nullopt : std::optional<std::string>("holds a file without a name");
}

/// An explanation when it can be read in neither form.
std::optional<std::string> ParseSet(std::string_view bytes, pb::FileDescriptorSet& set) {
  if (bytes.empty()) {
    return "is empty";
  }
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    return "is larger than 2 GiB";
  }
  // Bytes that are something else can still make sense as unknown fields.
  if (set.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())) && set.file_size() > 0 &&
      AllNamed(set)) {
    return std::nullopt;
  }
  set.Clear();
  if (!base::Trim(bytes).starts_with('{')) {
    return WhatIsWrong(bytes);
  }
  std::optional<std::string> why = ParseJson(bytes, set);
  // Also how a binary set with a first file of 123 bytes begins.
  return why && bytes.starts_with("\n{\n") ? WhatIsWrong(bytes) : why;
}

class DescriptorSet final : public Sources {
 public:
  DescriptorSet(std::string display, std::string_view bytes);

  bool Load(std::string_view path,
            bool locations,
            pb::FileDescriptorProto& file,
            std::vector<finding::Finding>& findings) const override;
  std::string Text(std::string_view /*path*/) const override { return {}; }

 private:
  void AddEntries();

  pb::FileDescriptorSet set_;
  std::unordered_map<std::string_view, int> index_;
};

DescriptorSet::DescriptorSet(std::string display, std::string_view bytes) {
  const pb::LogSilencer silence;  // protobuf writes to stderr when a name is not UTF-8.
  name_ = std::move(display);
  workspace_.modules.emplace_back();
  if (const std::optional<std::string> why = ParseSet(bytes, set_)) {
    findings_.push_back(
        finding::Make(kProtoUnreadable, fmt::format("{} {}", name_, *why), {.file = name_}));
    set_.Clear();
  }
  AddEntries();
}

/// Equal for files that mean the same: comments and positions do not count.
std::string ContentOf(const pb::FileDescriptorProto& file) {
  pb::FileDescriptorProto bare = file;
  bare.clear_source_code_info();
  bare.GetReflection()->MutableUnknownFields(&bare)->DeleteByNumber(kBufField);
  return document::GitBlobId(bare.SerializeAsString());
}

void DescriptorSet::AddEntries() {
  for (int i = 0; i < set_.file_size(); ++i) {
    const pb::FileDescriptorProto& file = set_.file(i);
    if (!index_.emplace(file.name(), i).second) {
      findings_.push_back(
          finding::Make(kProtoDuplicateFile,
                        fmt::format("{} stands in {} more than once", file.name(), name_),
                        {.file = name_}));
      continue;
    }
    SourceEntry entry;
    entry.path = file.name();
    entry.display = file.name();
    entry.content = ContentOf(file);
    entry.imports.assign(file.dependency().begin(), file.dependency().end());
    entry.package = file.package();
    entries_.push_back(std::move(entry));
  }
  std::sort(entries_.begin(), entries_.end(), [](const SourceEntry& a, const SourceEntry& b) {
    return a.path < b.path;
  });
}

bool DescriptorSet::Load(std::string_view path,
                         bool locations,
                         pb::FileDescriptorProto& file,
                         std::vector<finding::Finding>& /*findings*/) const {
  const auto found = index_.find(path);
  if (found == index_.end()) {
    return false;
  }
  file = set_.file(found->second);
  if (!locations) {
    file.clear_source_code_info();
  }
  return true;
}

}  // namespace

std::shared_ptr<const Sources> OpenDescriptorSet(std::string display, std::string_view bytes) {
  return std::make_shared<const DescriptorSet>(std::move(display), bytes);
}

}  // namespace accord::proto
