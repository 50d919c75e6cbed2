#include "net/response_head.h"

#include <algorithm>
#include <array>
#include <iterator>

#include <boost/beast/http/status.hpp>
#include <fmt/format.h>

#include "accord/base/strings.h"

#include "net/field_syntax.h"

namespace accord::net {
namespace {

constexpr int kFirstFinalStatus = 200;
constexpr int kLastStatus = 999;
constexpr int kNoContent = 204;
constexpr int kNotModified = 304;

std::string_view Reason(int status) {
  namespace http = boost::beast::http;
  const auto text = http::obsolete_reason(http::int_to_status(static_cast<unsigned>(status)));
  return {text.data(), text.size()};
}

bool IsConnection(std::string_view name) {
  return base::EqualsIgnoreCase(name, "Connection") || base::EqualsIgnoreCase(name, "Keep-Alive");
}

bool IsLength(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool HasBodyStatus(int status) {
  return status != kNoContent && status != kNotModified;
}

}  // namespace

bool IsSendable(const ServerResponse& response) {
  return response.status >= kFirstFinalStatus && response.status <= kLastStatus &&
         FindBadField(response.headers) == nullptr;
}

bool WantsClose(const ServerResponse& response) {
  const std::string* connection = FindHeader(response.headers, "Connection");
  return connection != nullptr && base::EqualsIgnoreCase(base::Trim(*connection), "close");
}

bool CarriesBody(const ServerResponse& response, const AnswerForm& form) {
  return !form.head && HasBodyStatus(response.status);
}

std::string WriteHead(const ServerResponse& response,
                      const AnswerForm& form,
                      std::string_view date) {
  std::string out;
  const auto append = std::back_inserter(out);
  fmt::format_to(append, "HTTP/1.1 {} {}\r\n", response.status, Reason(response.status));
  for (const auto& [name, value] : response.headers) {
    if (!IsFraming(name) && !IsConnection(name)) {
      out.append(name).append(": ").append(base::Trim(value)).append("\r\n");
    }
  }
  if (FindHeader(response.headers, "Date") == nullptr) {
    out.append("Date: ").append(date).append("\r\n");
  }
  const std::string* length = FindHeader(response.headers, "Content-Length");
  if (form.head && length != nullptr && IsLength(*length)) {
    out.append("Content-Length: ").append(*length).append("\r\n");
  } else if (HasBodyStatus(response.status)) {
    fmt::format_to(append, "Content-Length: {}\r\n", response.body.size());
  }
  if (!form.keep_alive) {
    out.append("Connection: close\r\n");
  } else if (form.announce_keep_alive) {
    out.append("Connection: keep-alive\r\n");
  }
  return out.append("\r\n");
}

ServerResponse ErrorResponse(int status, std::string_view why) {
  ServerResponse response;
  response.status = status;
  response.headers.emplace_back("Content-Type", "text/plain; charset=utf-8");
  response.body = fmt::format("{} {}: {}\n", status, Reason(status), why);
  return response;
}

std::string_view DateText::Now() {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  if (now != second_) {
    second_ = now;
    text_ = Format(now);
  }
  return text_;
}

std::string DateText::Format(std::chrono::sys_seconds second) {
  constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array kMonths{
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(second);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(second - day);
  return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT",
                     kDays.at(std::chrono::weekday(day).c_encoding()),
                     static_cast<unsigned>(date.day()),
                     kMonths.at(static_cast<unsigned>(date.month()) - 1),
                     static_cast<int>(date.year()),
                     time.hours().count(),
                     time.minutes().count(),
                     time.seconds().count());
}

}  // namespace accord::net
