#pragma once

#include "schema/build/builder.h"

namespace accord::schema {

/// Takes out of the graph what is no part of the messages that `view` is about.
void ProjectView(SchemaGraph& graph, View view);

}  // namespace accord::schema
