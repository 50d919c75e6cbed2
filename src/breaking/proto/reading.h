#pragma once

#include <google/protobuf/descriptor.h>

namespace accord::breaking {

// What a reader makes of data under its own definitions. Names do not count here.

/// Whether every value the writer can put into its field arrives as it was meant, in binary form.
bool ReadsSame(const google::protobuf::FieldDescriptor& writer,
               const google::protobuf::FieldDescriptor& reader);
/// The same for all fields of a message; a field the reader lacks is lost.
bool ReadsSame(const google::protobuf::Descriptor& writer,
               const google::protobuf::Descriptor& reader);
/// Every value of the writer is one of the reader.
bool ReadsSame(const google::protobuf::EnumDescriptor& writer,
               const google::protobuf::EnumDescriptor& reader);

/// Whether both fields look alike in JSON, keys aside.
bool SameJsonForm(const google::protobuf::FieldDescriptor& one,
                  const google::protobuf::FieldDescriptor& other);

/// A field of the writer that may be set together with `writer`, while the reader has it in one
/// oneof with `reader`, so that only one of them arrives; nullptr when there is none.
const google::protobuf::FieldDescriptor* RivalOf(const google::protobuf::FieldDescriptor& writer,
                                                 const google::protobuf::FieldDescriptor& reader);

/// proto2 enums put numbers without a name aside.
bool IsClosed(const google::protobuf::EnumDescriptor& type);

}  // namespace accord::breaking
