#include "accord/proto/rules.h"

#include <array>

namespace accord::proto {

using finding::RuleInfo;
using finding::Severity;

const RuleInfo kProtoSyntax{
    .id = "proto-syntax-error",
    .severity = Severity::kError,
    .summary = "A .proto file does not follow the grammar of protocol buffers.",
    .explanation =
        "The file, and every file that imports it, cannot be compared; the others are. Correct "
        "the line that is shown; later complaints about the same file often vanish with the "
        "first."};

const RuleInfo kProtoInvalid{
    .id = "proto-invalid",
    .severity = Severity::kError,
    .summary = "A .proto file can be parsed but says something that protocol buffers forbid.",
    .explanation =
        "An unknown type, a field number used twice, a default value of the wrong type and the "
        "like. protoc refuses the file for the same reason. It, and every file that imports it, "
        "cannot be compared until that is corrected."};

const RuleInfo kProtoImportMissing{
    .id = "proto-import-missing",
    .severity = Severity::kError,
    .summary = "A .proto file imports a file that is not there.",
    .explanation =
        "Imports are resolved below the import roots: those that were given, those of buf.yaml, or "
        "those that were found. Name the folder that the import path starts in as a root, or "
        "compare descriptor sets, which hold their imports. Only the well-known types "
        "(google/protobuf/*.proto) come built in."};

const RuleInfo kProtoImportCycle{
    .id = "proto-import-cycle",
    .severity = Severity::kError,
    .summary = "Files import each other in a circle.",
    .explanation =
        "No compiler accepts that, because each file would have to come before the other. Move "
        "what both need into a third file."};

const RuleInfo kProtoDuplicateSymbol{
    .id = "proto-duplicate-symbol",
    .severity = Severity::kError,
    .summary = "The same full name is defined twice.",
    .explanation =
        "Messages, enums, services, extensions and enum values share one space of names for each "
        "package; enum values count as names beside their enum. Rename one of the two, or drop the "
        "copy if the same file was reached along two paths."};

const RuleInfo kProtoDuplicateFile{
    .id = "proto-duplicate-file",
    .severity = Severity::kError,
    .summary = "Two files have the same import path.",
    .explanation =
        "They lie below different import roots, or stand twice in a descriptor set, so `import` "
        "cannot tell them apart. The first is used. Remove the copy, or exclude its folder."};

const RuleInfo kProtoUnreadable{
    .id = "proto-unreadable",
    .severity = Severity::kError,
    .summary = "A .proto file or descriptor set cannot be read at all.",
    .explanation =
        "Its text is not UTF-8, holds a NUL byte, is too large, or the descriptor set was cut off. "
        "Save text as UTF-8; write a descriptor set again with "
        "`protoc --include_imports --descriptor_set_out=FILE` or `buf build -o FILE.binpb`."};

const RuleInfo kProtoTooDeep{
    .id = "proto-too-deep",
    .severity = Severity::kError,
    .summary = "Braces of a .proto file are nested deeper than any compiler accepts.",
    .explanation =
        "At most 100 levels are read; the binary form of descriptors can hold no more either. Move "
        "nested messages to the top of the file."};

const RuleInfo kProtoEdition{
    .id = "proto-edition-unsupported",
    .severity = Severity::kError,
    .summary = "A file is written in an edition of protocol buffers that accord does not know.",
    .explanation =
        "What its fields mean depends on the defaults of that edition, so a guess would give wrong "
        "verdicts. The file, and every file that imports it, is left out and the run counts as "
        "failed. Use a newer accord, or an edition it knows."};

const RuleInfo kBufConfig{
    .id = "buf-config-invalid",
    .severity = Severity::kError,
    .summary = "A buf.yaml or buf.work.yaml says something that cannot be understood.",
    .explanation =
        "What is wrong is left out, the rest of the file counts. `version` is v1beta1, v1 or v2; "
        "paths are folders below the file's own, written without `..`. Keys that the version does "
        "not have are reported as warnings, because a misspelt one would silently do nothing."};

std::span<const RuleInfo* const> Rules() {
  static constexpr std::array<const RuleInfo*, 10> kRules = {&kProtoSyntax,
                                                             &kProtoInvalid,
                                                             &kProtoImportMissing,
                                                             &kProtoImportCycle,
                                                             &kProtoDuplicateSymbol,
                                                             &kProtoDuplicateFile,
                                                             &kProtoUnreadable,
                                                             &kProtoTooDeep,
                                                             &kProtoEdition,
                                                             &kBufConfig};
  return kRules;
}

}  // namespace accord::proto
