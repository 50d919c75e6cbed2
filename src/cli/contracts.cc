#include "cli/contracts.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "accord/net/http.h"
#include "accord/openapi/description.h"
#include "accord/pact/read.h"
#include "accord/schema/library.h"

#include "cli/rules.h"

namespace accord::cli {
namespace {

/// A file is the same file under each of its names.
std::string IdentityOf(const document::Input& input) {
  std::error_code error;
  const auto path = std::filesystem::weakly_canonical(input.name, error);
  return error || input.source != document::Input::Source::kFile ? input.name : path.string();
}

class Loader {
 public:
  Loader(const ContractQuery& query, document::InputOptions options)
      : query_(query), options_(std::move(options)) {}

  base::Result<Contracts> Load() {
    for (const std::string& argument : query_.inputs) {
      if (argument.empty()) {
        return base::UsageError("the name of a contract is empty");
      }
      const auto inputs = document::ExpandInputs({argument}, options_);
      if (!inputs) {
        Unreadable(finding::Make(kInputUnreadable, inputs.error().message, {.file = argument}));
        continue;
      }
      for (const document::Input& input : *inputs) {
        // From a folder or a glob, only what looks like a contract is meant.
        Read(input, input.name == argument || input.source != document::Input::Source::kFile);
      }
    }
    return std::move(contracts_);
  }

 private:
  void Read(const document::Input& input, bool named) {
    if (!seen_.insert(IdentityOf(input)).second) {
      return;
    }
    const bool url = input.source == document::Input::Source::kUrl;
    const std::string name = url ? net::WithoutUserInfo(input.name) : input.name;
    auto bytes = document::ReadInput(input, options_);
    if (!bytes) {
      Unreadable(finding::Make(kInputUnreadable, bytes.error().message, {.file = name}));
      return;
    }
    document::LoadResult loaded = document::Parse(name, std::move(*bytes));
    if (query_.descriptions && loaded.document && openapi::IsOpenApi(loaded.document->root())) {
      Keep(std::move(loaded.findings));
      contracts_.descriptions.push_back(
          {std::move(loaded.document), url ? name : schema::FileUri(name)});
      return;
    }
    if (!named && loaded.document && !pact::LooksLikePact(loaded.document->root())) {
      return;
    }
    Keep(std::move(loaded.findings));
    if (!loaded.document) {
      ++contracts_.unreadable;
      return;
    }
    pact::ReadResult read = pact::Read(loaded.document);
    if (query_.descriptions && !pact::LooksLikePact(loaded.document->root())) {
      read.findings.front().help = "an OpenAPI document would have `openapi` or `swagger` there";
    }
    const bool ours =
        !read.pact || query_.provider.empty() || read.pact->provider == query_.provider;
    if (!ours) {
      return;
    }
    Keep(std::move(read.findings));
    if (read.pact) {
      contracts_.pacts.push_back(std::move(*read.pact));
    } else {
      ++contracts_.unreadable;
    }
  }

  void Keep(std::vector<finding::Finding> findings) {
    std::ranges::move(findings, std::back_inserter(contracts_.findings));
  }

  void Unreadable(finding::Finding finding) {
    contracts_.findings.push_back(std::move(finding));
    ++contracts_.unreadable;
  }

  const ContractQuery& query_;
  document::InputOptions options_;
  Contracts contracts_;
  std::set<std::string> seen_;
};

}  // namespace

base::Result<Contracts> LoadContracts(const ContractQuery& query) {
  document::InputOptions options;
  options.fetch = query.fetch;
  return Loader(query, std::move(options)).Load();
}

}  // namespace accord::cli
