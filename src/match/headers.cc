#include "match/headers.h"

#include <algorithm>

#include <fmt/format.h>

#include "accord/base/media_type.h"
#include "accord/base/strings.h"
#include "accord/pact/read.h"

#include "match/value_lists.h"
#include "match/value_text.h"

namespace accord::match {
namespace {

using pact::Header;

bool Is(std::string_view name, std::string_view lower) {
  return base::EqualsIgnoreCase(name, lower);
}

/// The values of a header: lists are split where the field's grammar has lists.
std::vector<std::string> Values(const std::vector<Header>& headers, std::string_view name) {
  std::vector<std::string> values;
  for (const Header& header : headers) {
    if (!Is(header.name, name)) {
      continue;
    }
    for (const std::string& value : header.values) {
      for (std::string& piece : pact::SplitHeaderValue(name, value)) {
        values.emplace_back(base::Trim(piece));
      }
    }
  }
  return values;
}

/// Whether field lines of that name may as well be sent joined with commas (RFC 9110 §5.3). Lists
/// that are split anyway need it not; cookies are the exception.
bool MayBeJoined(std::string_view name) {
  return !Is(name, "set-cookie") && pact::SplitHeaderValue(name, "a,b").size() == 1;
}

void JoinAsTheOther(std::vector<std::string>& values, const std::vector<std::string>& other) {
  if (other.size() == 1 && values.size() > 1) {
    values = {base::Join(values, ", ")};
  }
}

document::Value FindSource(const document::Value& headers, std::string_view name) {
  if (!headers || !headers->is_object()) {
    return headers;
  }
  for (const document::Member& member : headers->members()) {
    if (Is(member.key(), name)) {
      return headers.Child(&member.value);
    }
  }
  return headers;
}

void CompareHeader(const Header& header,
                   const std::vector<Header>& others,
                   const ActiveRules& rules,
                   const document::Value& source,
                   std::vector<Mismatch>& out) {
  std::vector<std::string> expected = Values({header}, header.name);
  std::vector<std::string> actual = Values(others, header.name);
  if (expected.empty()) {
    std::erase(actual, "");
  }
  if (rules.empty() && expected.size() != actual.size() && MayBeJoined(header.name)) {
    JoinAsTheOther(expected, actual);
    JoinAsTheOther(actual, expected);
  }
  const std::vector<std::string_view> expected_views(expected.begin(), expected.end());
  const std::vector<std::string_view> actual_views(actual.begin(), actual.end());
  ValueLists lists;
  lists.expected = expected_views;
  lists.actual = actual_views;
  lists.rules = rules;
  lists.same = Is(header.name, "accept") || Is(header.name, "content-type") ? AcceptsMediaType
                                                                            : SameHeaderText;
  lists.noun = "header";
  lists.verb = "to have";
  lists.subject = header.name;
  lists.part = Part::kHeader;
  lists.name = header.name;
  lists.source = FindSource(source, header.name);
  CompareValueLists(lists, out);
}

}  // namespace

bool SameHeaderText(std::string_view expected, std::string_view actual) {
  if (expected == actual) {
    return true;
  }
  const std::vector<std::string_view> a = base::Split(expected, ',');
  const std::vector<std::string_view> b = base::Split(actual, ',');
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](auto x, auto y) {
    return base::Trim(x) == base::Trim(y);
  });
}

bool AcceptsMediaType(std::string_view expected, std::string_view actual) {
  const std::optional<base::MediaType> wanted = base::MediaType::Parse(expected);
  const std::optional<base::MediaType> got = base::MediaType::Parse(actual);
  if (!wanted || !got) {
    return SameHeaderText(expected, actual);
  }
  return wanted->Essence() == got->Essence() &&
         std::all_of(wanted->parameters.begin(), wanted->parameters.end(), [&](const auto& pair) {
           const std::string* value = got->Parameter(pair.first);
           return value != nullptr && base::EqualsIgnoreCase(*value, pair.second);
         });
}

void CompareHeaders(const std::vector<Header>& expected,
                    const std::vector<Header>& actual,
                    const pact::RuleCategory& rules,
                    const document::Value& source,
                    std::vector<Mismatch>& out) {
  for (const Header& header : expected) {
    if (pact::FindHeader(actual, header.name) != nullptr) {
      CompareHeader(header, actual, FindNamedRules(rules, header.name, true), source, out);
      continue;
    }
    AddMismatch(fmt::format("Expected a header '{}' but was missing", Excerpt(header.name)),
                {Part::kHeader,
                 header.name,
                 base::Join(header.values, ", "),
                 {},
                 FindSource(source, header.name)},
                out);
  }
}

}  // namespace accord::match
