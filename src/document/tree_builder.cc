#include "document/tree_builder.h"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>

#include "accord/base/hash.h"
#include "accord/document/rules.h"

#include "document/member_index.h"
#include "document/shapes.h"
#include "document/storage.h"

namespace accord::document {
namespace {

constexpr std::size_t kMaxRepeatedKeys = 100;

}  // namespace

TreeBuilder::TreeBuilder(std::string name, std::string source)
    : document_(new Document), arena_(&document_->storage_->arena) {
  document_->name_ = std::move(name);
  document_->source_ = std::move(source);
}

void TreeBuilder::Restart(std::string_view name,
                          std::string_view source,
                          std::uint32_t first_line) {
  Clear();
  if (document_ == nullptr) {
    document_ = spare_->Take();
  }
  if (document_ == nullptr) {
    document_.reset(new Document);
  }
  document_->storage_->Clear();
  document_->name_ = name;
  document_->source_ = source;
  document_->first_line_ = first_line;
  arena_ = &document_->storage_->arena;
}

std::string_view TreeBuilder::Store(std::string_view text) {
  return arena_->Store(text);
}

void TreeBuilder::Key(std::string_view key, Range at) {
  Member& member = members_.emplace_back();
  member.key_data = key.data();
  member.key_size = static_cast<std::uint32_t>(key.size());
  member.key_hash = base::Hash32(key);
  member.key_begin = at.begin;
  member.key_end = at.end;
}

void TreeBuilder::End(std::uint32_t end) {
  const Frame frame = frames_.back();
  const Node node = frame.kind == Kind::kArray ? CloseArray(frame, end) : CloseObject(frame, end);
  frames_.pop_back();
  Add(node);
}

Node TreeBuilder::CloseArray(const Frame& frame, std::uint32_t end) {
  const std::size_t size = items_.size() - frame.base;
  void* items = nullptr;
  if (size != 0) {
    items = arena_->Allocate(size * sizeof(Node), alignof(Node));
    std::memcpy(items, items_.data() + frame.base, size * sizeof(Node));
    items_.resize(frame.base);
  }
  return Make(Kind::kArray, items, size, {frame.begin, end});
}

Node TreeBuilder::CloseObject(const Frame& frame, std::uint32_t end) {
  const std::size_t size = members_.size() - frame.base;
  const Member* members = members_.data() + frame.base;
  const bool indexed = size >= kIndexedFrom;
  const std::size_t repeated_before = repeated_key_count_;
  const std::uint64_t hash = Shape::HashOf({members, size});
  ShapeFinder& shapes = ShapeFinder::Here();
  const Shape* shape = size == 0 ? nullptr : shapes.Find({members, size}, hash);
  const void* stored = nullptr;
  if (indexed) {
    stored = StoreIndexed(members, size);
  } else if (size != 0) {
    if (shape == nullptr) {
      FindRepeatedKeys(members, size);
    }
    stored = std::memcpy(
        arena_->Allocate(size * sizeof(Member), alignof(Member)), members, size * sizeof(Member));
  }
  members_.resize(frame.base);
  Node node = Make(Kind::kObject, stored, size, {frame.begin, end});
  node.indexed_ = indexed;
  node.has_repeated_keys_ = repeated_key_count_ != repeated_before;
  if (shape == nullptr && size != 0 && !node.has_repeated_keys_) {
    shape = shapes.Meet(node.members(), hash);
  }
  if (shape != nullptr) {
    node.shape_ = shape->number();
    node.is_typical_ = shape->HasValuesLike(node.members());
  }
  return node;
}

const Member* TreeBuilder::StoreIndexed(const Member* members, std::size_t size) {
  const std::size_t capacity = IndexCapacity(size);
  const std::size_t table_bytes = capacity * sizeof(std::uint32_t);
  auto* table = static_cast<std::uint32_t*>(
      arena_->Allocate(table_bytes + size * sizeof(Member), alignof(Member)));
  std::fill_n(table, capacity, 0U);
  for (std::size_t i = 0; i < size; ++i) {
    std::uint32_t* entry =
        IndexEntry(table, capacity, members, members[i].key(), members[i].key_hash);
    if (*entry != 0) {
      NoteRepeatedKey(members[*entry - 1], members[i]);
    }
    *entry = static_cast<std::uint32_t>(i + 1);
  }
  return static_cast<const Member*>(std::memcpy(table + capacity, members, size * sizeof(Member)));
}

void TreeBuilder::FindRepeatedKeys(const Member* members, std::size_t size) {
  std::uint64_t seen = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const std::uint64_t bit = std::uint64_t{1} << (members[i].key_hash % 64);
    for (std::size_t earlier = i; (seen & bit) != 0 && earlier-- > 0;) {
      if (members[earlier].key_hash == members[i].key_hash &&
          members[earlier].key() == members[i].key()) {
        NoteRepeatedKey(members[earlier], members[i]);
        break;
      }
    }
    seen |= bit;
  }
}

void TreeBuilder::NoteRepeatedKey(const Member& earlier, const Member& later) {
  ++repeated_key_count_;
  if (repeated_keys_.size() < kMaxRepeatedKeys) {
    repeated_keys_.push_back({.key = later.key(),
                              .earlier = {earlier.key_begin, earlier.key_end},
                              .later = {later.key_begin, later.key_end}});
  }
}

void TreeBuilder::Clear() {
  frames_.clear();
  items_.clear();
  members_.clear();
  root_ = Node();
  repeated_keys_.clear();
  repeated_key_count_ = 0;
}

std::shared_ptr<const Document> TreeBuilder::Finish(Format format) {
  document_->root_ = root_;
  document_->format_ = format;
  if (spare_ == nullptr) {
    return std::move(document_);
  }
  return {document_.release(), [spare = spare_](Document* unused) { spare->Put(unused); }};
}

finding::Finding TooDeep(const TreeBuilder& builder, std::size_t offset, std::size_t max_depth) {
  const auto begin = static_cast<std::uint32_t>(offset);
  return finding::Make(kTooDeep,
                       fmt::format("containers are nested deeper than {} levels", max_depth),
                       builder.document().SpanOf(begin, begin + 1));
}

}  // namespace accord::document
