#pragma once

#include <string>

#include "accord/document/value.h"

namespace accord::pact {

/// Where two JSON values first differ and how, in one line; empty when they are equal.
std::string FirstDifference(const document::Node& before, const document::Node& after);

/// The members of both objects; `update` wins where both have one.
document::Value MergeObjects(const document::Value& existing, const document::Value& update);

}  // namespace accord::pact
