#include "conform/parameters.h"

#include <algorithm>
#include <iterator>

#include "accord/base/strings.h"

namespace accord::conform {
namespace {

using schema::TypeSet;

constexpr TypeSet kScalars =
    schema::kStringType | schema::kNumberType | schema::kBooleanType | schema::kNullType;

bool May(TypeSet types, TypeSet wanted) {
  return (types & wanted) != 0;
}

std::string_view DelimiterOf(const std::string& style, bool explode) {
  if (style == "spaceDelimited") {
    return " ";
  }
  if (style == "pipeDelimited") {
    return "|";
  }
  if (style == "tabDelimited") {
    return "\t";
  }
  if (explode && style == "label") {
    return ".";
  }
  return explode && style == "matrix" ? ";" : ",";
}

std::vector<std::string_view> Pieces(std::string_view text, std::string_view delimiter) {
  return base::Split(text, delimiter.front());
}

Wire ListOf(std::string_view text, std::string_view delimiter) {
  std::vector<Wire> items;
  for (const std::string_view piece : Pieces(text, delimiter)) {
    items.push_back(Wire::Text(std::string(base::Trim(piece))));
  }
  return Wire::List(std::move(items));
}

/// `a=1,b=2`, or `a,1,b,2`.
Wire MapOf(std::string_view text, std::string_view delimiter) {
  Wire map = Wire::Map();
  const std::vector<std::string_view> pieces = Pieces(text, delimiter);
  if (text.find('=') != std::string_view::npos) {
    for (const std::string_view piece : pieces) {
      const std::size_t equals = piece.find('=');
      const std::string_view value =
          equals == std::string_view::npos ? "" : piece.substr(equals + 1);
      map.members.emplace_back(base::Trim(piece.substr(0, equals)),
                               Wire::Text(std::string(base::Trim(value))));
    }
    return map;
  }
  for (std::size_t i = 0; i + 1 < pieces.size(); i += 2) {
    map.members.emplace_back(base::Trim(pieces[i]),
                             Wire::Text(std::string(base::Trim(pieces[i + 1]))));
  }
  return map;
}

/// Styles of paths put something in front.
std::string_view WithoutPrefix(const Spelling& spelling, std::string_view text) {
  if (spelling.style == "label" && text.starts_with('.')) {
    return text.substr(1);
  }
  if (spelling.style == "matrix") {
    const std::string prefix = ";" + spelling.name + "=";
    if (text.starts_with(prefix)) {
      return text.substr(prefix.size());
    }
    return text.starts_with(';') ? text.substr(1) : text;
  }
  return text;
}

/// `;x=1;x=2` without the names.
Wire MatrixList(const Spelling& spelling, std::string_view text) {
  Wire list = ListOf(text, ";");
  const std::string prefix = spelling.name + "=";
  for (Wire& item : list.items) {
    if (item.text.starts_with(prefix)) {
      item.text.erase(0, prefix.size());
    }
  }
  return list;
}

/// The keys of `filter[a][b]` or `filter.a.b` behind the name.
std::vector<std::string> KeysOf(std::string_view rest) {
  std::vector<std::string> keys;
  while (!rest.empty()) {
    if (rest.front() == '[') {
      const std::size_t close = rest.find(']');
      if (close == std::string_view::npos) {
        return {};
      }
      keys.emplace_back(rest.substr(1, close - 1));
      rest.remove_prefix(close + 1);
    } else if (rest.front() == '.') {
      const std::size_t end = std::min(rest.find_first_of(".[", 1), rest.size());
      keys.emplace_back(rest.substr(1, end - 1));
      rest.remove_prefix(end);
    } else {
      return {};
    }
  }
  return keys;
}

bool IsIndex(std::string_view key) {
  return std::all_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void Insert(Wire& map,
            const std::vector<std::string>& keys,
            const std::vector<std::string>& texts) {
  constexpr std::size_t kMaxKeys = 32;
  Wire* at = &map;
  for (std::size_t i = 0; i < std::min(keys.size(), kMaxKeys); ++i) {
    at->kind = Wire::Kind::kMap;
    const auto found = std::find_if(at->members.begin(),
                                    at->members.end(),
                                    [&](const auto& member) { return member.first == keys[i]; });
    at = found != at->members.end() ? &found->second
                                    : &at->members.emplace_back(keys[i], Wire()).second;
  }
  std::vector<Wire> items;
  items.reserve(texts.size());
  for (const std::string& text : texts) {
    items.push_back(Wire::Text(text));
  }
  *at = items.size() == 1 ? std::move(items.front()) : Wire::List(std::move(items));
}

/// A map whose keys are `0`, `1` … or empty is a list.
void MakeLists(Wire& wire) {
  for (auto& member : wire.members) {
    MakeLists(member.second);
  }
  const bool is_list = !wire.members.empty() &&
                       std::all_of(wire.members.begin(),
                                   wire.members.end(),
                                   [](const auto& member) { return IsIndex(member.first); });
  if (!is_list) {
    return;
  }
  std::vector<Wire> items;
  for (auto& [key, value] : wire.members) {
    if (value.kind == Wire::Kind::kList && key.empty()) {
      std::move(value.items.begin(), value.items.end(), std::back_inserter(items));
    } else {
      items.push_back(std::move(value));
    }
  }
  wire = Wire::List(std::move(items));
}

}  // namespace

std::vector<Wire> ReadText(const Spelling& spelling, std::string_view text, TypeSet types) {
  text = WithoutPrefix(spelling, text);
  const std::string_view delimiter = DelimiterOf(spelling.style, spelling.explode);
  std::vector<Wire> readings;
  if (May(types, kScalars)) {
    readings.push_back(Wire::Text(std::string(text)));
  }
  if (May(types, schema::kArrayType)) {
    readings.push_back(delimiter == ";" ? MatrixList(spelling, text) : ListOf(text, delimiter));
  }
  if (May(types, schema::kObjectType)) {
    readings.push_back(MapOf(text, delimiter));
  }
  if (readings.empty()) {
    readings.push_back(Wire::Text(std::string(text)));
  }
  return readings;
}

std::optional<std::string> FindCookie(const std::vector<pact::Header>& headers,
                                      std::string_view name) {
  const pact::Header* header = pact::FindHeader(headers, "Cookie");
  for (std::size_t i = 0; header != nullptr && i < header->values.size(); ++i) {
    for (const std::string_view pair : base::Split(header->values[i], ';')) {
      const std::size_t equals = pair.find('=');
      if (equals != std::string_view::npos && base::Trim(pair.substr(0, equals)) == name) {
        return std::string(base::Trim(pair.substr(equals + 1)));
      }
    }
  }
  return std::nullopt;
}

Wire MapOfPairs(const std::vector<pact::QueryParameter>& pairs) {
  Wire map = Wire::Map();
  for (const pact::QueryParameter& pair : pairs) {
    const std::size_t end = std::min(pair.name.find_first_of(".[", 1), pair.name.size());
    std::vector<std::string> keys = {pair.name.substr(0, end)};
    const std::vector<std::string> inner = KeysOf(std::string_view(pair.name).substr(end));
    if (end < pair.name.size() && inner.empty()) {
      keys = {pair.name};
    }
    keys.insert(keys.end(), inner.begin(), inner.end());
    std::vector<std::string> values;
    for (const std::optional<std::string>& value : pair.values) {
      values.push_back(value.value_or(""));
    }
    Insert(map, keys, values);
  }
  for (auto& member : map.members) {
    MakeLists(member.second);
  }
  return map;
}

Query::Query(const std::vector<pact::QueryParameter>& query) {
  for (const pact::QueryParameter& parameter : query) {
    Entry entry;
    entry.name = parameter.name;
    for (const std::optional<std::string>& value : parameter.values) {
      entry.values.push_back(value.value_or(""));
    }
    entries_.push_back(std::move(entry));
  }
}

std::vector<Wire> Query::Take(const Spelling& spelling,
                              TypeSet types,
                              const std::vector<std::string>& properties) {
  std::vector<std::string> values;
  for (Entry& entry : entries_) {
    if (entry.name == spelling.name) {
      entry.taken = true;
      values.insert(values.end(), entry.values.begin(), entry.values.end());
    }
  }
  const bool structured = May(types, schema::kObjectType | schema::kArrayType);
  if (values.empty()) {
    Wire nested = structured ? TakeNested(spelling.name, types) : Wire();
    const bool spread =
        nested.kind == Wire::Kind::kText && May(types, schema::kObjectType) && spelling.explode;
    nested = spread ? TakeProperties(properties) : nested;
    return nested.kind == Wire::Kind::kText ? std::vector<Wire>() : std::vector{nested};
  }
  std::vector<Wire> items;
  items.reserve(values.size());
  for (const std::string& value : values) {
    items.push_back(Wire::Text(value));
  }
  std::vector<Wire> readings;
  if (values.size() > 1) {
    readings.push_back(Wire::List(std::move(items)));
    return readings;
  }
  const bool one_item = May(types, schema::kArrayType) && spelling.explode;
  readings = ReadText(spelling, values.front(), types);
  if (one_item) {
    const bool has_text = May(types, kScalars);
    readings.insert(readings.begin() + (has_text ? 1 : 0), Wire::List(std::move(items)));
  }
  return readings;
}

Wire Query::TakeNested(std::string_view name, TypeSet types) {
  Wire map;
  for (Entry& entry : entries_) {
    if (!entry.name.starts_with(name) || entry.name.size() == name.size()) {
      continue;
    }
    const std::vector<std::string> keys = KeysOf(std::string_view(entry.name).substr(name.size()));
    if (!keys.empty()) {
      entry.taken = true;
      Insert(map, keys, entry.values);
    }
  }
  const bool keeps_keys = !May(types, schema::kArrayType);
  for (auto& member : map.members) {
    MakeLists(member.second);
  }
  if (!keeps_keys) {
    MakeLists(map);
  }
  return map;
}

Wire Query::TakeProperties(const std::vector<std::string>& properties) {
  Wire map;
  for (Entry& entry : entries_) {
    if (std::find(properties.begin(), properties.end(), entry.name) != properties.end()) {
      entry.taken = true;
      Insert(map, {entry.name}, entry.values);
    }
  }
  return map;
}

bool Query::Holds(std::string_view name) const {
  return std::any_of(
      entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.name == name; });
}

std::vector<std::string> Query::Rest() const {
  std::vector<std::string> names;
  for (const Entry& entry : entries_) {
    const std::string name =
        entry.name.substr(0, std::max<std::size_t>(entry.name.find_first_of(".["), 1));
    if (!entry.taken && std::find(names.begin(), names.end(), name) == names.end()) {
      names.push_back(name);
    }
  }
  return names;
}

}  // namespace accord::conform
