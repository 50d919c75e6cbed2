#include <csignal>
#include <fstream>
#include <iostream>
#include <string>

#include <CLI/CLI.hpp>

#include "accord/net/http_server.h"

#include "order_messages.h"
#include "orders_api.h"
#include "provider_states.h"

namespace {

struct Switches {
  std::uint16_t port = 0;
  std::string port_file;
  bool broken = false;
};

/// The endpoints of this service and, beside them, those that only verification uses.
class Provider {
 public:
  explicit Provider(orders::Form form)
      : api_(store_, form), messages_(store_, form), states_(store_) {}

  accord::net::ServerResponse Answer(const accord::net::ServerRequest& request) {
    if (request.path() == "/_accord/states" && request.method == "POST") {
      return states_.Answer(request);
    }
    if (request.path() == "/_accord/messages" && request.method == "POST") {
      return messages_.Answer(request);
    }
    return api_.Answer(request);
  }

 private:
  orders::OrderStore store_;
  orders::OrdersApi api_;
  orders::OrderMessages messages_;
  orders::ProviderStates states_;
};

int Run(const Switches& switches) {
  // Blocked before any thread starts, so that sigwait below is the only one to see them.
  sigset_t stop;
  sigemptyset(&stop);
  sigaddset(&stop, SIGINT);
  sigaddset(&stop, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &stop, nullptr);

  Provider provider(switches.broken ? orders::Form::kBroken : orders::Form::kAgreed);
  accord::net::HttpServerOptions options;
  options.port = switches.port;
  const auto server = accord::net::HttpServer::Start(
      options,
      [&provider](const accord::net::ServerRequest& request) { return provider.Answer(request); });
  if (!server.ok()) {
    std::cerr << "orders_provider: " << server.error().message << '\n';
    return 1;
  }
  std::cerr << "orders_provider: listening on " << (*server)->url() << '\n';
  if (!switches.port_file.empty()) {
    std::ofstream(switches.port_file) << (*server)->port() << '\n';
  }
  int signal = 0;
  sigwait(&stop, &signal);
  (*server)->Stop();
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  Switches switches;
  CLI::App app("The provider of accord's worked example: a small service for orders.");
  app.add_option("--port", switches.port, "Port to listen on; 0: a free one");
  app.add_option("--port-file", switches.port_file, "File that receives the port when ready");
  app.add_flag("--broken", switches.broken, "Answer as after a change that breaks consumers");
  CLI11_PARSE(app, argc, argv);
  return Run(switches);
}
