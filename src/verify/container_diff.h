#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accord/document/node.h"

namespace accord::verify {

/// One level of two objects or two arrays side by side: what both have as it came, '-' what is
/// missing, '+' what is new. Values are abbreviated; deeper levels have findings of their own.
/// Empty when the two are of different kinds or nothing is missing or new.
std::string ContainerDiff(const document::Node& expected,
                          const document::Node& actual,
                          std::size_t max_lines);

/// Keys of an object that another one lacks, in document order.
std::vector<std::string_view> MissingKeys(const document::Node& expected,
                                          const document::Node& actual);

/// The new key that looks most like the missing one, with the same value or a similar name; empty
/// when there is none.
std::string_view LikelyRename(std::string_view missing,
                              const document::Node& expected,
                              const document::Node& actual);

/// JSON of a value on one line, cut.
std::string Brief(const document::Node& value);

}  // namespace accord::verify
