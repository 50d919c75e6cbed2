#include <array>

#include "breaking/proto/rules.h"

namespace accord::breaking {

using finding::Audience;
using finding::RuleInfo;
using finding::Severity;

namespace {

constexpr std::array kOnlyJson = {Audience::kJson};
constexpr std::array kNames = {Audience::kJson, Audience::kSource};
constexpr std::array kWire = {Audience::kBinary};
constexpr std::array kWireAndJson = {Audience::kBinary, Audience::kJson};
constexpr std::array kWireAndSource = {Audience::kBinary, Audience::kSource};
constexpr std::array kEveryForm = {Audience::kBinary, Audience::kJson, Audience::kSource};
constexpr std::array kGeneratedCode = {Audience::kSource};

}  // namespace

const RuleInfo kFieldSameName{
    .id = "FIELD_SAME_NAME",
    .severity = Severity::kError,
    .summary = "A field kept its number and got another name.",
    .explanation =
        "The binary form knows only numbers, but accessors in generated code are made from the "
        "name, and so are JSON keys, field masks and the text form. Code that uses the old "
        "accessor no longer compiles; a JSON reader looks for a key that never comes.",
    .categories = "FILE PACKAGE WIRE_JSON CSR",
    .breaks = kNames,
    .remedy =
        "Keep the name. If it has to go, add a field with the new name and a new number, fill both "
        "for a while, and delete the old one, reserving its number and name, when nobody reads it.",
    .example =
        " message Order {\n"
        "-  string customer = 2;\n"
        "+  string buyer = 2;\n"
        " }"};

const RuleInfo kFieldSameJsonName{
    .id = "FIELD_SAME_JSON_NAME",
    .severity = Severity::kError,
    .summary = "The JSON key of a field changed.",
    .explanation =
        "The key is `json_name`, or else the name in lowerCamelCase. Whoever still writes the old "
        "key is refused or, where unknown keys are skipped, loses the value; whoever reads it "
        "finds nothing.",
    .categories = "FILE PACKAGE WIRE_JSON CSR",
    .breaks = kOnlyJson,
    .remedy = "Pin the old key with `json_name`, or add a second field for the new key.",
    .example =
        " message Order {\n"
        "-  string order_id = 1;\n"
        "+  string order_id = 1 [json_name = \"id\"];\n"
        " }"};

const RuleInfo kFieldSameType{
    .id = "FIELD_SAME_TYPE",
    .severity = Severity::kError,
    .summary = "The type of a field changed.",
    .explanation =
        "Generated code gets another type for the accessor, so callers have to be rewritten. "
        "Whether bytes and JSON stay readable depends on the pair of types; the rules on wire "
        "compatible types say it.",
    .categories = "FILE PACKAGE CSR",
    .breaks = kEveryForm,
    .remedy =
        "Add a field with the new type and a new number; mark the old one as deprecated and delete "
        "it, with its number and name reserved, once nobody uses it.",
    .example =
        " message Order {\n"
        "-  int32 quantity = 3;\n"
        "+  int64 quantity = 3;\n"
        " }"};

const RuleInfo kFieldWireCompatibleType{
    .id = "FIELD_WIRE_COMPATIBLE_TYPE",
    .severity = Severity::kError,
    .summary = "The type of a field changed to one that reads the same bytes differently.",
    .explanation =
        "With another wire type the value ends up among the unknown fields and reads as unset; "
        "with the same wire type but another encoding it silently becomes a different value. "
        "Compatible are the integers that are plain varints with each other (and bool), sint32 "
        "with sint64, fixed32 with sfixed32, fixed64 with sfixed64, and string to bytes.",
    .categories = "WIRE",
    .breaks = kWire,
    .remedy = "Give the new type a new field number, and reserve the old one.",
    .example =
        " message Order {\n"
        "-  int32 quantity = 3;\n"
        "+  sint32 quantity = 3;\n"
        " }"};

const RuleInfo kFieldWireJsonCompatibleType{
    .id = "FIELD_WIRE_JSON_COMPATIBLE_TYPE",
    .severity = Severity::kError,
    .summary = "The type of a field changed to one that reads the same bytes or JSON differently.",
    .explanation =
        "Both forms have to survive. JSON writes 64-bit integers as strings, bytes as base64 and "
        "bool as a word, so fewer pairs fit than on the wire: int32 with uint32, int64 with "
        "uint64, fixed32 with sfixed32, fixed64 with sfixed64.",
    .categories = "WIRE_JSON CSR",
    .breaks = kWireAndJson,
    .remedy = "Give the new type a field of its own, with a new number and a new name.",
    .example =
        " message Order {\n"
        "-  int32 quantity = 3;\n"
        "+  int64 quantity = 3;\n"
        " }"};

const RuleInfo kFieldSameCardinality{
    .id = "FIELD_SAME_CARDINALITY",
    .severity = Severity::kError,
    .summary = "A field changed between optional, required, repeated and map, or in its presence.",
    .explanation =
        "Generated code offers other methods for each of them: a list instead of a value, a has "
        "method or none. Readers that ask whether a field is set get another answer.",
    .categories = "FILE PACKAGE",
    .breaks = kEveryForm,
    .remedy = "Leave the field as it is and add another one with the cardinality that is needed.",
    .example =
        " message Order {\n"
        "-  string note = 4;\n"
        "+  repeated string note = 4;\n"
        " }"};

const RuleInfo kFieldWireCompatibleCardinality{
    .id = "FIELD_WIRE_COMPATIBLE_CARDINALITY",
    .severity = Severity::kError,
    .summary = "A field changed between single, required and repeated.",
    .explanation =
        "A reader that expects one value keeps the last of many, or nothing at all when numbers "
        "come packed. One that requires the field rejects messages without it. Maps and repeated "
        "entries look alike on the wire, and presence does not show there either.",
    .categories = "WIRE",
    .breaks = kWire,
    .remedy = "Add a new field for the other cardinality and reserve the number of the old one.",
    .example =
        " message Order {\n"
        "-  repeated int32 codes = 4;\n"
        "+  int32 codes = 4;\n"
        " }"};

const RuleInfo kFieldWireJsonCompatibleCardinality{
    .id = "FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY",
    .severity = Severity::kError,
    .summary = "A field changed between single, required, repeated and map.",
    .explanation =
        "In JSON a single value, an array and an object cannot stand for each other, so the "
        "reader refuses the message. Only the presence of a single field may change.",
    .categories = "WIRE_JSON CSR",
    .breaks = kWireAndJson,
    .remedy = "Add a new field for the other cardinality; reserve number and name of the old one.",
    .example =
        " message Order {\n"
        "-  repeated LabelsEntry labels = 4;\n"
        "+  map<string, string> labels = 4;\n"
        " }"};

const RuleInfo kFieldSameOneof{
    .id = "FIELD_SAME_ONEOF",
    .severity = Severity::kError,
    .summary = "A field moved into a oneof, out of one, or to another one.",
    .explanation =
        "Only one member of a oneof can be set: a reader drops all but the last, so what used to "
        "be sent together no longer arrives together. Generated code puts members of a oneof "
        "behind other types and accessors.",
    .categories = "FILE PACKAGE WIRE_JSON WIRE CSR",
    .breaks = kEveryForm,
    .remedy =
        "Leave existing fields where they are; let the oneof have new fields. One existing field "
        "alone in a new oneof is safe on the wire.",
    .example =
        " message Payment {\n"
        "-  string card = 1;\n"
        "   oneof method {\n"
        "+    string card = 1;\n"
        "     string iban = 2;\n"
        "   }\n"
        " }"};

const RuleInfo kFieldSameDefault{
    .id = "FIELD_SAME_DEFAULT",
    .severity = Severity::kError,
    .summary = "The default value of a field changed.",
    .explanation =
        "The default is never sent: each side fills in its own. Where the writer left the field "
        "unset, old and new readers now see different values.",
    .categories = "FILE PACKAGE WIRE_JSON WIRE CSR",
    .breaks = kEveryForm,
    .remedy =
        "Keep the default and let writers set the value they want, or add a field with the new "
        "default.",
    .example =
        " message Retry {\n"
        "-  optional int32 attempts = 1 [default = 3];\n"
        "+  optional int32 attempts = 1 [default = 5];\n"
        " }"};

const RuleInfo kFieldSameJstype{
    .id = "FIELD_SAME_JSTYPE",
    .severity = Severity::kError,
    .summary = "The `jstype` of a 64-bit integer changed.",
    .explanation =
        "It says whether JavaScript sees the field as a number or as a string. Code that "
        "calculates with it, or compares it, breaks when the other one comes.",
    .categories = "FILE PACKAGE",
    .breaks = kGeneratedCode,
    .remedy = "Keep the option, or add a second field with the other one.",
    .example =
        " message Order {\n"
        "-  int64 id = 1 [jstype = JS_STRING];\n"
        "+  int64 id = 1 [jstype = JS_NUMBER];\n"
        " }"};

const RuleInfo kFieldSameCppStringType{
    .id = "FIELD_SAME_CPP_STRING_TYPE",
    .severity = Severity::kError,
    .summary = "The C++ type of a string or bytes field changed.",
    .explanation =
        "`ctype` and `features.(pb.cpp).string_type` decide whether accessors give a std::string, "
        "an absl::Cord or a string_view. C++ callers no longer compile with another one.",
    .categories = "FILE PACKAGE",
    .breaks = kGeneratedCode,
    .remedy = "Keep the type until all C++ callers have been built against the new one.",
    .example =
        " message Blob {\n"
        "-  bytes data = 1 [ctype = CORD];\n"
        "+  bytes data = 1;\n"
        " }"};

const RuleInfo kFieldSameUtf8Validation{
    .id = "FIELD_SAME_UTF8_VALIDATION",
    .severity = Severity::kError,
    .summary = "Whether a string is checked to be UTF-8 changed.",
    .explanation =
        "proto3 parsers refuse a whole message because of one string that is not UTF-8, proto2 "
        "parsers take it. After the change messages are refused that used to pass, or readers "
        "meet bytes they were protected from.",
    .categories = "FILE PACKAGE",
    .breaks = kWireAndSource,
    .remedy =
        "In an edition, set `features.utf8_validation` to what held before. Use `bytes` for data "
        "that is no text.",
    .example =
        "-syntax = \"proto2\";\n"
        "+syntax = \"proto3\";\n"
        " message Order {\n"
        "-  optional string note = 1;\n"
        "+  string note = 1;\n"
        " }"};

const RuleInfo kFieldSameJavaUtf8Validation{
    .id = "FIELD_SAME_JAVA_UTF8_VALIDATION",
    .severity = Severity::kError,
    .summary = "Whether Java checks a string to be UTF-8 changed.",
    .explanation =
        "`java_string_check_utf8` or `features.(pb.java).utf8_validation` decides it. Java "
        "programs now refuse messages they used to take, or the other way round.",
    .categories = "FILE PACKAGE",
    .breaks = kWireAndSource,
    .remedy = "Keep the option as it was, or send `bytes` where data is no text.",
    .example =
        " syntax = \"proto2\";\n"
        "-option java_string_check_utf8 = false;\n"
        "+option java_string_check_utf8 = true;"};

const RuleInfo kFieldSameCtype{
    .id = "FIELD_SAME_CTYPE",
    .severity = Severity::kError,
    .summary = "Older name of FIELD_SAME_CPP_STRING_TYPE.",
    .explanation =
        "Editions express the C++ type of a string by a feature besides the option `ctype`; the "
        "newer rule knows both.",
    .replaced_by = "FIELD_SAME_CPP_STRING_TYPE"};

const RuleInfo kFieldSameLabel{
    .id = "FIELD_SAME_LABEL",
    .severity = Severity::kError,
    .summary = "Older name of the three rules on cardinality.",
    .explanation =
        "Labels alone do not tell presence or maps apart; the newer rules do, each for the form "
        "that has to stay compatible.",
    .replaced_by =
        "FIELD_SAME_CARDINALITY FIELD_WIRE_COMPATIBLE_CARDINALITY "
        "FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY"};

const RuleInfo kFileSameJavaStringCheckUtf8{
    .id = "FILE_SAME_JAVA_STRING_CHECK_UTF8",
    .severity = Severity::kError,
    .summary = "Older name of FIELD_SAME_JAVA_UTF8_VALIDATION.",
    .explanation =
        "The file option sets what each string field of the file does; the newer rule looks at "
        "the fields, so it covers editions as well.",
    .replaced_by = "FIELD_SAME_JAVA_UTF8_VALIDATION"};

const RuleInfo kFileSamePhpGenericServices{
    .id = "FILE_SAME_PHP_GENERIC_SERVICES",
    .severity = Severity::kError,
    .summary = "Never fires; known so that configurations that name it can still be read.",
    .explanation =
        "The option `php_generic_services` was taken out of protobuf, so nothing can change."};

}  // namespace accord::breaking
