#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accord/document/document.h"

namespace accord::document {

/// One complaint of the validator.
struct Complaint {
  std::vector<std::string> path;  ///< Keys and array positions.
  std::string description;        ///< valijson's.
};

/// Drops what only says that something inside is wrong; of rejected alternatives all but those that
/// got furthest, and those meant for another type of value than the one found.
std::vector<Complaint> MostSpecific(std::vector<Complaint> complaints,
                                    const Node& schema,
                                    const Node& root);

/// The complaint in plain words, with its place.
finding::Finding Word(const Complaint& complaint,
                      const Node& schema,
                      const Document& document,
                      const Node& root);

}  // namespace accord::document
