#pragma once

#include <filesystem>
#include <string>

namespace accord::net {

/// A folder with an authority, a server certificate for 127.0.0.1 and localhost, and a client
/// certificate, all made anew; removed at the end.
class TestCertificates {
 public:
  TestCertificates();
  ~TestCertificates();
  TestCertificates(const TestCertificates&) = delete;
  TestCertificates& operator=(const TestCertificates&) = delete;

  std::string authority() const { return Path("ca.pem"); }
  std::string server() const { return Path("server.pem"); }
  std::string server_key() const { return Path("server.key"); }
  std::string client() const { return Path("client.pem"); }
  std::string client_key() const { return Path("client.key"); }

 private:
  std::string Path(const char* name) const { return (folder_ / name).string(); }

  std::filesystem::path folder_;
};

}  // namespace accord::net
