#pragma once

#include <atomic>
#include <memory>

#include "accord/document/document.h"

namespace accord::document {

/// Keeps a document that nobody holds any more, for its memory. Documents may come from any thread.
class SpareDocument {
 public:
  SpareDocument() = default;
  ~SpareDocument() { delete document_.load(); }
  SpareDocument(const SpareDocument&) = delete;
  SpareDocument& operator=(const SpareDocument&) = delete;

  /// nullptr when there is none.
  std::unique_ptr<Document> Take() {
    return std::unique_ptr<Document>(document_.exchange(nullptr));
  }
  void Put(Document* unused) { delete document_.exchange(unused); }

 private:
  std::atomic<Document*> document_ = nullptr;
};

}  // namespace accord::document
