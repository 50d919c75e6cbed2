#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "accord/net/http_server.h"
#include "accord/pact/pact.h"

namespace accord::compatibility {

/// The provider's endpoint for states; remembers its calls.
class StateServer {
 public:
  struct Call {
    std::string state;
    std::string action;  ///< `setup` or `teardown`.
    document::Value params;
    std::chrono::steady_clock::time_point at;
  };

  explicit StateServer(bool fails);
  std::string url() const { return server_->url() + "/states"; }
  std::vector<Call> Calls() const;

 private:
  net::ServerResponse Answer(const net::ServerRequest& request);

  const bool fails_;
  mutable std::mutex mutex_;
  std::vector<Call> calls_;
  std::unique_ptr<net::HttpServer> server_;
};

/// A provider that is asked for messages by their description.
class MessageServer {
 public:
  MessageServer();
  void Add(const std::string& description, pact::Message message);
  std::string url() const { return server_->url(); }

 private:
  net::ServerResponse Answer(const net::ServerRequest& request);

  std::mutex mutex_;
  std::map<std::string, pact::Message, std::less<>> messages_;
  std::unique_ptr<net::HttpServer> server_;
};

}  // namespace accord::compatibility
