#include "proto/editions.h"

#include <map>
#include <string>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>
#include <google/protobuf/compiler/parser.h>
#include <google/protobuf/descriptor.pb.h>
#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include "accord/proto/image.h"
#include "accord/proto/rules.h"

#include "proto/edition_text.h"
#include "proto/feature_fields.h"
#include "proto/source_text.h"

namespace accord::proto {
namespace pb = google::protobuf;
namespace {

constexpr std::string_view kSupported = "2023";

/// Findings at places of the original text.
class Complaints : public pb::io::ErrorCollector {
 public:
  Complaints(std::string_view path,
             std::string_view text,
             const EditionText& edition,
             std::vector<finding::Finding>& findings)
      : path_(path), source_(std::string(text)), edition_(edition), findings_(findings) {}

  // What the parser says, at a place of the rewritten text.
  void AddError(int line, pb::io::ColumnNumber column, const std::string& message) override {
    const TextPlace at = edition_.Original({line, column});
    Add(kProtoSyntax, message, at, at);
  }

  void Add(const finding::RuleInfo& rule, std::string message, TextPlace begin, TextPlace end) {
    constexpr int kMost = 20;
    if (++count_ > kMost) {
      return;
    }
    finding::Span span = source_.SpanOf(source_.OffsetOf(begin.line, begin.column),
                                        source_.OffsetOf(end.line, end.column));
    span.file = path_;
    findings_.push_back(finding::Make(rule, std::move(message), std::move(span)));
  }

  bool any() const { return count_ > 0; }

 private:
  std::string_view path_;
  SourceText source_;
  const EditionText& edition_;
  std::vector<finding::Finding>& findings_;
  int count_ = 0;
};

TextPlace BeginOf(const pb::SourceCodeInfo::Location& location) {
  return {location.span(0), location.span(1)};
}

TextPlace EndOf(const pb::SourceCodeInfo::Location& location) {
  const bool one_line = location.span_size() == 3;
  return {location.span(one_line ? 0 : 2), location.span(one_line ? 2 : 3)};
}

void SetSpan(pb::SourceCodeInfo::Location& location, TextPlace begin, TextPlace end) {
  location.clear_span();
  location.add_span(begin.line);
  location.add_span(begin.column);
  if (begin.line != end.line) {
    location.add_span(end.line);
  }
  location.add_span(end.column);
}

// Moves all places to the original text. The syntax stands where the edition does.
void MoveLocations(const EditionText& edition, pb::SourceCodeInfo& info) {
  for (pb::SourceCodeInfo::Location& location : *info.mutable_location()) {
    const bool syntax = location.path_size() == 1 &&
                        location.path(0) == pb::FileDescriptorProto::kSyntaxFieldNumber;
    SetSpan(location,
            syntax ? edition.statement_begin() : edition.Original(BeginOf(location)),
            syntax ? edition.statement_end() : edition.Original(EndOf(location)));
  }
}

/// Finds what the grammar of proto3 allows, or leaves to the linker, and editions do not have.
class KeywordCheck {
 public:
  KeywordCheck(const pb::SourceCodeInfo& info, Complaints& complaints) : complaints_(complaints) {
    for (const pb::SourceCodeInfo::Location& location : info.location()) {
      places_.emplace(ElementPath(location.path().begin(), location.path().end()), &location);
    }
  }

  void Check(const pb::FileDescriptorProto& file) {
    CheckFields(file.extension(), {pb::FileDescriptorProto::kExtensionFieldNumber});
    for (int i = 0; i < file.message_type_size(); ++i) {
      Check(file.message_type(i), {pb::FileDescriptorProto::kMessageTypeFieldNumber, i});
    }
  }

 private:
  using Fields = pb::RepeatedPtrField<pb::FieldDescriptorProto>;

  void Check(const pb::DescriptorProto& message, const ElementPath& path) {
    CheckFields(message.field(), Child(path, {pb::DescriptorProto::kFieldFieldNumber}));
    CheckFields(message.extension(), Child(path, {pb::DescriptorProto::kExtensionFieldNumber}));
    for (int i = 0; i < message.nested_type_size(); ++i) {
      Check(message.nested_type(i), Child(path, {pb::DescriptorProto::kNestedTypeFieldNumber, i}));
    }
  }

