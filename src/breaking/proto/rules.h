#pragma once

#include "accord/finding/finding.h"

// The rules of the family; the text of each is in rules_*.cc, the table in rules.cc.
namespace accord::breaking {

// buf's: deletions.
extern const finding::RuleInfo kFileNoDelete;
extern const finding::RuleInfo kEnumNoDelete;
extern const finding::RuleInfo kMessageNoDelete;
extern const finding::RuleInfo kServiceNoDelete;
extern const finding::RuleInfo kExtensionNoDelete;
extern const finding::RuleInfo kPackageNoDelete;
extern const finding::RuleInfo kPackageEnumNoDelete;
extern const finding::RuleInfo kPackageMessageNoDelete;
extern const finding::RuleInfo kPackageServiceNoDelete;
extern const finding::RuleInfo kPackageExtensionNoDelete;
extern const finding::RuleInfo kFieldNoDelete;
extern const finding::RuleInfo kFieldNoDeleteUnlessNumberReserved;
extern const finding::RuleInfo kFieldNoDeleteUnlessNameReserved;
extern const finding::RuleInfo kEnumValueNoDelete;
extern const finding::RuleInfo kEnumValueNoDeleteUnlessNumberReserved;
extern const finding::RuleInfo kEnumValueNoDeleteUnlessNameReserved;
extern const finding::RuleInfo kOneofNoDelete;
extern const finding::RuleInfo kRpcNoDelete;
extern const finding::RuleInfo kReservedMessageNoDelete;
extern const finding::RuleInfo kReservedEnumNoDelete;
extern const finding::RuleInfo kExtensionMessageNoDelete;

// buf's: fields.
extern const finding::RuleInfo kFieldSameName;
extern const finding::RuleInfo kFieldSameJsonName;
extern const finding::RuleInfo kFieldSameType;
extern const finding::RuleInfo kFieldWireCompatibleType;
extern const finding::RuleInfo kFieldWireJsonCompatibleType;
extern const finding::RuleInfo kFieldSameCardinality;
extern const finding::RuleInfo kFieldWireCompatibleCardinality;
extern const finding::RuleInfo kFieldWireJsonCompatibleCardinality;
extern const finding::RuleInfo kFieldSameOneof;
extern const finding::RuleInfo kFieldSameDefault;
extern const finding::RuleInfo kFieldSameJstype;
extern const finding::RuleInfo kFieldSameCppStringType;
extern const finding::RuleInfo kFieldSameUtf8Validation;
extern const finding::RuleInfo kFieldSameJavaUtf8Validation;

// buf's: messages, enums, rpcs, files.
extern const finding::RuleInfo kMessageSameRequiredFields;
extern const finding::RuleInfo kMessageSameJsonFormat;
extern const finding::RuleInfo kMessageNoRemoveStandardDescriptorAccessor;
extern const finding::RuleInfo kMessageSameMessageSetWireFormat;
extern const finding::RuleInfo kEnumSameType;
extern const finding::RuleInfo kEnumSameJsonFormat;
extern const finding::RuleInfo kEnumValueSameName;
extern const finding::RuleInfo kRpcSameRequestType;
extern const finding::RuleInfo kRpcSameResponseType;
extern const finding::RuleInfo kRpcSameClientStreaming;
extern const finding::RuleInfo kRpcSameServerStreaming;
extern const finding::RuleInfo kRpcSameIdempotencyLevel;
extern const finding::RuleInfo kFileSameSyntax;
extern const finding::RuleInfo kFileSamePackage;
extern const finding::RuleInfo kFileSameCcEnableArenas;
extern const finding::RuleInfo kFileSameCcGenericServices;
extern const finding::RuleInfo kFileSameCsharpNamespace;
extern const finding::RuleInfo kFileSameGoPackage;
extern const finding::RuleInfo kFileSameJavaGenericServices;
extern const finding::RuleInfo kFileSameJavaMultipleFiles;
extern const finding::RuleInfo kFileSameJavaOuterClassname;
extern const finding::RuleInfo kFileSameJavaPackage;
extern const finding::RuleInfo kFileSameObjcClassPrefix;
extern const finding::RuleInfo kFileSameOptimizeFor;
extern const finding::RuleInfo kFileSamePhpClassPrefix;
extern const finding::RuleInfo kFileSamePhpMetadataNamespace;
extern const finding::RuleInfo kFileSamePhpNamespace;
extern const finding::RuleInfo kFileSamePyGenericServices;
extern const finding::RuleInfo kFileSameRubyPackage;
extern const finding::RuleInfo kFileSameSwiftPrefix;

// buf's retired ids, each a name for others.
extern const finding::RuleInfo kFieldSameCtype;
extern const finding::RuleInfo kFieldSameLabel;
extern const finding::RuleInfo kFileSameJavaStringCheckUtf8;
extern const finding::RuleInfo kFileSamePhpGenericServices;

// Ours: moves.
extern const finding::RuleInfo kMessageSameFullName;
extern const finding::RuleInfo kEnumSameFullName;
extern const finding::RuleInfo kServiceSameFullName;
extern const finding::RuleInfo kFileSamePath;
extern const finding::RuleInfo kPackageSameName;
extern const finding::RuleInfo kMessageSameTypeUrl;
extern const finding::RuleInfo kFieldSameNumber;

// Ours: services on the wire and their HTTP mapping.
extern const finding::RuleInfo kServicePathNoDelete;
extern const finding::RuleInfo kRpcPathNoDelete;
extern const finding::RuleInfo kRpcHttpNoDelete;
extern const finding::RuleInfo kRpcSameHttpMethod;
extern const finding::RuleInfo kRpcSameHttpPath;
extern const finding::RuleInfo kRpcSameHttpBody;
extern const finding::RuleInfo kRpcSameHttpResponseBody;
extern const finding::RuleInfo kRpcSameMethodSignature;
extern const finding::RuleInfo kRpcSameOperationInfo;

// Ours: demands of fields and messages.
extern const finding::RuleInfo kFieldBehaviorNoAddRequired;
extern const finding::RuleInfo kFieldBehaviorNoAddOutputOnly;
extern const finding::RuleInfo kFieldBehaviorNoAddImmutable;
extern const finding::RuleInfo kFieldNoAddRequired;
extern const finding::RuleInfo kFieldConstraintNoTighten;
extern const finding::RuleInfo kFieldConstraintNoLoosen;
extern const finding::RuleInfo kMessageConstraintNoTighten;
extern const finding::RuleInfo kOneofNoAddField;

// Ours: enums and imports.
extern const finding::RuleInfo kEnumClosedNoAddValue;
extern const finding::RuleInfo kEnumZeroValueSameName;
extern const finding::RuleInfo kImportPublicNoDelete;

}  // namespace accord::breaking
