#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accord/document/document.h"
#include "accord/schema/schema.h"

namespace accord::schema::test {

/// A folder of the suite and the dialect of its schemas.
struct Draft {
  std::string_view folder;
  Dialect dialect;
};
const std::vector<Draft>& Drafts();

/// The suite's folder; nullopt when it is not there.
std::optional<std::filesystem::path> SuiteDir();
/// The `.json` files of a folder, by name.
std::vector<std::filesystem::path> JsonFiles(const std::filesystem::path& folder);
document::DocumentPtr ReadJson(const std::filesystem::path& file);
/// A document of its own for a part of one.
document::DocumentPtr Detach(const document::Node& node);

/// Serves the suite's `remotes` as http://localhost:1234/….
LoadDocument Remotes(const std::filesystem::path& suite);

/// One instance of a test file.
struct Case {
  std::string name;  ///< `ref.json: <group>: <test>`.
  const document::Node& schema;
  const document::Node& instance;
  bool valid;
  const Schema* compiled;  ///< nullptr when the schema was refused.
  std::string refusal;     ///< Why it was.
};

/// Calls `run` for each case of a test file.
void ForEachCase(const std::filesystem::path& file,
                 const CompileOptions& options,
                 const std::function<void(const Case&)>& run);

}  // namespace accord::schema::test
