#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "accord/base/result.h"
#include "accord/document/document.h"

namespace accord::document {

/// A compiled JSON Schema (draft 7) for one of accord's own formats. Safe to share.
class FormSchema {
 public:
  static base::Result<std::unique_ptr<FormSchema>> Compile(std::string name, std::string text);
  FormSchema(const FormSchema&) = delete;
  FormSchema& operator=(const FormSchema&) = delete;
  ~FormSchema();

  /// What does not fit, in document order; at most a hundred findings. Of a string only the first
  /// 4096 bytes are looked at.
  std::vector<finding::Finding> Check(const Document& document, const Node& node) const;

 private:
  FormSchema();
  struct Compiled;

  std::string name_;
  DocumentPtr source_;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace accord::document
