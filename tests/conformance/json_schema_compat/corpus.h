#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accord/schema/schema.h"

namespace accord::schema::test {

/// One source of cases, and the share of its questions that must be decided.
struct Source {
  std::string_view name;  ///< Of the file, without `.json`.
  double demanded;
};
const std::vector<Source>& Sources();

/// The corpus; nullopt when it is not there.
std::optional<std::filesystem::path> CorpusDir();

/// Is everything that fits `a` also fit for `b`?
struct Question {
  std::string name;  ///< `own/ref/07:backward`.
  std::string a_text;
  std::string b_text;
  const Schema* a = nullptr;  ///< nullptr: refused, see `refusal`.
  const Schema* b = nullptr;
  std::string refusal;
  std::optional<bool> answer;               ///< As plain set inclusion, where it is known.
  const document::Node* witness = nullptr;  ///< The corpus' own, for `false`.
};

/// Asks both questions of each case.
void ForEachQuestion(const std::filesystem::path& file,
                     const std::function<void(const Question&)>& ask);

}  // namespace accord::schema::test
