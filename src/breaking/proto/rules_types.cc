#include <array>

#include "breaking/proto/rules.h"

namespace accord::breaking {

using finding::Audience;
using finding::RuleInfo;

namespace {

constexpr std::array kBinaryAndJson{Audience::kBinary, Audience::kJson};
constexpr std::array kBinaryOnly{Audience::kBinary};
constexpr std::array kJsonOnly{Audience::kJson};
constexpr std::array kJsonAndSource{Audience::kJson, Audience::kSource};
constexpr std::array kSourceOnly{Audience::kSource};
constexpr std::array kDataAndSource{Audience::kBinary, Audience::kJson, Audience::kSource};
constexpr std::array kCallers{Audience::kGrpc, Audience::kSource};

}  // namespace

const RuleInfo kMessageSameRequiredFields{
    .id = "MESSAGE_SAME_REQUIRED_FIELDS",
    .summary = "A required field was added to a message, or is gone from it.",
    .explanation =
        "A parser refuses a message that lacks a required field. Programs of the version that "
        "knows the field cannot read what programs of the other version write.",
    .categories = "FILE PACKAGE WIRE_JSON WIRE CSR",
    .breaks = kBinaryAndJson,
    .remedy =
        "Add fields as `optional` and check them in code. A required field has to stay as "
        "long as any old program reads the message.",
    .example =
        " message Order {\n"
        "   required string id = 1;\n"
        "+  required string currency = 2;\n"
        " }\n"};

const RuleInfo kMessageSameJsonFormat{
    .id = "MESSAGE_SAME_JSON_FORMAT",
    .summary = "A message gives up its guaranteed JSON form.",
    .explanation =
        "With `json_format = LEGACY_BEST_EFFORT` the compiler no longer checks that the JSON names "
        "of fields differ, and some languages refuse to convert the message at all.",
    .categories = "FILE PACKAGE WIRE_JSON CSR",
    .breaks = kJsonOnly,
    .remedy = "Keep `json_format = ALLOW`, and give clashing fields a `json_name` of their own.",
    .example =
        " message Order {\n"
        "-  option features.json_format = ALLOW;\n"
        "+  option features.json_format = LEGACY_BEST_EFFORT;\n"
        " }\n"};

const RuleInfo kMessageNoRemoveStandardDescriptorAccessor{
    .id = "MESSAGE_NO_REMOVE_STANDARD_DESCRIPTOR_ACCESSOR",
    .summary = "A message no longer has the generated `descriptor()` accessor.",
    .explanation =
        "With `no_standard_descriptor_accessor` set, code that calls the accessor does not "
        "compile. The option exists for messages with a field of that name.",
    .categories = "FILE PACKAGE CSR",
    .breaks = kSourceOnly,
    .remedy = "Leave the option away, and name no field `descriptor`.",
    .example =
        " message Order {\n"
        "+  option no_standard_descriptor_accessor = true;\n"
        " }\n"};

const RuleInfo kMessageSameMessageSetWireFormat{
    .id = "MESSAGE_SAME_MESSAGE_SET_WIRE_FORMAT",
    .summary = "A message changed to or from the message set wire format.",
    .explanation =
        "The format predates proto2 and is gone from current compilers, so that nothing is "
        "reported under this name any more. It is known because configurations name it.",
    .categories = "",
    .breaks = kBinaryOnly,
    .remedy = "Leave `message_set_wire_format` as it is.",
    .example =
        " message Event {\n"
        "-  option message_set_wire_format = true;\n"
        "   extensions 4 to max;\n"
        " }\n"};

const RuleInfo kEnumSameType{
    .id = "ENUM_SAME_TYPE",
    .summary = "An enum changed from closed to open, or the other way round.",
    .explanation =
        "A closed enum puts numbers it does not know among the unknown fields, an open one hands "
        "them to the program. Fields of the enum then show other values for the same bytes, and "
        "generated code has other types in some languages.",
    .categories = "FILE PACKAGE",
    .breaks = kDataAndSource,
    .remedy =
        "Keep the syntax of the file, or set `features.enum_type` so that it stays as it was.",
    .example =
        "-syntax = \"proto2\";\n"
        "+syntax = \"proto3\";\n"
        " enum Color {\n"
        "   COLOR_UNSPECIFIED = 0;\n"
        " }\n"};

const RuleInfo kEnumSameJsonFormat{
    .id = "ENUM_SAME_JSON_FORMAT",
    .summary = "An enum gives up its guaranteed JSON form.",
    .explanation =
        "With `json_format = LEGACY_BEST_EFFORT` the compiler no longer checks that the JSON names "
        "of values differ, and some languages refuse to convert the enum at all.",
    .categories = "FILE PACKAGE WIRE_JSON CSR",
    .breaks = kJsonOnly,
    .remedy = "Keep `json_format = ALLOW`, and give clashing values distinct names.",
    .example =
        " enum Color {\n"
        "-  option features.json_format = ALLOW;\n"
        "+  option features.json_format = LEGACY_BEST_EFFORT;\n"
        " }\n"};

const RuleInfo kEnumValueSameName{
    .id = "ENUM_VALUE_SAME_NAME",
    .summary = "A number of an enum lost one of its names.",
    .explanation =
        "JSON and text format carry the name, not the number: readers refuse names that they do "
        "not know. Generated constants are renamed too.",
    .categories = "FILE PACKAGE WIRE_JSON CSR",
    .breaks = kJsonAndSource,
    .remedy =
        "Keep the old name. With `option allow_alias = true` the new name can stand beside "
        "it; JSON is written with the one that comes first.",
    .example =
        " enum Color {\n"
        "   COLOR_UNSPECIFIED = 0;\n"
        "-  COLOR_RED = 1;\n"
        "+  COLOR_CRIMSON = 1;\n"
        " }\n"};

const RuleInfo kRpcSameRequestType{
    .id = "RPC_SAME_REQUEST_TYPE",
    .summary = "An rpc takes another message.",
    .explanation =
        "Clients of the old version send the old message; the server reads its bytes as the new "
        "one, and gets garbage or an error unless both happen to agree. Calls of the generated "
        "stub no longer compile.",
    .categories = "FILE PACKAGE WIRE_JSON WIRE CSR",
    .breaks = kCallers,
    .remedy =
        "Add fields to the message that is there, or add a new rpc. Give every rpc a request "
        "message of its own, so that it can grow.",
    .example =
        " service OrderService {\n"
        "-  rpc GetOrder(GetOrderRequest) returns (Order);\n"
        "+  rpc GetOrder(OrderKey) returns (Order);\n"
        " }\n"};

const RuleInfo kRpcSameResponseType{
    .id = "RPC_SAME_RESPONSE_TYPE",
    .summary = "An rpc returns another message.",
    .explanation =
        "Clients of the old version read the new message as the old one, and get garbage or an "
        "error unless both happen to agree. Code that uses the result no longer compiles.",
    .categories = "FILE PACKAGE WIRE_JSON WIRE CSR",
    .breaks = kCallers,
    .remedy =
        "Add fields to the message that is there, or add a new rpc. Give every rpc a response "
        "message of its own, so that it can grow.",
    .example =
        " service OrderService {\n"
        "-  rpc GetOrder(GetOrderRequest) returns (Order);\n"
        "+  rpc GetOrder(GetOrderRequest) returns (OrderView);\n"
        " }\n"};

const RuleInfo kRpcSameClientStreaming{
    .id = "RPC_SAME_CLIENT_STREAMING",
    .summary = "The request of an rpc became a stream, or is none any more.",
    .explanation =
        "Client and server disagree on how many messages make up a call: one side waits for more, "
        "or fails at the second. Generated stubs have another signature.",
    .categories = "FILE PACKAGE WIRE_JSON WIRE CSR",
    .breaks = kCallers,
    .remedy = "Add a new rpc with the other kind of request and keep the old one.",
    .example =
        " service OrderService {\n"
        "-  rpc AddOrder(AddOrderRequest) returns (Order);\n"
        "+  rpc AddOrder(stream AddOrderRequest) returns (Order);\n"
        " }\n"};

const RuleInfo kRpcSameServerStreaming{
    .id = "RPC_SAME_SERVER_STREAMING",
    .summary = "The response of an rpc became a stream, or is none any more.",
    .explanation =
        "A client that expects one message fails when a second comes, and one that expects a "
        "stream has other code around the call. Generated stubs have another signature.",
    .categories = "FILE PACKAGE WIRE_JSON WIRE CSR",
    .breaks = kCallers,
    .remedy = "Add a new rpc with the other kind of response and keep the old one.",
    .example =
        " service OrderService {\n"
        "-  rpc ListOrders(ListOrdersRequest) returns (stream Order);\n"
        "+  rpc ListOrders(ListOrdersRequest) returns (Order);\n"
        " }\n"};

const RuleInfo kRpcSameIdempotencyLevel{
    .id = "RPC_SAME_IDEMPOTENCY_LEVEL",
    .summary = "An rpc promises less about repeated calls than it did.",
    .explanation =
        "Clients and proxies repeat, cache or send as GET what is said to be idempotent or free of "
        "side effects. When the promise is withdrawn, programs built on it act twice or call a "
        "route that is gone.",
    .categories = "FILE PACKAGE WIRE_JSON WIRE CSR",
    .breaks = kCallers,
    .remedy = "Keep the option. If the rpc must do more than it promised, add a new one.",
    .example =
        " service OrderService {\n"
        "   rpc GetOrder(GetOrderRequest) returns (Order) {\n"
        "-    option idempotency_level = NO_SIDE_EFFECTS;\n"
        "   }\n"
        " }\n"};

}  // namespace accord::breaking
