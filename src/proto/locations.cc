#include "proto/locations.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <google/protobuf/descriptor.pb.h>

#include "accord/base/hash.h"

#include "proto/option_path.h"
#include "proto/source_text.h"

namespace accord::proto {
namespace pb = google::protobuf;
namespace {

constexpr std::size_t kKept = 16;

// Field numbers of descriptor.proto.
constexpr int kFileMessage = 4;
constexpr int kFileExtension = 7;
constexpr int kMessageField = 2;
constexpr int kMessageNested = 3;
constexpr int kMessageExtension = 6;
constexpr int kFieldType = 5;
constexpr int kFieldTypeName = 6;
constexpr int kFieldDefault = 7;

std::string KeyOf(const ElementPath& path, std::size_t length) {
  return {reinterpret_cast<const char*>(path.data()), length * sizeof(int)};
}

// Whether the path is that of part `number` of a field or an extension.
bool IsFieldPart(const ElementPath& path, int number) {
  if (path.size() < 3 || path.size() % 2 == 0 || path.back() != number) {
    return false;
  }
  const int list = path[path.size() - 3];
  return path.size() == 3
             ? list == kFileExtension
             : path[0] == kFileMessage && (list == kMessageField || list == kMessageExtension);
}

ElementPath SiblingOf(ElementPath path, int number) {
  path.back() = number;
  return path;
}

// 128 bits of a path: with millions of places in a file, paths as keys would take most of the
// memory.
using PathHash = std::pair<std::uint64_t, std::uint64_t>;

PathHash HashOf(const ElementPath& path) {
  const std::string_view bytes{reinterpret_cast<const char*>(path.data()),
                               path.size() * sizeof(int)};
  return {base::Hash64(bytes, 1), base::Hash64(bytes, 2)};
}

// As libprotobuf counts.
struct Range {
  int line = 0;
  int column = 0;
  int end_line = 0;
  int end_column = 0;
};

// libprotobuf gives the place of the value; what is meant is the whole `default = value`.
std::size_t StartOfDefault(std::string_view text, std::size_t value) {
  constexpr std::string_view kBlank = " \t\r\n\f\v";
  constexpr std::string_view kWord = "default";
  const std::size_t sign = text.substr(0, value).find_last_not_of(kBlank);
  if (sign == std::string_view::npos || text[sign] != '=') {
    return value;
  }
  const std::size_t last = text.substr(0, sign).find_last_not_of(kBlank);
  if (last == std::string_view::npos || !text.substr(0, last + 1).ends_with(kWord)) {
    return value;
  }
  return last + 1 - kWord.size();
}

// Descriptor sets hold places, but no text: columns stay as their compiler counted them.
finding::Position FromZero(int line, int column) {
  return {.line = static_cast<std::uint32_t>(std::max(line, 0)) + 1,
          .column = static_cast<std::uint32_t>(std::max(column, 0)) + 1};
}

std::string DisplayOf(const std::string& path, const Sources& sources) {
  if (const SourceEntry* entry = sources.Find(path); entry != nullptr) {
    return entry->display;
  }
  const auto sibling = std::find_if(sources.siblings().begin(),
                                    sources.siblings().end(),
                                    [&](const SourceEntry& entry) { return entry.path == path; });
  return sibling == sources.siblings().end() ? path : sibling->display;
}

}  // namespace

class Locations::FileIndex {
 public:
  FileIndex(const std::string& path, const Sources& sources, const pb::DescriptorPool& pool);

  const std::string& path() const { return path_; }
  finding::Span Find(const ElementPath& path) const;

 private:
  void Add(const ElementPath& path, const pb::SourceCodeInfo::Location& location);
  finding::Span SpanOf(const Range& range, bool of_default) const;
  void AddMapEntries(const pb::DescriptorProto& message, const ElementPath& path);
  const Range* Look(const ElementPath& path) const;

