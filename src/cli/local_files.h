#pragma once

#include "accord/schema/schema.h"

namespace accord::cli {

/// Delivers the files of this machine that `file:` URIs name, and nothing else.
schema::LoadDocument LocalFiles();

}  // namespace accord::cli
