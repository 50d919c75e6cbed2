#include "accord/document/document.h"

#include "document/storage.h"

namespace accord::document {

Document::Document() : storage_(std::make_unique<Storage>()) {}
Document::~Document() = default;

finding::Span Document::SpanOf(std::uint32_t begin, std::uint32_t end) const {
  if (origin_) {
    return origin_->SpanOf(begin, end);
  }
  if (source_.empty()) {
    finding::Span unknown;
    unknown.file = name_;
    return unknown;
  }
  Storage::Lines& lines = storage_->lines;
  std::call_once(lines.once, [&] { lines.index.emplace(source_); });
  finding::Span span = lines.index->SpanOf(begin, end);
  span.start.line += first_line_ - 1;
  span.end.line += first_line_ - 1;
  span.file = name_;
  return span;
}

finding::Span Document::SpanOf(const Node& node) const {
  return SpanOf(node.begin(), node.end());
}

finding::Span Document::KeySpanOf(const Member& member) const {
  return SpanOf(member.key_begin, member.key_end);
}

}  // namespace accord::document
