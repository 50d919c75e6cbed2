#include "accord/openapi/rules.h"

#include <array>

namespace accord::openapi {

using finding::RuleInfo;
using finding::Severity;

const RuleInfo kNotOpenApi{
    .id = "openapi-not-recognized",
    .severity = Severity::kError,
    .summary = "A document does not say that it is an OpenAPI document.",
    .explanation =
        "An OpenAPI document is an object with the member `openapi` (3.x) or `swagger` (2.0) whose "
        "value is the version. Parts of a description that lie in files of their own are read "
        "through the references of the main document; name that one."};

const RuleInfo kVersionUnknown{
    .id = "openapi-version-unknown",
    .severity = Severity::kError,
    .summary = "A document says that it is written in a version of OpenAPI that is not known.",
    .explanation =
        "The version decides what the document means. accord knows Swagger 2.0 and OpenAPI 3.0, "
        "3.1 and 3.2. A document with a later version is read as if it were one of the newest that "
        "is known; one with an earlier version is not read."};

const RuleInfo kStructureInvalid{
    .id = "openapi-structure-invalid",
    .severity = Severity::kError,
    .summary = "A part of a document does not have the form that OpenAPI gives to it.",
    .explanation =
        "An object stands where an array belongs, a field that carries the meaning is missing, or "
        "fields contradict each other. That part is left out of whatever is done with the "
        "document; the rest is used. In parts that only document, this is a warning."};

const RuleInfo kFieldMissing{
    .id = "openapi-field-missing",
    .severity = Severity::kWarning,
    .summary = "A field that OpenAPI requires is missing, though the meaning is clear without it.",
    .explanation =
        "Other tools may refuse the document: descriptions of responses, the title and version of "
        "the API and the responses of an operation are mandatory."};

const RuleInfo kFieldUnknown{
    .id = "openapi-field-unknown",
    .severity = Severity::kWarning,
    .summary = "A field has a name that OpenAPI does not know, but almost knows.",
    .explanation =
        "Unknown fields mean nothing, so what stands there is ignored. The name looks like that of "
        "a field of the same object, misspelt. Names of extensions start with `x-`."};

const RuleInfo kReferenceUnresolved{
    .id = "openapi-reference-unresolved",
    .severity = Severity::kError,
    .summary = "A `$ref` leads to something that is not there.",
    .explanation =
        "The file could not be read, or has nothing at that pointer. References are relative to "
        "the file that they stand in. What the reference stands for is left out; the rest of the "
        "document is used. Nothing is fetched from the network unless that is allowed."};

const RuleInfo kReferenceCycle{
    .id = "openapi-reference-cycle",
    .severity = Severity::kError,
    .summary = "A chain of `$ref`s ends in a circle, so there is nothing at its end.",
    .explanation =
        "Each of the references stands for the next one. Recursive schemas are something else: "
        "they lead back through `properties` or `items`, and are fine."};

const RuleInfo kPathInvalid{
    .id = "openapi-path-invalid",
    .severity = Severity::kWarning,
    .summary = "A path is not written as OpenAPI wants paths to be.",
    .explanation =
        "Paths start with a slash, braces in them are closed, and no parameter appears twice. "
        "Tools disagree on what other paths mean; accord takes them by the letter."};

const RuleInfo kDuplicatePath{
    .id = "openapi-duplicate-path",
    .severity = Severity::kError,
    .summary = "Two paths differ in nothing but the names of their parameters.",
    .explanation =
        "Each request to one of them is a request to the other, so it cannot be said which "
        "operation holds. Merge the two. When they have no method in common this is a warning."};

const RuleInfo kDuplicateOperationId{
    .id = "openapi-duplicate-operation-id",
    .severity = Severity::kError,
    .summary = "Two operations have the same `operationId`.",
    .explanation =
        "Links and generated code name operations by it, so it must be unique in the whole "
        "description. Rename one of the two."};

const RuleInfo kDuplicateParameter{
    .id = "openapi-duplicate-parameter",
    .severity = Severity::kError,
    .summary = "A list of parameters has two of the same name and place.",
    .explanation =
        "A parameter is told from others by `name` and `in`; names of headers are compared without "
        "regard to case. An operation may replace a parameter of its path, but no list may hold "
        "the same one twice."};

const RuleInfo kPathParameterMissing{
    .id = "openapi-path-parameter-missing",
    .severity = Severity::kError,
    .summary = "A path has a parameter in braces that no parameter with `in: path` describes.",
    .explanation =
        "What may stand there is not said. Add the parameter to the path item or to each of its "
        "operations; its name must be that between the braces."};

const RuleInfo kPathParameterUnused{
    .id = "openapi-path-parameter-unused",
    .severity = Severity::kWarning,
    .summary = "A parameter with `in: path` has a name that does not appear in its path.",
    .explanation =
        "It can never be sent. Its name must be that between the braces of the path; mostly one of "
        "the two was renamed."};

const RuleInfo kSecuritySchemeUnknown{
    .id = "openapi-security-scheme-unknown",
    .severity = Severity::kWarning,
    .summary = "A security requirement names a scheme that the description does not define.",
    .explanation =
        "How to meet the requirement is not said. Add the scheme to `components/securitySchemes` "
        "(`securityDefinitions` in 2.0)."};

const RuleInfo kTooLarge{
    .id = "openapi-too-large",
    .severity = Severity::kError,
    .summary = "References multiply a description to a size that accord does not read.",
    .explanation =
        "What references lead to is read anew for each of them. After half a million parameters, "
        "responses and other parts accord stops; what follows is left out."};

std::span<const RuleInfo* const> Rules() {
  static constexpr std::array kRules = {
      &kNotOpenApi,
      &kVersionUnknown,
      &kStructureInvalid,
      &kFieldMissing,
      &kFieldUnknown,
      &kReferenceUnresolved,
      &kReferenceCycle,
      &kPathInvalid,
      &kDuplicatePath,
      &kDuplicateOperationId,
      &kDuplicateParameter,
      &kPathParameterMissing,
      &kPathParameterUnused,
      &kSecuritySchemeUnknown,
      &kTooLarge,
  };
  return kRules;
}

}  // namespace accord::openapi
