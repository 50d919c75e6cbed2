#include <array>

#include "breaking/proto/rules.h"

namespace accord::breaking {

using finding::Audience;
using finding::RuleInfo;
using finding::Severity;

namespace {

constexpr std::array kCallers = {Audience::kGrpc};
constexpr std::array kRestCallers = {Audience::kRest};
constexpr std::array kGeneratedClients = {Audience::kSource};
constexpr std::array kWaiters = {Audience::kReflection, Audience::kSource};

}  // namespace

const RuleInfo kServicePathNoDelete{
    .id = "SERVICE_PATH_NO_DELETE",
    .severity = Severity::kError,
    .summary = "A service is no longer served under its path.",
    .explanation =
        "A call goes to `/package.Service/Method`. When the service was deleted, renamed or moved "
        "to another package, clients that are already running call a path that nobody serves, and "
        "get UNIMPLEMENTED.",
    .categories = "WIRE_JSON WIRE",
    .breaks = kCallers,
    .remedy =
        "Keep the service, marked deprecated, until its traffic has ended. After a rename, "
        "register "
        "the implementation under both names.",
    .example = "-service Orders {\n-  rpc GetOrder(GetOrderRequest) returns (Order);\n-}"};

const RuleInfo kRpcPathNoDelete{
    .id = "RPC_PATH_NO_DELETE",
    .severity = Severity::kError,
    .summary = "A method is no longer served under its path.",
    .explanation =
        "A call goes to `/package.Service/Method`. When the method was deleted or renamed, clients "
        "that are already running get UNIMPLEMENTED.",
    .categories = "WIRE_JSON WIRE",
    .breaks = kCallers,
    .remedy =
        "Keep the method, marked deprecated, until nobody calls it. After a rename, serve both.",
    .example =
        " service Orders {\n-  rpc GetOrder(GetOrderRequest) returns (Order);\n"
        "+  rpc FetchOrder(GetOrderRequest) returns (Order);\n }"};

const RuleInfo kRpcHttpNoDelete{
    .id = "RPC_HTTP_NO_DELETE",
    .severity = Severity::kError,
    .summary = "An HTTP binding of a method is gone.",
    .explanation =
        "`google.api.http` says under which verbs and paths a gateway serves the method. Callers "
        "of "
        "a binding that is gone get 404 or 405.",
    .categories = "FILE PACKAGE WIRE_JSON",
    .breaks = kRestCallers,
    .remedy =
        "Keep the old binding in `additional_bindings`; a method may have any number of them.",
    .example =
        " rpc GetOrder(GetOrderRequest) returns (Order) {\n"
        "-  option (google.api.http) = { get: \"/v1/orders/{id}\" };\n }"};

const RuleInfo kRpcSameHttpMethod{
    .id = "RPC_SAME_HTTP_METHOD",
    .severity = Severity::kError,
    .summary = "A method is bound to the same HTTP path, but to another verb.",
    .explanation =
        "Callers that use the old verb get 404 or 405, and proxies and caches treat the request "
        "differently.",
    .categories = "FILE PACKAGE WIRE_JSON",
    .breaks = kRestCallers,
    .remedy = "Add the new verb in `additional_bindings` and keep the old one.",
    .example =
        " option (google.api.http) = {\n-  put: \"/v1/orders/{id}\"\n"
        "+  patch: \"/v1/orders/{id}\"\n   body: \"*\"\n };"};

const RuleInfo kRpcSameHttpPath{
    .id = "RPC_SAME_HTTP_PATH",
    .severity = Severity::kError,
    .summary = "The HTTP path of a method no longer matches every URL it used to match.",
    .explanation =
        "Callers that use the old URL get 404, or reach another method. New names of variables and "
        "wider patterns are fine, since every old URL still matches; they are not reported.",
    .categories = "FILE PACKAGE WIRE_JSON",
    .breaks = kRestCallers,
    .remedy = "Add the new path in `additional_bindings` and keep the old one.",
    .example =
        " option (google.api.http) = {\n-  get: \"/v1/orders/{id}\"\n"
        "+  get: \"/v1/purchases/{id}\"\n };"};

const RuleInfo kRpcSameHttpBody{
    .id = "RPC_SAME_HTTP_BODY",
    .severity = Severity::kError,
    .summary = "The body of an HTTP binding is filled into another part of the request.",
    .explanation =
        "`body` names the field that the JSON body stands for; `*` is the whole request, none "
        "means "
        "that there is no body. What callers send in the old form is refused as unknown fields or "
        "lands in the wrong place.",
    .categories = "FILE PACKAGE WIRE_JSON",
    .breaks = kRestCallers,
    .remedy = "Leave `body` as it was and offer the new form under another path or verb.",
    .example =
        " option (google.api.http) = {\n   post: \"/v1/orders\"\n-  body: \"order\"\n"
        "+  body: \"*\"\n };"};

const RuleInfo kRpcSameHttpResponseBody{
    .id = "RPC_SAME_HTTP_RESPONSE_BODY",
    .severity = Severity::kError,
    .summary = "The HTTP response of a method shows another part of the response message.",
    .explanation =
        "`response_body` names the field that is sent as the JSON document; without it the whole "
        "message is. Callers that read the old document no longer find what they look for.",
    .categories = "FILE PACKAGE WIRE_JSON",
    .breaks = kRestCallers,
    .remedy = "Leave `response_body` as it was and offer the new form under another path.",
    .example =
        " option (google.api.http) = {\n   get: \"/v1/orders\"\n"
        "+  response_body: \"orders\"\n };"};

const RuleInfo kRpcSameMethodSignature{
    .id = "RPC_SAME_METHOD_SIGNATURE",
    .severity = Severity::kWarning,
    .summary = "A method signature is gone or lists other fields.",
    .explanation =
        "`google.api.method_signature` makes generators add a convenience overload that takes the "
        "listed fields as arguments. Code that calls the overload no longer compiles, or passes "
        "its "
        "arguments in the wrong order.",
    .categories = "FILE PACKAGE",
    .breaks = kGeneratedClients,
    .remedy = "Keep the old signature and add a further one; a method may have several.",
    .example =
        " rpc GetOrder(GetOrderRequest) returns (Order) {\n"
        "-  option (google.api.method_signature) = \"name\";\n }"};

const RuleInfo kRpcSameOperationInfo{
    .id = "RPC_SAME_OPERATION_INFO",
    .severity = Severity::kError,
    .summary = "A long-running operation yields another response or metadata type.",
    .explanation =
        "`google.longrunning.operation_info` says what is packed into the operation's `Any` "
        "fields. "
        "Clients unpack the old type and fail, in typed languages only when the operation ends.",
    .categories = "FILE PACKAGE WIRE_JSON WIRE",
    .breaks = kWaiters,
    .remedy = "Keep the types and add fields to them, or add a new method with the new types.",
    .example =
        " option (google.longrunning.operation_info) = {\n-  response_type: \"Report\"\n"
        "+  response_type: \"ReportV2\"\n   metadata_type: \"Progress\"\n };"};

}  // namespace accord::breaking
