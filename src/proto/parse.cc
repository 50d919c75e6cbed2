#include "proto/parse.h"

#include <memory>
#include <utility>

#include <google/protobuf/compiler/parser.h>
#include <google/protobuf/descriptor.pb.h>
#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <google/protobuf/stubs/logging.h>

#include "accord/proto/rules.h"

#include "proto/editions.h"
#include "proto/parse_checks.h"
#include "proto/scan.h"
#include "proto/source_text.h"

namespace accord::proto {
namespace pb = google::protobuf;
namespace {

/// Turns what the parser complains about into findings.
class Collector : public pb::io::ErrorCollector {
 public:
  Collector(const FileNames& names, std::string_view text, std::vector<finding::Finding>& findings)
      : names_(names), text_(text), findings_(findings) {}

  void AddError(int line, pb::io::ColumnNumber column, const std::string& message) override {
    // What is no .proto text at all would give one for each word.
    constexpr int kMostErrors = 20;
    if (++errors_ <= kMostErrors) {
      findings_.push_back(finding::Make(kProtoSyntax, message, SpanAt(line, column)));
    }
  }

  bool failed() const { return errors_ > 0; }

 private:
  finding::Span SpanAt(int line, int column) {
    finding::Span span;
    if (line >= 0) {
      if (!source_) {
        source_ = std::make_unique<SourceText>(std::string(text_));
      }
      const std::size_t begin = source_->OffsetOf(line, column);
      span = source_->SpanOf(begin, begin);
    }
    span.file = names_.display;
    return span;
  }

  const FileNames& names_;
  std::string_view text_;
  std::vector<finding::Finding>& findings_;
  std::unique_ptr<SourceText> source_;
  int errors_ = 0;
};

}  // namespace

bool ParseText(const FileNames& names,
               std::string_view text,
               bool locations,
               pb::FileDescriptorProto& file,
               std::vector<finding::Finding>& findings) {
  if (!CheckText(names, text, findings)) {
    return false;
  }
  file.Clear();
  if (Scan(text).edition) {
    const bool parsed = ParseEdition(names.display, text, locations, file, findings);
    file.set_name(std::string(names.path));
    return parsed;
  }
  Collector collector(names, text, findings);
  std::string_view body = text;
  if (body.starts_with("\xEF\xBB\xBF")) {
    body.remove_prefix(3);  // The tokenizer would count it as columns.
  }
  pb::io::ArrayInputStream input(body.data(), static_cast<int>(body.size()));
  pb::io::Tokenizer tokenizer(&input, &collector);
  pb::compiler::Parser parser;
  const pb::LogSilencer silence;  // It writes to stderr when a file has no `syntax`.
  parser.RecordErrorsTo(&collector);
  const pb::LogSilencer quiet;  // A missing `syntax` would be remarked on standard error.
  const bool parsed = parser.Parse(&tokenizer, &file) && !collector.failed();
  file.set_name(std::string(names.path));
  if (!locations) {
    file.clear_source_code_info();
  }
  return parsed;
}

}  // namespace accord::proto
