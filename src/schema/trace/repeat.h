#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <utility>

#include "accord/document/node.h"

namespace accord::schema {

/// Positions of the first item that equals an earlier one, and of that one, which comes first.
/// Numbers are equal by value.
std::optional<std::pair<std::size_t, std::size_t>> FirstRepeat(
    std::span<const document::Node> items);

}  // namespace accord::schema
