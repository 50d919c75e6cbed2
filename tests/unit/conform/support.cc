#include "tests/unit/conform/support.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "accord/pact/read.h"

namespace accord::conform::test {

document::DocumentPtr Parsed(const std::string& name, std::string text) {
  document::LoadResult loaded = document::Parse(name, std::move(text));
  EXPECT_TRUE(loaded.ok()) << (loaded.findings.empty() ? "" : loaded.findings.front().message);
  return loaded.document;
}

std::string Api(const std::string& path_item, const std::string& rest) {
  return fmt::format(
      R"({{"openapi": "3.0.3", "info": {{"title": "t", "version": "1"}}, "paths": {{"/o": {}}}{}}})",
      path_item,
      rest.empty() ? "" : ", " + rest);
}

std::string Answers(const std::string& schema, const std::string& version) {
  return fmt::format(
      R"({{"openapi": "{}", "info": {{"title": "t", "version": "1"}}, "paths": {{"/o": {{"get":
         {{"responses": {{"200": {{"description": "", "content": {{"application/json":
         {{"schema": {}}}}}}}}}}}}}}}}})",
      version,
      schema);
}

std::string Pact(const std::string& request_members, const std::string& response_members) {
  const auto more = [](const std::string& members) {
    return members.empty() ? "" : ", " + members;
  };
  const bool names_method = request_members.find("\"method\"") != std::string::npos;
  const bool names_path = request_members.find("\"path\"") != std::string::npos;
  const bool names_status = response_members.find("\"status\"") != std::string::npos;
  return fmt::format(
      R"({{"consumer": {{"name": "c"}}, "provider": {{"name": "p"}}, "interactions": [
         {{"description": "d", "request": {{{}{}"headers": {{}}{}}},
         "response": {{{}"headers": {{}}{}}}}}],
         "metadata": {{"pactSpecification": {{"version": "3.0.0"}}}}}})",
      names_method ? "" : R"("method": "GET", )",
      names_path ? "" : R"("path": "/o", )",
      more(request_members),
      names_status ? "" : R"("status": 200, )",
      more(response_members));
}

std::string Expects(const std::string& body, const std::string& rules) {
  return Pact("", fmt::format(R"("body": {}, "matchingRules": {{"body": {{{}}}}})", body, rules));
}

std::vector<finding::Check> CheckAll(const std::vector<std::string>& specifications,
                                     const std::string& pact) {
  Specification specification;
  for (const std::string& text : specifications) {
    EXPECT_TRUE(Load(Parsed("spec", text), {}, specification).usable) << text;
  }
  const pact::ReadResult read = pact::Read(Parsed("pact", pact));
  EXPECT_TRUE(read.pact) << pact;
  if (!read.pact) {
    return {};
  }
  return Checker(std::move(specification)).Check(*read.pact);
}

std::vector<std::string> Findings(const std::string& specification, const std::string& pact) {
  std::vector<std::string> out;
  for (const finding::Check& check : CheckAll({specification}, pact)) {
    for (const finding::Finding& finding : check.findings) {
      out.push_back(fmt::format("{} {}", finding.rule->id, finding.path));
    }
    for (const std::string& note : check.notes) {
      out.push_back(note);
    }
  }
  return out;
}

}  // namespace accord::conform::test
