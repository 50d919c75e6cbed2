#include <algorithm>

#include "accord/report/report.h"

namespace accord::report {

const std::vector<FormatEntry>& Formats() {
  static const std::vector<FormatEntry> formats = {
      {"text", WriteText},
      {"json", WriteJson},
      {"junit", WriteJunit},
      {"github", WriteGithub},
      {"markdown", WriteMarkdown},
      {"sarif", WriteSarif},
      {"gitlab", WriteGitlab},
      {"html", WriteHtml},
      {"buf-json", WriteBufJson},
  };
  return formats;
}

Writer FindFormat(std::string_view name) {
  const std::vector<FormatEntry>& formats = Formats();
  const auto found = std::find_if(formats.begin(), formats.end(), [name](const FormatEntry& entry) {
    return entry.name == name;
  });
  return found == formats.end() ? nullptr : found->write;
}

}  // namespace accord::report
