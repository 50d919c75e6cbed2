#include "net/curl_library.h"

#include <string>

#include <dlfcn.h>

namespace accord::net {
namespace {

/// Binds functions by name and remembers the first one that is missing.
class Binder {
 public:
  explicit Binder(void* library) : library_(library) {}

  template <typename Function>
  void Bind(Function& function, const char* name) {
    void* const symbol = dlsym(library_, name);
    if (symbol == nullptr && missing_ == nullptr) {
      missing_ = name;
    }
    function = reinterpret_cast<Function>(symbol);
  }
  const char* missing() const { return missing_; }

 private:
  void* library_;
  const char* missing_ = nullptr;
};

}  // namespace

base::Result<CurlLibrary> CurlLibrary::Open(const char* file) {
  void* const library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) {
    return base::EnvironmentError(std::string("libcurl is needed for HTTP: ") + dlerror());
  }
  CurlLibrary curl;
  Binder binder(library);
  binder.Bind(curl.global_init, "curl_global_init");
  binder.Bind(curl.easy_init, "curl_easy_init");
  binder.Bind(curl.easy_cleanup, "curl_easy_cleanup");
  binder.Bind(curl.easy_setopt, "curl_easy_setopt");
  binder.Bind(curl.easy_getinfo, "curl_easy_getinfo");
  binder.Bind(curl.easy_strerror, "curl_easy_strerror");
  binder.Bind(curl.multi_init, "curl_multi_init");
  binder.Bind(curl.multi_cleanup, "curl_multi_cleanup");
  binder.Bind(curl.multi_setopt, "curl_multi_setopt");
  binder.Bind(curl.multi_add_handle, "curl_multi_add_handle");
  binder.Bind(curl.multi_remove_handle, "curl_multi_remove_handle");
  binder.Bind(curl.multi_perform, "curl_multi_perform");
  binder.Bind(curl.multi_poll, "curl_multi_poll");
  binder.Bind(curl.multi_info_read, "curl_multi_info_read");
  if (binder.missing() != nullptr) {
    const std::string message = std::string(file) + " has no function " + binder.missing();
    dlclose(library);
    return base::EnvironmentError(message);
  }
  return curl;
}

base::Result<const CurlLibrary*> CurlLibrary::Load() {
  static const base::Result<CurlLibrary> library = [] {
    base::Result<CurlLibrary> opened = Open("libcurl.so.4");
    if (opened.ok() && opened->global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
      return base::Result<CurlLibrary>(base::EnvironmentError("libcurl could not be initialised"));
    }
    return opened;
  }();
  if (!library.ok()) {
    return library.error();
  }
  return &library.value();
}

}  // namespace accord::net
