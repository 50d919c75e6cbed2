#include <array>

#include "breaking/proto/rules.h"

namespace accord::breaking {

using finding::Audience;
using finding::RuleInfo;

namespace {

constexpr std::array kSourceOnly{Audience::kSource};
constexpr std::array kSourceAndReflection{Audience::kSource, Audience::kReflection};
constexpr std::array kCallers{Audience::kSource, Audience::kGrpc, Audience::kReflection};
constexpr std::array kCallersOfMethods{Audience::kSource, Audience::kGrpc};
constexpr std::array kDataAndSource{Audience::kBinary, Audience::kJson, Audience::kSource};
constexpr std::array kData{Audience::kBinary, Audience::kJson};
constexpr std::array kBinaryOnly{Audience::kBinary};
constexpr std::array kJsonOnly{Audience::kJson};
constexpr std::array kBinaryAndSource{Audience::kBinary, Audience::kSource};

}  // namespace

const RuleInfo kFileNoDelete{
    .id = "FILE_NO_DELETE",
    .summary = "A .proto file that others may import is gone.",
    .explanation =
        "Files that import it no longer compile, and in C++, Python and others the code generated "
        "from it is included by its path. A file that was renamed counts as gone.",
    .categories = "FILE CSR",
    .breaks = kSourceAndReflection,
    .remedy =
        "Keep the file. To move its contents, leave it with an `import public` of the new place "
        "until nobody imports the old path any more.",
    .example =
        " // acme/orders/v1/orders.proto\n"
        "-syntax = \"proto3\";\n"
        "-package acme.orders.v1;\n"
        "-message Order {}\n"};

const RuleInfo kEnumNoDelete{
    .id = "ENUM_NO_DELETE",
    .summary = "An enum is gone from its file.",
    .explanation =
        "Code that uses the generated type no longer compiles, and so does every .proto file that "
        "names the enum, or that finds it no longer through the import it has.",
    .categories = "FILE CSR",
    .breaks = kSourceAndReflection,
    .remedy =
        "Keep the enum and mark it `deprecated = true`; remove it with the next major version "
        "of the package.",
    .example =
        "-enum Color {\n"
        "-  COLOR_UNSPECIFIED = 0;\n"
        "-}\n"};

const RuleInfo kMessageNoDelete{
    .id = "MESSAGE_NO_DELETE",
    .summary = "A message is gone from its file.",
    .explanation =
        "Code that uses the generated type no longer compiles, every .proto file that names it "
        "fails too, and an `Any` that holds one can no longer be opened. The entry message of a "
        "map field counts as a message of its own.",
    .categories = "FILE CSR",
    .breaks = kSourceAndReflection,
    .remedy =
        "Keep the message and mark it `deprecated = true`; remove it with the next major "
        "version of the package.",
    .example =
        "-message Receipt {\n"
        "-  string id = 1;\n"
        "-}\n"};

const RuleInfo kServiceNoDelete{
    .id = "SERVICE_NO_DELETE",
    .summary = "A service is gone from its file.",
    .explanation =
        "Clients generated from the old version call `/package.Service/Method`; a server that no "
        "longer has the service answers UNIMPLEMENTED to each of these calls. Generated stubs are "
        "gone as well.",
    .categories = "FILE",
    .breaks = kCallers,
    .remedy =
        "Keep serving it, mark it `deprecated = true`, and remove it when no client calls it "
        "any more.",
    .example =
        "-service OrderService {\n"
        "-  rpc GetOrder(GetOrderRequest) returns (Order);\n"
        "-}\n"};

const RuleInfo kExtensionNoDelete{
    .id = "EXTENSION_NO_DELETE",
    .summary = "An extension is gone from its file, or has another name.",
    .explanation =
        "Options and messages that set it no longer compile; in binary data its value becomes an "
        "unknown field. Extensions are looked for by name here, so a renamed one counts as gone.",
    .categories = "FILE",
    .breaks = kBinaryAndSource,
    .remedy =
        "Keep the extension and mark it `deprecated = true`. When it must go, keep its number "
        "out of use for good.",
    .example =
        " extend google.protobuf.FieldOptions {\n"
        "-  string owner = 50001;\n"
        " }\n"};

const RuleInfo kPackageNoDelete{
    .id = "PACKAGE_NO_DELETE",
    .summary = "No file of a package is left.",
    .explanation =
        "Everything the package held is gone under its old full name: generated code, the paths of "
        "its services, the type URLs of its messages.",
    .categories = "PACKAGE",
    .breaks = kCallers,
    .remedy =
        "Publish a new package beside the old one and keep the old one until its users have "
        "moved.",
    .example =
        "-package acme.orders.v1;\n"
        "+package acme.orders.v2;\n"};

const RuleInfo kPackageEnumNoDelete{
    .id = "PACKAGE_ENUM_NO_DELETE",
    .summary = "An enum is gone from its package.",
    .explanation =
        "No file of the package defines it any more, so that generated code and .proto files that "
        "use it fail. Moving it to another file of the same package is fine.",
    .categories = "PACKAGE",
    .breaks = kSourceAndReflection,
    .remedy =
        "Keep the enum and mark it `deprecated = true`; remove it with the next major version "
        "of the package.",
    .example =
        "-enum Color {\n"
        "-  COLOR_UNSPECIFIED = 0;\n"
        "-}\n"};

const RuleInfo kPackageMessageNoDelete{
    .id = "PACKAGE_MESSAGE_NO_DELETE",
    .summary = "A message is gone from its package.",
    .explanation =
        "No file of the package defines it any more: generated code and .proto files that use it "
        "fail, and an `Any` that holds one cannot be opened. Moving it to another file of the same "
        "package is fine.",
    .categories = "PACKAGE",
    .breaks = kSourceAndReflection,
    .remedy =
        "Keep the message and mark it `deprecated = true`; remove it with the next major "
        "version of the package.",
    .example =
        "-message Receipt {\n"
        "-  string id = 1;\n"
        "-}\n"};

const RuleInfo kPackageServiceNoDelete{
    .id = "PACKAGE_SERVICE_NO_DELETE",
    .summary = "A service is gone from its package.",
    .explanation =
        "The package is part of the path of every call, so that clients of the old version get "
        "UNIMPLEMENTED. Moving the service to another file of the same package is fine.",
    .categories = "PACKAGE",
    .breaks = kCallers,
    .remedy =
        "Keep serving it, mark it `deprecated = true`, and remove it when no client calls it "
        "any more.",
    .example =
        "-service OrderService {\n"
        "-  rpc GetOrder(GetOrderRequest) returns (Order);\n"
        "-}\n"};

const RuleInfo kPackageExtensionNoDelete{
    .id = "PACKAGE_EXTENSION_NO_DELETE",
    .summary = "An extension is gone from its package, or has another name.",
    .explanation =
        "Options and messages that set it no longer compile; in binary data its value becomes an "
        "unknown field. Moving it to another file of the same package is fine.",
    .categories = "PACKAGE",
    .breaks = kBinaryAndSource,
    .remedy =
        "Keep the extension and mark it `deprecated = true`. When it must go, keep its number "
        "out of use for good.",
    .example =
        " extend google.protobuf.FieldOptions {\n"
        "-  string owner = 50001;\n"
        " }\n"};

const RuleInfo kFieldNoDelete{
    .id = "FIELD_NO_DELETE",
    .summary = "No field of a message has a number that was in use.",
    .explanation =
        "Generated accessors are gone, and what the other side still sends under that number is "
        "kept as unknown or dropped. If the number is used again later, old data is misread.",
    .categories = "FILE PACKAGE CSR",
    .breaks = kDataAndSource,
    .remedy =
        "Keep the field and mark it `deprecated = true`. When it must go, reserve its number "
        "and its name in the same change.",
    .example =
        " message Order {\n"
        "   string id = 1;\n"
        "-  string note = 2;\n"
        " }\n"};

const RuleInfo kFieldNoDeleteUnlessNumberReserved{
    .id = "FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED",
    .summary = "A field is gone and its number is not reserved.",
    .explanation =
        "Nothing keeps the next author from giving the number to another field. Data that old "
        "programs wrote or still send would then be read as that field.",
    .categories = "WIRE_JSON WIRE CSR",
    .breaks = kBinaryOnly,
    .remedy = "Add the number to a `reserved` statement of the message.",
    .example =
        " message Order {\n"
        "   string id = 1;\n"
        "-  string note = 2;\n"
        " }\n"};

const RuleInfo kFieldNoDeleteUnlessNameReserved{
    .id = "FIELD_NO_DELETE_UNLESS_NAME_RESERVED",
    .summary = "A field is gone and its name is not reserved.",
    .explanation =
        "JSON and text format identify fields by name. If the name comes back with another "
        "meaning, documents of old programs are misread.",
    .categories = "WIRE_JSON CSR",
    .breaks = kJsonOnly,
    .remedy = "Add the name, in quotes, to a `reserved` statement of the message.",
    .example =
        " message Order {\n"
        "+  reserved 2;\n"
        "   string id = 1;\n"
        "-  string note = 2;\n"
        " }\n"};

const RuleInfo kEnumValueNoDelete{
    .id = "ENUM_VALUE_NO_DELETE",
    .summary = "No value of an enum has a number that was in use.",
    .explanation =
        "Generated constants are gone. Readers get a bare number, an unknown field or, in JSON, "
        "an error where the other side still sends the value.",
    .categories = "FILE PACKAGE CSR",
    .breaks = kDataAndSource,
    .remedy =
        "Keep the value and mark it `deprecated = true`. When it must go, reserve its number "
        "and its names in the same change.",
    .example =
        " enum Color {\n"
        "   COLOR_UNSPECIFIED = 0;\n"
        "-  COLOR_RED = 1;\n"
        " }\n"};

const RuleInfo kEnumValueNoDeleteUnlessNumberReserved{
    .id = "ENUM_VALUE_NO_DELETE_UNLESS_NUMBER_RESERVED",
    .summary = "An enum value is gone and its number is not reserved.",
    .explanation =
        "Nothing keeps the next author from giving the number to another value. Stored data and "
        "old senders would then silently mean something else.",
    .categories = "WIRE_JSON WIRE CSR",
    .breaks = kBinaryOnly,
    .remedy = "Add the number to a `reserved` statement of the enum.",
    .example =
        " enum Color {\n"
        "   COLOR_UNSPECIFIED = 0;\n"
        "-  COLOR_RED = 1;\n"
        " }\n"};

const RuleInfo kEnumValueNoDeleteUnlessNameReserved{
    .id = "ENUM_VALUE_NO_DELETE_UNLESS_NAME_RESERVED",
    .summary = "An enum value is gone and not all of its names are reserved.",
    .explanation =
        "JSON and text format carry enum values by name. If a name comes back for another number, "
        "documents of old programs are misread.",
    .categories = "WIRE_JSON CSR",
    .breaks = kJsonOnly,
    .remedy = "Add every name of the value, in quotes, to a `reserved` statement of the enum.",
    .example =
        " enum Color {\n"
        "+  reserved 1;\n"
        "   COLOR_UNSPECIFIED = 0;\n"
        "-  COLOR_RED = 1;\n"
        " }\n"};

const RuleInfo kOneofNoDelete{
    .id = "ONEOF_NO_DELETE",
    .summary = "A oneof is gone from its message, or has another name.",
    .explanation =
        "Generated code has a type and a case accessor for each oneof; programs that switch over "
        "it no longer compile. Without the oneof, several of its fields can be set at once.",
    .categories = "FILE PACKAGE CSR",
    .breaks = kSourceOnly,
    .remedy = "Keep the oneof, with its name. New alternatives can be added beside it.",
    .example =
        " message Payment {\n"
        "-  oneof method {\n"
        "-    string card = 1;\n"
        "-    string iban = 2;\n"
        "-  }\n"
        "+  string card = 1;\n"
        "+  string iban = 2;\n"
        " }\n"};

const RuleInfo kRpcNoDelete{
    .id = "RPC_NO_DELETE",
    .summary = "An rpc is gone from its service.",
    .explanation =
        "Clients that still call it get UNIMPLEMENTED, and code that uses the generated stub no "
        "longer compiles.",
    .categories = "FILE PACKAGE",
    .breaks = kCallersOfMethods,
    .remedy =
        "Keep serving the rpc, mark it `deprecated = true`, and remove it when no client "
        "calls it any more.",
    .example =
        " service OrderService {\n"
        "-  rpc CancelOrder(CancelOrderRequest) returns (Order);\n"
        " }\n"};

const RuleInfo kReservedMessageNoDelete{
    .id = "RESERVED_MESSAGE_NO_DELETE",
    .summary = "Numbers or names that a message had reserved are free again.",
    .explanation =
        "They were reserved because data with their old meaning exists. A new field with such a "
        "number or name reads that data as its own.",
    .categories = "FILE PACKAGE WIRE_JSON WIRE CSR",
    .breaks = kData,
    .remedy =
        "Put the reservation back and choose another number and name for the new field. "
        "Ranges may be split or joined as long as they cover the same numbers.",
    .example =
        " message Order {\n"
        "-  reserved 2 to 5;\n"
        "+  reserved 3 to 5;\n"
        " }\n"};

const RuleInfo kReservedEnumNoDelete{
    .id = "RESERVED_ENUM_NO_DELETE",
    .summary = "Numbers or names that an enum had reserved are free again.",
    .explanation =
        "They were reserved because data with their old meaning exists. A new value with such a "
        "number or name gives that data another meaning.",
    .categories = "FILE PACKAGE WIRE_JSON WIRE CSR",
    .breaks = kData,
    .remedy =
        "Put the reservation back and choose another number and name for the new value. "
        "Ranges may be split or joined as long as they cover the same numbers.",
    .example =
        " enum Color {\n"
        "-  reserved \"COLOR_RED\";\n"
        "   COLOR_UNSPECIFIED = 0;\n"
        " }\n"};

const RuleInfo kExtensionMessageNoDelete{
    .id = "EXTENSION_MESSAGE_NO_DELETE",
    .summary = "Numbers that a message had set aside for extensions are so no longer.",
    .explanation =
        "Extensions with these numbers, which anybody may have defined, no longer compile, and "
        "their data is read as unknown fields.",
    .categories = "FILE PACKAGE CSR",
    .breaks = kBinaryAndSource,
    .remedy =
        "Keep the whole range of numbers open for extensions; ranges may be widened, split or "
        "joined.",
    .example =
        " message Event {\n"
        "-  extensions 100 to 199;\n"
        "+  extensions 100 to 149;\n"
        " }\n"};

}  // namespace accord::breaking
