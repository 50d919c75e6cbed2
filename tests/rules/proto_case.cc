#include "tests/rules/proto_case.h"

#include <fstream>
#include <string_view>

namespace accord::breaking {
namespace {

/// The name in `-- name --`; empty for other lines.
std::string SectionOf(const std::string& line) {
  const bool marked = line.size() > 6 && line.starts_with("-- ") && line.ends_with(" --");
  return marked ? line.substr(3, line.size() - 6) : std::string();
}

/// Reads a line above the first section.
void ReadHead(const std::string& line, ProtoCase& out) {
  constexpr std::string_view kMode = "mode: ";
  if (line.starts_with(kMode)) {
    out.mode = line.substr(kMode.size());
  } else if (!line.empty() && line.front() != '#') {
    out.fault = "unknown line: " + line;
  }
}

/// The text that lines of a section are added to; nullptr for the expected lines.
std::string* Open(const std::string& section, ProtoCase& out) {
  if (section.starts_with("old/")) {
    return &out.before[section.substr(4)];
  }
  if (section.starts_with("new/")) {
    return &out.after[section.substr(4)];
  }
  if (section != "expect") {
    out.fault = "unknown section: " + section;
  }
  return nullptr;
}

}  // namespace

ProtoCase ReadProtoCase(const std::filesystem::path& path) {
  ProtoCase out;
  std::ifstream file(path);
  std::string section;
  std::string* text = nullptr;
  for (std::string line; std::getline(file, line);) {
    if (const std::string name = SectionOf(line); !name.empty()) {
      section = name;
      text = Open(section, out);
    } else if (section.empty()) {
      ReadHead(line, out);
    } else if (text != nullptr) {
      *text += line + "\n";
    } else if (!line.empty()) {
      out.expect.push_back(line);
    }
  }
  if (section != "expect") {
    out.fault = "the last section is not `expect`";
  }
  if (!out.mode.empty() && out.mode != "buf" && out.mode != "ours") {
    out.fault = "unknown mode: " + out.mode;
  }
  return out;
}

}  // namespace accord::breaking
