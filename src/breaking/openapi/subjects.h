#pragma once

#include "breaking/openapi/context.h"
#include "breaking/openapi/pairing.h"

// One function per subject, each in a file of its own.
namespace accord::breaking::api {

void ComparePaths(Context& context);
void CompareWebhooks(Context& context);
void CompareCallbacks(Context& context, const OperationPair& pair);
/// All about an operation that both versions have.
void CompareOperation(Context& context, const OperationPair& pair);
/// Parameters of a path as a whole, which oasdiff does not count to its operations.
void CompareSharedParameters(Context& context, const PathPair& paths);
void CompareParameters(Context& context, const OperationPair& pair);
void CompareRequestBody(Context& context, const OperationPair& pair);
void CompareResponses(Context& context, const OperationPair& pair);
void CompareResponseHeaders(Context& context,
                            const OperationPair& pair,
                            const openapi::Response& old_one,
                            const openapi::Response& new_one);
void CompareLinks(Context& context,
                  const OperationPair& pair,
                  const openapi::Response& before,
                  const openapi::Response& after);
void CompareSecurity(Context& context, const OperationPair& pair);
void CompareGlobalSecurity(Context& context);
void CompareServers(Context& context, const OperationPair& pair);
void CompareGlobalServers(Context& context);
void CompareComponents(Context& context);

/// Compares a schema that both versions use; `optional`: of a parameter that may be left out.
void CompareUse(Context& context, const OperationPair& pair, SchemaUse use, bool optional = false);

}  // namespace accord::breaking::api