  void CheckFields(const Fields& fields, const ElementPath& path) {
    for (int i = 0; i < fields.size(); ++i) {
      const pb::FieldDescriptorProto& field = fields[i];
      if (field.type() == pb::FieldDescriptorProto::TYPE_GROUP) {
        Say("groups do not exist in editions; use features.message_encoding = DELIMITED",
            Child(path, {i, pb::FieldDescriptorProto::kTypeFieldNumber}));
      }
      if (field.label() == pb::FieldDescriptorProto::LABEL_REQUIRED) {
        Say("\"required\" does not exist in editions; use features.field_presence",
            Child(path, {i, pb::FieldDescriptorProto::kLabelFieldNumber}));
      } else if (field.label() == pb::FieldDescriptorProto::LABEL_OPTIONAL &&
                 places_.contains(Child(path, {i, pb::FieldDescriptorProto::kLabelFieldNumber}))) {
        Say("\"optional\" does not exist in editions; use features.field_presence",
            Child(path, {i, pb::FieldDescriptorProto::kLabelFieldNumber}));
      }
    }
  }

  void Say(std::string message, const ElementPath& path) {
    const auto place = places_.find(path);
    const TextPlace begin = place == places_.end() ? TextPlace{} : BeginOf(*place->second);
    const TextPlace end = place == places_.end() ? TextPlace{} : EndOf(*place->second);
    complaints_.Add(kProtoSyntax, std::move(message), begin, end);
  }

  std::map<ElementPath, const pb::SourceCodeInfo::Location*> places_;
  Complaints& complaints_;
};

// As newer compilers write it into descriptor sets.
void MarkEdition(pb::FileDescriptorProto& file) {
  file.set_syntax("editions");
  file.GetReflection()->MutableUnknownFields(&file)->AddVarint(kEditionField, kEdition2023);
}

void CopyFeatures(const pb::FieldOptions& from, pb::FieldDescriptorProto& to) {
  for (const pb::UninterpretedOption& option : from.uninterpreted_option()) {
    if (option.name_size() > 0 && option.name(0).name_part() == "features") {
      *to.mutable_options()->add_uninterpreted_option() = option;
    }
  }
}

// Features of a map field hold for its keys and values.
void GiveFeaturesToMapEntries(pb::DescriptorProto& message) {
  std::unordered_map<std::string, pb::DescriptorProto*> entries;
  for (pb::DescriptorProto& nested : *message.mutable_nested_type()) {
    GiveFeaturesToMapEntries(nested);
    if (nested.options().map_entry()) {
      entries.emplace(nested.name(), &nested);
    }
  }
  for (const pb::FieldDescriptorProto& field : message.field()) {
    const auto entry = entries.find(field.type_name());
    if (entry != entries.end()) {
      for (pb::FieldDescriptorProto& part : *entry->second->mutable_field()) {
        CopyFeatures(field.options(), part);
      }
    }
  }
}

}  // namespace

bool ParseEdition(std::string_view path,
                  std::string_view text,
                  bool locations,
                  pb::FileDescriptorProto& file,
                  std::vector<finding::Finding>& findings) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  file.Clear();
  const bool marked = text.starts_with(kByteOrderMark);
  EditionText edition(marked ? text.substr(kByteOrderMark.size()) : text);
  Complaints complaints(path, text, edition, findings);
  if (edition.edition() != kSupported) {
    if (edition.edition().empty()) {
      complaints.Add(kProtoSyntax, "expected a statement like edition = \"2023\";", {}, {});
    } else {
      complaints.Add(
          kProtoEdition,
          fmt::format("edition {} is not supported; {} is", edition.edition(), kSupported),
          edition.statement_begin(),
          edition.statement_end());
    }
    return false;
  }
  const std::string body = edition.Rewrite();
  pb::io::ArrayInputStream input(body.data(), static_cast<int>(body.size()));
  pb::io::Tokenizer tokenizer(&input, &complaints);
  pb::compiler::Parser parser;
  parser.RecordErrorsTo(&complaints);
  if (!parser.Parse(&tokenizer, &file) || complaints.any()) {
    return false;
  }
  if (const EditionToken* quoted = edition.QuotedReserved(); quoted != nullptr) {
    complaints.Add(kProtoSyntax,
                   "reserved names are written without quotes in editions",
                   {quoted->line, quoted->column},
                   {quoted->line, quoted->end_column});
  }
  MoveLocations(edition, *file.mutable_source_code_info());
  KeywordCheck(file.source_code_info(), complaints).Check(file);
  for (pb::DescriptorProto& message : *file.mutable_message_type()) {
    GiveFeaturesToMapEntries(message);
  }
  MarkEdition(file);
  if (!locations) {
    file.clear_source_code_info();
  }
  return !complaints.any();
}

}  // namespace accord::proto
