#include "schema/pattern/property.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "accord/base/strings.h"

#include "schema/pattern/utf8.h"

namespace accord::schema {
namespace {

struct Alias {
  std::string_view name;
  std::string_view category;
};

/// Values of General_Category (Unicode's PropertyValueAliases) by every name but the shortest.
constexpr std::array kCategories = {
    Alias{"Cased_Letter", "L&"},
    Alias{"LC", "L&"},
    Alias{"Close_Punctuation", "Pe"},
    Alias{"Combining_Mark", "M"},
    Alias{"Connector_Punctuation", "Pc"},
    Alias{"Control", "Cc"},
    Alias{"Currency_Symbol", "Sc"},
    Alias{"Dash_Punctuation", "Pd"},
    Alias{"Decimal_Number", "Nd"},
    Alias{"Enclosing_Mark", "Me"},
    Alias{"Final_Punctuation", "Pf"},
    Alias{"Format", "Cf"},
    Alias{"Initial_Punctuation", "Pi"},
    Alias{"Letter", "L"},
    Alias{"Letter_Number", "Nl"},
    Alias{"Line_Separator", "Zl"},
    Alias{"Lowercase_Letter", "Ll"},
    Alias{"Mark", "M"},
    Alias{"Math_Symbol", "Sm"},
    Alias{"Modifier_Letter", "Lm"},
    Alias{"Modifier_Symbol", "Sk"},
    Alias{"Nonspacing_Mark", "Mn"},
    Alias{"Number", "N"},
    Alias{"Open_Punctuation", "Ps"},
    Alias{"Other", "C"},
    Alias{"Other_Letter", "Lo"},
    Alias{"Other_Number", "No"},
    Alias{"Other_Punctuation", "Po"},
    Alias{"Other_Symbol", "So"},
    Alias{"Paragraph_Separator", "Zp"},
    Alias{"Private_Use", "Co"},
    Alias{"Punctuation", "P"},
    Alias{"Separator", "Z"},
    Alias{"Space_Separator", "Zs"},
    Alias{"Spacing_Mark", "Mc"},
    Alias{"Surrogate", "Cs"},
    Alias{"Symbol", "S"},
    Alias{"Titlecase_Letter", "Lt"},
    Alias{"Unassigned", "Cn"},
    Alias{"Uppercase_Letter", "Lu"},
    Alias{"cntrl", "Cc"},
    Alias{"digit", "Nd"},
    Alias{"punct", "P"},
};

constexpr std::array<std::string_view, 37> kShortCategories = {
    "C",  "Cc", "Cf", "Cn", "Co", "Cs", "L",  "Ll", "Lm", "Lo", "Lt", "Lu", "M",
    "Mc", "Me", "Mn", "N",  "Nd", "Nl", "No", "P",  "Pc", "Pd", "Pe", "Pf", "Pi",
    "Po", "Ps", "S",  "Sc", "Sk", "Sm", "So", "Z",  "Zl", "Zp", "Zs"};

/// Binary properties that ECMA-262 lists (table 69) and Unicode derives, by all their names.
constexpr std::array<std::string_view, 99> kBinary = {
    "ASCII_Hex_Digit",
    "AHex",
    "Alphabetic",
    "Alpha",
    "Bidi_Control",
    "Bidi_C",
    "Bidi_Mirrored",
    "Bidi_M",
    "Case_Ignorable",
    "CI",
    "Cased",
    "Changes_When_Casefolded",
    "CWCF",
    "Changes_When_Casemapped",
    "CWCM",
    "Changes_When_Lowercased",
    "CWL",
    "Changes_When_Titlecased",
    "CWT",
    "Changes_When_Uppercased",
    "CWU",
    "Dash",
    "Default_Ignorable_Code_Point",
    "DI",
    "Deprecated",
    "Dep",
    "Diacritic",
    "Dia",
    "Emoji",
    "Emoji_Component",
    "EComp",
    "Emoji_Modifier",
    "EMod",
    "Emoji_Modifier_Base",
    "EBase",
    "Emoji_Presentation",
    "EPres",
    "Extended_Pictographic",
    "ExtPict",
    "Extender",
    "Ext",
    "Grapheme_Base",
    "Gr_Base",
    "Grapheme_Extend",
    "Gr_Ext",
    "Hex_Digit",
    "Hex",
    "IDS_Binary_Operator",
    "IDSB",
    "IDS_Trinary_Operator",
    "IDST",
    "ID_Continue",
    "IDC",
    "ID_Start",
    "IDS",
    "Ideographic",
    "Ideo",
    "Join_Control",
    "Join_C",
    "Logical_Order_Exception",
    "LOE",
    "Lowercase",
    "Lower",
    "Math",
    "Noncharacter_Code_Point",
    "NChar",
    "Pattern_Syntax",
    "Pat_Syn",
    "Pattern_White_Space",
    "Pat_WS",
    "Quotation_Mark",
    "QMark",
    "Radical",
    "Regional_Indicator",
    "RI",
    "Sentence_Terminal",
    "STerm",
    "Soft_Dotted",
    "SD",
    "Terminal_Punctuation",
    "Term",
    "Unified_Ideograph",
    "UIdeo",
    "Uppercase",
    "Upper",
    "Variation_Selector",
    "VS",
    "White_Space",
    "space",
    "XID_Continue",
    "XIDC",
    "XID_Start",
    "XIDS",
    "Changes_When_NFKC_Casefolded",
    "CWKCF",
};

/// `Greek`, `Old_Italic`, `Grek`: PCRE2 would also take `greek` and `old italic`.
bool IsScriptName(std::string_view name) {
  bool begins = true;
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool lower = c >= 'a' && c <= 'z';
    if (c != '_' && !upper && !lower) {
      return false;
    }
    if (begins && !upper) {
      return name == "Nko" || name == "Phags_Pa";
    }
    begins = c == '_';
  }
  return !name.empty();
}

std::optional<std::string> CategoryOf(std::string_view name) {
  for (const std::string_view category : kShortCategories) {
    if (name == category) {
      return std::string(category);
    }
  }
  for (const Alias& alias : kCategories) {
    if (name == alias.name) {
      return std::string(alias.category);
    }
  }
  return std::nullopt;
}

/// What PCRE2 calls a property.
std::optional<std::string> EngineName(std::string_view name) {
  const std::size_t equals = name.find('=');
  if (equals == std::string_view::npos) {
    if (std::find(kBinary.begin(), kBinary.end(), name) != kBinary.end()) {
      return std::string(name);
    }
    return CategoryOf(name);
  }
  const std::string_view key = name.substr(0, equals);
  const std::string_view value = name.substr(equals + 1);
  if (key == "General_Category" || key == "gc") {
    return CategoryOf(value);
  }
  if ((key == "Script" || key == "sc") && IsScriptName(value)) {
    return "sc:" + std::string(value);
  }
  if ((key == "Script_Extensions" || key == "scx") && IsScriptName(value)) {
    return "scx:" + std::string(value);
  }
  return std::nullopt;
}

struct Free {
  void operator()(pcre2_code* p) const { pcre2_code_free(p); }
  void operator()(pcre2_match_data* p) const { pcre2_match_data_free(p); }
};

std::string EveryCodePoint() {
  std::string text;
  text.reserve(std::size_t{4} * kLastCodePoint);
  for (std::uint32_t c = 0; c <= kLastCodePoint; ++c) {
    if (c < kFirstSurrogate || c > kLastSurrogate) {
      base::AppendUtf8(text, c);
    }
  }
  return text;
}

CodePointRange RangeOf(std::string_view run) {
  std::size_t first = 0;
  std::size_t last = run.size() - 1;
  while ((static_cast<std::uint8_t>(run[last]) & 0xC0U) == 0x80U) {
    --last;
  }
  const std::uint32_t begin = DecodeUtf8(run, first);
  return {begin, DecodeUtf8(run, last)};
}

PCRE2_SPTR Units(const std::string& text) {
  return reinterpret_cast<PCRE2_SPTR>(text.data());
}

/// Asks PCRE2, which has the tables of Unicode, for the runs in a text of every code point.
std::optional<CodePoints> Ask(const std::string& name) {
  const std::string expression = "\\p{" + name + "}+";
  int error = 0;
  std::size_t offset = 0;
  const std::unique_ptr<pcre2_code, Free> code(
      pcre2_compile(Units(expression), expression.size(), PCRE2_UTF, &error, &offset, nullptr));
  if (code == nullptr) {
    return std::nullopt;
  }
  pcre2_jit_compile(code.get(), PCRE2_JIT_COMPLETE);
  const std::unique_ptr<pcre2_match_data, Free> data(pcre2_match_data_create(1, nullptr));
  const std::string text = EveryCodePoint();
  std::vector<CodePointRange> ranges;
  std::size_t at = 0;
  while (pcre2_match(
             code.get(), Units(text), text.size(), at, PCRE2_NO_UTF_CHECK, data.get(), nullptr) >
         0) {
    const std::size_t* bounds = pcre2_get_ovector_pointer(data.get());
    ranges.push_back(RangeOf(std::string_view(text).substr(bounds[0], bounds[1] - bounds[0])));
    at = bounds[1];
  }
  return CodePoints(std::move(ranges));
}

}  // namespace

std::optional<CodePoints> FindProperty(std::string_view name) {
  if (name == "Any") {
    return CodePoints::All();
  }
  if (name == "ASCII") {
    return CodePoints{{0, 0x7F}};
  }
  if (name == "Assigned") {
    const std::optional<CodePoints> unassigned = FindProperty("Cn");
    return unassigned ? std::optional(unassigned->Complement()) : std::nullopt;
  }
  const std::optional<std::string> translated = EngineName(name);
  if (!translated) {
    return std::nullopt;
  }
  static std::mutex mutex;
  static std::map<std::string, std::optional<CodePoints>, std::less<>> known;
  const std::lock_guard lock(mutex);
  const auto [entry, is_new] = known.try_emplace(*translated);
  if (is_new) {
    entry->second = Ask(*translated);
  }
  return entry->second;
}

}  // namespace accord::schema
