#include <array>
#include <memory>

#include <fmt/format.h>
#include <openssl/evp.h>

#include "accord/base/strings.h"
#include "accord/document/source_set.h"

namespace accord::document {

// gitformat-loose(5): the hash covers the type and the length, too.
std::string GitBlobId(std::string_view bytes) {
  const std::string head = fmt::format("blob {}", bytes.size());
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> hash(EVP_MD_CTX_new(),
                                                                     &EVP_MD_CTX_free);
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  if (hash == nullptr || EVP_DigestInit_ex(hash.get(), EVP_sha1(), nullptr) != 1 ||
      EVP_DigestUpdate(hash.get(), head.c_str(), head.size() + 1) != 1 ||
      EVP_DigestUpdate(hash.get(), bytes.data(), bytes.size()) != 1 ||
      EVP_DigestFinal_ex(hash.get(), digest.data(), &size) != 1) {
    return head + std::string(bytes);  // Without SHA-1: still the same for the same bytes only.
  }
  return base::HexEncode({reinterpret_cast<const char*>(digest.data()), size});
}

}  // namespace accord::document
