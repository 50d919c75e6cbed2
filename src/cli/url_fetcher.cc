#include "cli/url_fetcher.h"

#include <memory>
#include <utility>

#include "accord/net/http_client.h"

#include "cli/verify_options.h"

namespace accord::cli {

document::FetchUrl LazyFetcher() {
  return [client = std::shared_ptr<net::HttpClient>()](
             const std::string& url) mutable -> base::Result<std::string> {
    if (!client) {
      auto created = net::HttpClient::Create({});
      if (!created) {
        return created.error();
      }
      client = std::move(*created);
    }
    return ContractFetcher(*client)(url);
  };
}

}  // namespace accord::cli
