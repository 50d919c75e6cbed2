// Serves prepared answers as fast as it can: the provider of `tools/bench verify`.
//
// usage: accord_stub_provider ANSWERS_JSON PORT_FILE
// ANSWERS_JSON: {"GET /path": {"status": 200, "body": "..."}}. The port is written once it listens.
#include <csignal>
#include <fstream>
#include <iostream>
#include <string>
#include <unordered_map>

#include "accord/document/document.h"
#include "accord/document/input.h"
#include "accord/net/http_server.h"

namespace {

using accord::net::ServerRequest;
using accord::net::ServerResponse;

std::unordered_map<std::string, ServerResponse> ReadAnswers(const std::string& path) {
  std::unordered_map<std::string, ServerResponse> answers;
  auto bytes = accord::document::ReadFile(path, std::size_t{1} << 30U);
  if (!bytes) {
    return answers;
  }
  const auto loaded =
      accord::document::Parse(path, std::move(*bytes), {.max_bytes = std::size_t{1} << 30U});
  if (!loaded.ok()) {
    return answers;
  }
  for (const auto& member : loaded.document->root().members()) {
    ServerResponse response;
    response.status = std::stoi(std::string(member.value.Find("status")->text()));
    response.headers = {{"Content-Type", "application/json"}};
    response.body = member.value.Find("body")->text();
    answers.emplace(member.key(), std::move(response));
  }
  return answers;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: accord_stub_provider ANSWERS_JSON PORT_FILE\n";
    return 2;
  }
  // Blocked before any thread starts, so that only sigwait below sees them.
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  const auto answers = ReadAnswers(argv[1]);
  auto server = accord::net::HttpServer::Start({}, [&answers](const ServerRequest& request) {
    const auto found = answers.find(request.method + " " + request.target);
    return found == answers.end() ? ServerResponse{404, {}, {}} : found->second;
  });
  if (!server) {
    std::cerr << server.error().message << '\n';
    return 4;
  }
  std::ofstream(argv[2]) << (*server)->port() << '\n';
  int signal = 0;
  sigwait(&signals, &signal);
  (*server)->Stop();
  return 0;
}
