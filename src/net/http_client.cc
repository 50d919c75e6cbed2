#include "accord/net/http_client.h"

#include <algorithm>
#include <cstddef>
#include <deque>
#include <fstream>
#include <optional>
#include <utility>
#include <vector>

#include "net/curl_library.h"
#include "net/transfer.h"

namespace accord::net {
namespace {

constexpr int kPollMilliseconds = 1000;

/// libcurl would notice only when the first connection is made.
base::Result<void> CheckTlsFiles(const TlsOptions& tls) {
  for (const std::string& file : {tls.ca_file, tls.certificate_file, tls.key_file}) {
    if (!file.empty() && !std::ifstream(file).good()) {
      return base::InputError("cannot read the TLS file " + file);
    }
  }
  return {};
}

class CurlClient final : public HttpClient {
 public:
  CurlClient(const CurlLibrary& curl, HttpClientOptions options);
  ~CurlClient() override;
  CurlClient(const CurlClient&) = delete;
  CurlClient& operator=(const CurlClient&) = delete;

  /// False when libcurl had no memory for its handles.
  bool ok() const { return multi_ != nullptr && !free_.empty(); }
  void Send(HttpRequest request, Done done) override;
  void Run() override;

 private:
  struct Waiting {
    HttpRequest request;
    Done done;
  };

  bool AnyInFlight() const { return free_.size() < transfers_.size(); }
  bool AddTransfer();
  void StartWaiting();
  bool FinishDone();
  void Complete(Transfer& transfer, base::Result<HttpResponse> result);

  const CurlLibrary& curl_;
  const HttpClientOptions options_;
  CURLM* const multi_;
  std::vector<std::unique_ptr<Transfer>> transfers_;
  std::vector<Transfer*> free_;
  std::deque<Waiting> waiting_;
};

CurlClient::CurlClient(const CurlLibrary& curl, HttpClientOptions options)
    : curl_(curl), options_(std::move(options)), multi_(curl.multi_init()) {
  curl_.multi_setopt(multi_,
                     CURLMOPT_MAXCONNECTS,
                     static_cast<long>(std::max<std::size_t>(1, options_.connections)));
  AddTransfer();
}

CurlClient::~CurlClient() {
  for (const auto& transfer : transfers_) {
    curl_.multi_remove_handle(multi_, transfer->handle());
  }
  transfers_.clear();
  curl_.multi_cleanup(multi_);
}

void CurlClient::Send(HttpRequest request, Done done) {
  waiting_.push_back({std::move(request), std::move(done)});
}

void CurlClient::Run() {
  while (!waiting_.empty() || AnyInFlight()) {
    StartWaiting();
    int running = 0;
    curl_.multi_perform(multi_, &running);
    if (!FinishDone() && AnyInFlight()) {
      curl_.multi_poll(multi_, nullptr, 0, kPollMilliseconds, nullptr);
    }
  }
}

bool CurlClient::AddTransfer() {
  auto transfer = std::make_unique<Transfer>(curl_, options_);
  if (transfer->handle() == nullptr) {
    return false;
  }
  free_.push_back(transfer.get());
  transfers_.push_back(std::move(transfer));
  return true;
}

void CurlClient::StartWaiting() {
  while (!waiting_.empty()) {
    if (free_.empty() && (transfers_.size() >= options_.connections || !AddTransfer())) {
      return;
    }
    Transfer& transfer = *free_.back();
    free_.pop_back();
    Waiting next = std::move(waiting_.front());
    waiting_.pop_front();
    base::Result<void> started = transfer.Start(std::move(next.request), std::move(next.done));
    if (started.ok()) {
      curl_.multi_add_handle(multi_, transfer.handle());
    } else {
      Complete(transfer, started.error());
    }
  }
}

/// True when at least one exchange came to its end.
bool CurlClient::FinishDone() {
  bool any = false;
  int left = 0;
  while (const CURLMsg* message = curl_.multi_info_read(multi_, &left)) {
    if (message->msg == CURLMSG_DONE) {
      CURL* const easy = message->easy_handle;
      const CURLcode code = message->data.result;  // Gone with the next call.
      Transfer& transfer = *Transfer::Of(curl_, easy);
      transfer.DropStrayBytes();
      curl_.multi_remove_handle(multi_, easy);
      Complete(transfer, transfer.Finish(code));
      any = true;
    }
  }
  return any;
}

/// Frees the transfer first, because the callback may send and even run again.
void CurlClient::Complete(Transfer& transfer, base::Result<HttpResponse> result) {
  const Done done = transfer.TakeDone();
  free_.push_back(&transfer);
  done(std::move(result));
}

}  // namespace

base::Result<std::unique_ptr<HttpClient>> HttpClient::Create(HttpClientOptions options) {
  if (base::Result<void> checked = CheckTlsFiles(options.tls); !checked.ok()) {
    return checked.error();
  }
  const base::Result<const CurlLibrary*> curl = CurlLibrary::Load();
  if (!curl.ok()) {
    return curl.error();
  }
  auto client = std::make_unique<CurlClient>(**curl, std::move(options));
  if (!client->ok()) {
    return base::EnvironmentError("libcurl has no memory for a connection");
  }
  return std::unique_ptr<HttpClient>(std::move(client));
}

base::Result<HttpResponse> HttpClient::Fetch(HttpRequest request) {
  std::optional<base::Result<HttpResponse>> answer;
  Send(std::move(request),
       [&answer](base::Result<HttpResponse> result) { answer.emplace(std::move(result)); });
  Run();
  return *std::move(answer);
}

}  // namespace accord::net
