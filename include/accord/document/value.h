#pragma once

#include <utility>

#include "accord/document/document.h"

namespace accord::document {

/// A node together with what keeps it alive. Cheap to copy; empty when default-made.
class Value {
 public:
  Value() = default;
  Value(DocumentPtr document, const Node* node) : document_(std::move(document)), node_(node) {}
  /// The root of a document.
  explicit Value(DocumentPtr document) : document_(std::move(document)) {
    node_ = document_ ? &document_->root() : nullptr;
  }

  explicit operator bool() const { return node_ != nullptr; }
  const Node& operator*() const { return *node_; }
  const Node* operator->() const { return node_; }
  const Node* get() const { return node_; }
  const DocumentPtr& document() const { return document_; }

  /// A value inside this one; empty when `child` is nullptr.
  Value Child(const Node* child) const {
    return child != nullptr ? Value(document_, child) : Value();
  }
  /// Where it stands; unknown for an empty value.
  finding::Span Span() const { return node_ ? document_->SpanOf(*node_) : finding::Span{}; }

 private:
  DocumentPtr document_;
  const Node* node_ = nullptr;
};

}  // namespace accord::document
