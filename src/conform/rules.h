#pragma once

#include "accord/finding/finding.h"

namespace accord::conform {

// Names of the field's usual codes; what is new here starts with `consumer.` or `provider.`.

extern const finding::RuleInfo kSpecificationUnknown;

extern const finding::RuleInfo kRequestSpecMissing;
extern const finding::RuleInfo kPathOrMethodUnknown;
extern const finding::RuleInfo kAcceptUnknown;
extern const finding::RuleInfo kAcceptIncompatible;
extern const finding::RuleInfo kRequestTypeUnknown;
extern const finding::RuleInfo kRequestTypeIncompatible;
extern const finding::RuleInfo kRequestTypeMissing;
extern const finding::RuleInfo kAuthorizationMissing;
extern const finding::RuleInfo kAuthorizationUnproven;
extern const finding::RuleInfo kRequestHeaderIncompatible;
extern const finding::RuleInfo kRequestHeaderUnknown;
extern const finding::RuleInfo kQueryIncompatible;
extern const finding::RuleInfo kQueryUnknown;
extern const finding::RuleInfo kCookieIncompatible;
extern const finding::RuleInfo kRequestBodyIncompatible;
extern const finding::RuleInfo kRequestBodyUnknown;
extern const finding::RuleInfo kRequestBodyUnvalidatable;
extern const finding::RuleInfo kRequestPropertyUndocumented;
extern const finding::RuleInfo kFailureUnexplained;

extern const finding::RuleInfo kStatusUnknown;
extern const finding::RuleInfo kStatusDefault;
extern const finding::RuleInfo kResponseTypeUnknown;
extern const finding::RuleInfo kResponseTypeIncompatible;
extern const finding::RuleInfo kResponseHeaderIncompatible;
extern const finding::RuleInfo kResponseHeaderUndefined;
extern const finding::RuleInfo kResponseHeaderUnknown;
extern const finding::RuleInfo kResponseHeaderOptional;
extern const finding::RuleInfo kResponseBodyIncompatible;
extern const finding::RuleInfo kResponseBodyUnknown;
extern const finding::RuleInfo kResponseBodyUnvalidatable;

extern const finding::RuleInfo kMessageSpecMissing;
extern const finding::RuleInfo kMessageReferencesMissing;
extern const finding::RuleInfo kMessageOperationUnknown;
extern const finding::RuleInfo kMessageMatched;
extern const finding::RuleInfo kMessageNoMatch;
extern const finding::RuleInfo kMessagePayloadIncompatible;
extern const finding::RuleInfo kMessageHeadersIncompatible;
extern const finding::RuleInfo kMessagePayloadUnknown;
extern const finding::RuleInfo kMessagePayloadUnvalidatable;
extern const finding::RuleInfo kMessageReplyMissing;
extern const finding::RuleInfo kMessageResponseMissing;

extern const finding::RuleInfo kPropertyOptional;
extern const finding::RuleInfo kPropertyUndocumented;
extern const finding::RuleInfo kPropertyWriteOnly;
extern const finding::RuleInfo kValueImpossible;
extern const finding::RuleInfo kValueWider;
extern const finding::RuleInfo kExampleImpossible;
extern const finding::RuleInfo kEnumUnexercised;
extern const finding::RuleInfo kNullUnexercised;
extern const finding::RuleInfo kExampleEmpty;

extern const finding::RuleInfo kOperationUnused;
extern const finding::RuleInfo kStatusUnused;
extern const finding::RuleInfo kFieldUnused;

}  // namespace accord::conform
