#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "breaking/openapi/rules.h"
#include "breaking/openapi/subjects.h"

namespace accord::breaking::api {
namespace {

using openapi::Operation;
using openapi::PathItem;
using openapi::Server;
using Servers = std::vector<Server>;

/// URLs without what they have in front of every path: whether that moved is seen by the paths.
std::set<std::string> Hosts(const Servers& servers, bool with_path) {
  std::set<std::string> hosts;
  for (const Server& server : servers) {
    std::string url = server.url;
    while (url.ends_with('/')) {
      url.pop_back();
    }
    if (!with_path && url.ends_with(server.path)) {
      url.resize(url.size() - server.path.size());
    }
    hosts.insert(std::move(url));
  }
  return hosts;
}

template <typename AddRemark>
void CompareServerLists(const Servers& before,
                        const Servers& after,
                        bool with_path,
                        const AddRemark& add) {
  const std::set<std::string> old_hosts = Hosts(before, with_path);
  const std::set<std::string> new_hosts = Hosts(after, with_path);
  for (const std::string& host : old_hosts) {
    if (new_hosts.count(host) == 0) {
      add(Remark{kServerRemoved, {host}, fmt::format("The server '{}' was removed.", host)});
    }
  }
  for (const std::string& host : new_hosts) {
    if (old_hosts.count(host) == 0) {
      add(Remark{kServerAdded, {host}, fmt::format("The server '{}' was added.", host)});
    }
  }
}

/// Those of an operation or its path; empty when those of the document hold.
const Servers& OwnServers(const PathItem& item, const Operation& operation) {
  return operation.servers.empty() ? item.servers : operation.servers;
}

/// Whether some path is found under the same URL although the servers' part of it changed.
bool BaseMoved(const Context& context) {
  const auto urls = [](const openapi::Description& description) {
    std::set<std::string> all;
    for (const Server& server : description.servers) {
      for (const PathItem& item : description.paths) {
        all.insert(openapi::PathShape(server.path + item.path));
      }
    }
    return all;
  };
  const std::set<std::string> before = urls(context.before);
  const std::set<std::string> after = urls(context.after);
  return std::ranges::any_of(before,
                             [&after](const std::string& url) { return after.count(url) != 0; });
}

}  // namespace

void CompareServers(Context& context, const OperationPair& pair) {
  if (!context.strict() || pair.paths.outbound) {
    return;
  }
  const Servers& before = OwnServers(*pair.paths.before, *pair.before);
  const Servers& after = OwnServers(*pair.paths.after, *pair.after);
  if (before.empty() && after.empty()) {
    return;
  }
  CompareServerLists(before.empty() ? context.before.servers : before,
                     after.empty() ? context.after.servers : after,
                     true,
                     [&](Remark remark) {
                       Add(context,
                           pair,
                           std::move(remark),
                           {pair.before->source, "servers"},
                           {pair.after->source, "servers"});
                     });
}

void CompareGlobalServers(Context& context) {
  if (!context.strict()) {
    return;
  }
  CompareServerLists(
      context.before.servers, context.after.servers, !BaseMoved(context), [&](Remark remark) {
        AddTo(context,
              "servers",
              std::move(remark),
              {context.before.root, "servers"},
              {context.after.root, "servers"});
      });
}

}  // namespace accord::breaking::api
