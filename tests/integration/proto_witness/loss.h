#pragma once

#include <string>

#include <google/protobuf/descriptor.h>

#include "accord/finding/finding.h"

namespace accord::breaking::test {

/// Checks an example with protobuf alone: what its writer wrote is what it says, and the reader
/// refuses it, drops a part of it or shows something else. Empty, or what is wrong with it.
std::string Doubt(const finding::Witness& witness,
                  const google::protobuf::DescriptorPool& writer,
                  const google::protobuf::DescriptorPool& reader,
                  const std::string& type_there);

}  // namespace accord::breaking::test
