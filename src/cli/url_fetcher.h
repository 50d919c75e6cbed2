#pragma once

#include "accord/document/input.h"

namespace accord::cli {

/// Fetches with a client that is made for the first URL: files must not pay for one.
document::FetchUrl LazyFetcher();

}  // namespace accord::cli
