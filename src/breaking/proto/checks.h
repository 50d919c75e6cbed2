#pragma once

#include "breaking/proto/context.h"

namespace accord::breaking {

// Every check of the family, one subject a file. walk.cc calls each for every pair of its kind.

// Whole versions: what is gone (deletions.cc), packages (packages.cc).
void CheckDeletedFiles(Context& context);
void CheckDeletedPackages(Context& context);
void CheckUnusedBuiltIns(Context& context);  // built_ins.cc

// Files of the same path.
void CheckDeletedInFile(Context& context, const FilePair& files);  // deletions.cc
void CheckFileOptions(Context& context, const FilePair& files);    // file_options.cc
void CheckPublicImports(Context& context, const FilePair& files);  // imports.cc

// Messages of the same full name.
void CheckMessage(Context& context, const MessagePair& messages);             // messages.cc
void CheckRequiredFields(Context& context, const MessagePair& messages);      // messages.cc
void CheckDeletedFields(Context& context, const MessagePair& messages);       // deletions.cc
void CheckDeletedOneofs(Context& context, const MessagePair& messages);       // deletions.cc
void CheckReserved(Context& context, const MessagePair& messages);            // reserved.cc
void CheckExtensionRanges(Context& context, const MessagePair& messages);     // reserved.cc
void CheckSwappedNumbers(Context& context, const MessagePair& messages);      // numbers.cc
void CheckAddedFields(Context& context, const MessagePair& messages);         // added_fields.cc
void CheckMessageConstraints(Context& context, const MessagePair& messages);  // constraints.cc

// Fields of the same number, extensions included.
void CheckFieldName(Context& context, const FieldPair& fields);         // field_names.cc
void CheckFieldType(Context& context, const FieldPair& fields);         // field_types.cc
void CheckFieldCardinality(Context& context, const FieldPair& fields);  // field_cardinality.cc
void CheckFieldOneof(Context& context, const FieldPair& fields);        // field_oneof.cc
void CheckFieldDefault(Context& context, const FieldPair& fields);      // field_default.cc
void CheckFieldOptions(Context& context, const FieldPair& fields);      // field_options.cc
void CheckFieldBehavior(Context& context, const FieldPair& fields);     // field_behavior.cc
void CheckFieldConstraints(Context& context, const FieldPair& fields);  // constraints.cc

// Enums of the same full name.
void CheckEnum(Context& context, const EnumPair& enums);               // enums.cc
void CheckEnumValueNames(Context& context, const EnumPair& enums);     // enums.cc
void CheckDeletedEnumValues(Context& context, const EnumPair& enums);  // deletions.cc
void CheckReserved(Context& context, const EnumPair& enums);           // reserved.cc
void CheckAddedEnumValues(Context& context, const EnumPair& enums);    // added_values.cc

// Services and methods.
void CheckDeletedMethods(Context& context, const ServicePair& services);   // deletions.cc
void CheckServicePaths(Context& context);                                  // service_paths.cc
void CheckMethod(Context& context, const MethodPair& methods);             // methods.cc
void CheckHttp(Context& context, const MethodPair& methods);               // http.cc
void CheckMethodAnnotations(Context& context, const MethodPair& methods);  // method_annotations.cc

}  // namespace accord::breaking
