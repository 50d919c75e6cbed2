#pragma once

#include <string>

#include "accord/document/document.h"
#include "accord/schema/includes.h"

namespace accord::breaking::api {

/// A payload of `root` that has `value` where `inner` stands, which is found from `root` along
/// `schema_path`. nullptr when none could be made; that it fits `root` is not promised.
document::DocumentPtr PayloadAround(schema::InclusionSession& session,
                                    const schema::SchemaNode& root,
                                    const schema::SchemaNode& inner,
                                    const std::string& schema_path,
                                    const document::DocumentPtr& value);

}  // namespace accord::breaking::api
