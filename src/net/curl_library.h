#pragma once

#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

#include "accord/base/result.h"

namespace accord::net {

/// The functions of libcurl that the client needs. The library brings 30 others along, which costs
/// milliseconds of start-up, so it is loaded by the first client and never linked.
struct CurlLibrary {
  decltype(&curl_global_init) global_init = nullptr;
  decltype(&curl_easy_init) easy_init = nullptr;
  decltype(&curl_easy_cleanup) easy_cleanup = nullptr;
  decltype(&curl_easy_setopt) easy_setopt = nullptr;
  decltype(&curl_easy_getinfo) easy_getinfo = nullptr;
  decltype(&curl_easy_strerror) easy_strerror = nullptr;
  decltype(&curl_multi_init) multi_init = nullptr;
  decltype(&curl_multi_cleanup) multi_cleanup = nullptr;
  decltype(&curl_multi_setopt) multi_setopt = nullptr;
  decltype(&curl_multi_add_handle) multi_add_handle = nullptr;
  decltype(&curl_multi_remove_handle) multi_remove_handle = nullptr;
  decltype(&curl_multi_perform) multi_perform = nullptr;
  decltype(&curl_multi_poll) multi_poll = nullptr;
  decltype(&curl_multi_info_read) multi_info_read = nullptr;

  /// Loads and initialises once per process; thread-safe. The library stays loaded.
  static base::Result<const CurlLibrary*> Load();
  /// Loads the shared library of that file name.
  static base::Result<CurlLibrary> Open(const char* file);
};

}  // namespace accord::net