  std::string path_;
  std::string display_;
  SourceText text_;
  struct Placed {
    PathHash path;
    Range range;
  };
  std::vector<Placed> ranges_;  // Sorted by path; of equal ones the first counts.
  Placed type_;                 // Of the field that was added last.
  std::unordered_map<std::string, Range> map_entries_;
};

Locations::FileIndex::FileIndex(const std::string& path,
                                const Sources& sources,
                                const pb::DescriptorPool& pool)
    : path_(path), display_(DisplayOf(path, sources)), text_(sources.Text(path)) {
  pb::FileDescriptorProto file;
  std::vector<finding::Finding> said_before;
  if (!sources.Load(path, true, file, said_before)) {
    return;
  }
  OptionPaths options(file, pool);
  ranges_.reserve(static_cast<std::size_t>(file.source_code_info().location_size()));
  for (const pb::SourceCodeInfo::Location& location : file.source_code_info().location()) {
    const ElementPath at(location.path().begin(), location.path().end());
    Add(at, location);
    for (const ElementPath& option :
         text_.empty() ? options.Enclosing(at) : options.Interpret(at)) {
      Add(option, location);
    }
  }
  file.clear_source_code_info();
  std::stable_sort(ranges_.begin(), ranges_.end(), [](const Placed& a, const Placed& b) {
    return a.path < b.path;
  });
  for (int i = 0; i < file.message_type_size(); ++i) {
    AddMapEntries(file.message_type(i), {kFileMessage, i});
  }
}

void Locations::FileIndex::Add(const ElementPath& path,
                               const pb::SourceCodeInfo::Location& location) {
  // The file as a whole is no place worth pointing at.
  if (path.empty() || location.span_size() < 3) {
    return;
  }
  const bool one_line = location.span_size() == 3;
  const Range range{.line = location.span(0),
                    .column = location.span(1),
                    .end_line = location.span(one_line ? 0 : 2),
                    .end_column = location.span(one_line ? 2 : 3)};
  Placed placed{HashOf(path), range};
  if (IsFieldPart(path, kFieldType)) {
    type_ = placed;
  } else if (IsFieldPart(path, kFieldTypeName) &&
             type_.path == HashOf(SiblingOf(path, kFieldType))) {
    // Only a group has both a type and a type name; the latter is its own name, and no reference.
    placed.range = type_.range;
  }
  ranges_.push_back(placed);
}

// The messages made for map fields are not written; they stand where `map<...>` does.
void Locations::FileIndex::AddMapEntries(const pb::DescriptorProto& message,
                                         const ElementPath& path) {
  std::unordered_map<std::string_view, int> entries;
  for (int i = 0; i < message.nested_type_size(); ++i) {
    if (message.nested_type(i).options().map_entry()) {
      entries.emplace(message.nested_type(i).name(), i);
    } else {
      AddMapEntries(message.nested_type(i), Child(path, {kMessageNested, i}));
    }
  }
  for (int i = 0; i < message.field_size() && !entries.empty(); ++i) {
    const std::string_view type = message.field(i).type_name();
    const auto entry = entries.find(type.substr(type.rfind('.') + 1));
    const Range* place =
        entry == entries.end() ? nullptr : Look(Child(path, {kMessageField, i, kFieldTypeName}));
    if (place != nullptr) {
      const ElementPath at = Child(path, {kMessageNested, entry->second});
      map_entries_.emplace(KeyOf(at, at.size()), *place);
    }
  }
}

const Range* Locations::FileIndex::Look(const ElementPath& path) const {
  const PathHash wanted = HashOf(path);
  const auto placed = std::lower_bound(
      ranges_.begin(), ranges_.end(), wanted, [](const Placed& a, const PathHash& b) {
        return a.path < b;
      });
  if (placed != ranges_.end() && placed->path == wanted) {
    return &placed->range;
  }
  if (map_entries_.empty()) {
    return nullptr;
  }
  for (std::size_t length = 4; length <= path.size(); length += 2) {
    const auto found = map_entries_.find(KeyOf(path, length));
    if (found != map_entries_.end()) {
      return &found->second;
    }
  }
  return nullptr;
}

finding::Span Locations::FileIndex::SpanOf(const Range& range, bool of_default) const {
  if (text_.empty()) {
    finding::Span span;
    span.start = FromZero(range.line, range.column);
    span.end = FromZero(range.end_line, range.end_column);
    return span;
  }
  std::size_t begin = text_.OffsetOf(range.line, range.column);
  if (of_default) {
    begin = StartOfDefault(text_.text(), begin);
  }
  return text_.SpanOf(begin, text_.OffsetOf(range.end_line, range.end_column));
}

finding::Span Locations::FileIndex::Find(const ElementPath& path) const {
  finding::Span span;
  if (const Range* range = Look(path); range != nullptr) {
    span = SpanOf(*range, IsFieldPart(path, kFieldDefault));
  }
  span.file = display_;
  return span;
}

Locations::Locations(const Sources& sources, const pb::DescriptorPool& pool)
    : sources_(sources), pool_(pool) {}

Locations::~Locations() = default;

const Locations::FileIndex& Locations::IndexOf(const std::string& file) {
  const auto known = std::find_if(
      recent_.begin(), recent_.end(), [&](const auto& index) { return index->path() == file; });
  if (known != recent_.end()) {
    std::rotate(recent_.begin(), known, known + 1);
    return *recent_.front();
  }
  if (recent_.size() == kKept) {
    recent_.pop_back();
  }
  recent_.insert(recent_.begin(), std::make_unique<FileIndex>(file, sources_, pool_));
  return *recent_.front();
}

finding::Span Locations::Find(const std::string& file, const ElementPath& path) {
  return IndexOf(file).Find(path);
}

finding::Span Locations::FindFirst(const std::string& file, const std::vector<ElementPath>& paths) {
  finding::Span span = WholeFile(file);
  for (const ElementPath& path : paths) {
    span = Find(file, path);
    if (span.known()) {
      break;
    }
  }
  return span;
}

finding::Span Locations::WholeFile(const std::string& file) const {
  finding::Span span;
  span.file = DisplayOf(file, sources_);
  return span;
}

}  // namespace accord::proto
