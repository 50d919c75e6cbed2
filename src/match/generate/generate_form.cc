#include <map>

#include "accord/base/strings.h"
#include "accord/pact/read.h"

#include "match/generate/generate_body.h"

namespace accord::match {
namespace {

std::string Write(const std::vector<pact::QueryParameter>& form) {
  std::string out;
  for (const pact::QueryParameter& parameter : form) {
    for (const auto& value : parameter.values) {
      out += out.empty() ? "" : "&";
      out += base::FormEncode(parameter.name);
      if (value) {
        out += "=" + base::FormEncode(*value);
      }
    }
  }
  return out;
}

}  // namespace

std::optional<std::string> GenerateForm(std::string_view text,
                                        const GeneratorPaths& paths,
                                        GenerateRun& run) {
  std::vector<pact::QueryParameter> form = pact::ParseQuery(text);
  const GeneratorPlaces root(paths);
  bool changed = false;
  for (pact::QueryParameter& parameter : form) {
    const GeneratorPlaces named = root.Field(parameter.name);
    for (std::size_t i = 0; i < parameter.values.size(); ++i) {
      GeneratorPlaces places = named.Sibling(i);
      places.Add(named);
      const pact::GeneratorEntry* entry = places.entry();
      const auto made =
          entry == nullptr ? std::nullopt : run.Make(entry->generator, true, entry->key);
      if (made) {
        parameter.values[i] = made->Text();
        changed = true;
      }
    }
  }
  return changed ? std::optional(Write(form)) : std::nullopt;
}

}  // namespace accord::match
