#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "accord/net/http.h"
#include "accord/net/http_server.h"

namespace accord::net {

/// What the request says about the form of its answer.
struct AnswerForm {
  bool head = false;                 ///< The request was HEAD: headers without the body.
  bool keep_alive = true;            ///< The connection stays open.
  bool announce_keep_alive = false;  ///< HTTP/1.0 clients need to be told.
};

/// True when the response may go out as it is: a final status, headers that stay on their lines.
bool IsSendable(const ServerResponse& response);

/// True when the response ends the connection by its own `Connection: close`.
bool WantsClose(const ServerResponse& response);

/// True when a response to that request carries a body at all (RFC 9110 §6.4.1).
bool CarriesBody(const ServerResponse& response, const AnswerForm& form);

/// Status line and header fields with the empty line. Framing is decided here: a Content-Length
/// or Transfer-Encoding of the response counts only in an answer to HEAD.
std::string WriteHead(const ServerResponse& response,
                      const AnswerForm& form,
                      std::string_view date);

/// A short text answer: status, its reason and a line for people.
ServerResponse ErrorResponse(int status, std::string_view why);

/// The Date header (RFC 9110 §5.6.7), computed once a second.
class DateText {
 public:
  std::string_view Now();
  static std::string Format(std::chrono::sys_seconds second);

 private:
  std::chrono::sys_seconds second_{};
  std::string text_;
};

}  // namespace accord::net
