#include "match/date/date_pattern_zone.h"

#include <algorithm>
#include <array>
#include <span>

#include "accord/base/strings.h"

namespace accord::match {
namespace {

using base::IsDigit;
using base::IsLetter;

constexpr int kMaxOffsetHours = 18;  // As java.time.ZoneOffset.
constexpr int kMaxSixty = 59;

// Reads the pieces of an offset; every step either moves on or says no and stays.
class OffsetScanner {
 public:
  explicit OffsetScanner(std::string_view text) : text_(text) {}

  std::size_t length() const { return position_; }

  bool Char(char c) {
    if (position_ >= text_.size() || text_[position_] != c) {
      return false;
    }
    ++position_;
    return true;
  }
  bool Word(std::string_view word) {
    if (!base::EqualsIgnoreCase(text_.substr(position_, word.size()), word)) {
      return false;
    }
    position_ += word.size();
    return true;
  }
  bool Sign() { return Char('+') || Char('-'); }
  bool Hours() { return TwoDigits(kMaxOffsetHours); }
  bool Minutes() { return TwoDigits(kMaxSixty); }
  // One or two digits.
  bool LooseHours() {
    if (Hours()) {
      return true;
    }
    if (position_ >= text_.size() || !IsDigit(text_[position_])) {
      return false;
    }
    ++position_;
    return true;
  }
  bool ColonMinutes() {
    const std::size_t start = position_;
    if (Char(':') && Minutes()) {
      return true;
    }
    position_ = start;
    return false;
  }

 private:
  bool TwoDigits(int high) {
    if (text_.size() < position_ + 2 || !IsDigit(text_[position_]) ||
        !IsDigit(text_[position_ + 1])) {
      return false;
    }
    if ((text_[position_] - '0') * 10 + (text_[position_ + 1] - '0') > high) {
      return false;
    }
    position_ += 2;
    return true;
  }

  std::string_view text_;
  std::size_t position_ = 0;
};

// X and x: +HH[mm], +HHmm, +HH:mm, +HHmm[ss], +HH:mm[:ss] for one to five letters.
std::size_t PlainOffset(std::size_t count, std::string_view text) {
  OffsetScanner scan(text);
  if (!scan.Sign() || !scan.Hours()) {
    return 0;
  }
  const bool colon = count == 3 || count >= 5;
  const bool minutes = colon ? scan.ColonMinutes() : scan.Minutes();
  if (!minutes && count > 1) {
    return 0;
  }
  if (count == 4) {
    scan.Minutes();
  } else if (count >= 5) {
    scan.ColonMinutes();
  }
  return scan.length();
}

// O: GMT, GMT+8, GMT+08:00.
std::size_t GmtOffset(std::string_view text) {
  OffsetScanner scan(text);
  if (!scan.Word("GMT") && !scan.Word("UTC")) {
    return 0;
  }
  const std::size_t bare = scan.length();
  if (!scan.Sign()) {
    return bare;
  }
  if (!scan.LooseHours()) {
    return 0;
  }
  if (scan.ColonMinutes()) {
    scan.ColonMinutes();
  } else {
    scan.Minutes();
  }
  return scan.length();
}

std::size_t OffsetLength(const DateField& field, std::string_view text) {
  const bool zulu = field.letter == 'X' || (field.letter == 'Z' && field.count == 5);
  if (zulu && !text.empty() && (text.front() == 'Z' || text.front() == 'z')) {
    return 1;
  }
  if (field.letter != 'Z') {
    return PlainOffset(field.count, text);
  }
  switch (field.count) {
    case 4:
      return GmtOffset(text);
    case 5:
      return PlainOffset(5, text);
    default:
      return PlainOffset(2, text);
  }
}

constexpr auto kAreas = std::to_array<std::string_view>({"Africa",
                                                         "America",
                                                         "Antarctica",
                                                         "Arctic",
                                                         "Asia",
                                                         "Atlantic",
                                                         "Australia",
                                                         "Brazil",
                                                         "Canada",
                                                         "Chile",
                                                         "Etc",
                                                         "Europe",
                                                         "Indian",
                                                         "Mexico",
                                                         "Pacific",
                                                         "US"});

constexpr auto kAbbreviations = std::to_array<std::string_view>(
    {"ACDT", "ACST", "ADT",  "AEDT", "AEST", "AFT",  "AKDT", "AKST", "AMT",  "ART", "AST",
     "AWST", "AZT",  "BDT",  "BNT",  "BOT",  "BRST", "BRT",  "BST",  "BTT",  "CAT", "CDT",
     "CEST", "CET",  "CHST", "CLST", "CLT",  "COT",  "CST",  "CVT",  "EAT",  "ECT", "EDT",
     "EEST", "EET",  "EST",  "FJT",  "GET",  "GMT",  "GST",  "GYT",  "HDT",  "HKT", "HST",
     "ICT",  "IDT",  "IRDT", "IRKT", "IRST", "IST",  "JST",  "KGT",  "KRAT", "KST", "LKT",
     "MAGT", "MDT",  "MET",  "MEST", "MMT",  "MSD",  "MSK",  "MST",  "MUT",  "MVT", "MYT",
     "NDT",  "NFT",  "NOVT", "NPT",  "NST",  "NZDT", "NZST", "OMST", "PDT",  "PET", "PETT",
     "PGT",  "PHT",  "PKT",  "PST",  "PYST", "PYT",  "RET",  "SAMT", "SAST", "SBT", "SCT",
     "SGT",  "SRT",  "SST",  "TJT",  "TMT",  "TRT",  "ULAT", "UTC",  "UYT",  "UZT", "VET",
     "VLAT", "WAST", "WAT",  "WEST", "WET",  "WIB",  "WIT",  "WITA", "YAKT", "YEKT"});

std::size_t LetterRun(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::find_if_not(text, IsLetter) - text.begin());
}

bool IsListed(std::span<const std::string_view> list, std::string_view word) {
  return std::ranges::any_of(
      list, [word](std::string_view item) { return base::EqualsIgnoreCase(item, word); });
}

// `Europe/Berlin`, `America/Argentina/Buenos_Aires`; the area is checked, the place only in form.
std::size_t RegionLength(std::string_view text) {
  const std::size_t area = LetterRun(text);
  if (!IsListed(kAreas, text.substr(0, area)) || area >= text.size() || text[area] != '/') {
    return 0;
  }
  const auto in_place = [](char c) {
    return IsLetter(c) || IsDigit(c) || c == '_' || c == '-' || c == '+' || c == '/';
  };
  std::size_t end = area + 1;
  while (end < text.size() && in_place(text[end])) {
    ++end;
  }
  return end > area + 1 && IsLetter(text[area + 1]) ? end : 0;
}

std::size_t AbbreviationLength(std::string_view text) {
  const std::size_t run = LetterRun(text);
  return IsListed(kAbbreviations, text.substr(0, run)) ? run : 0;
}

// `Central European Summer Time`: words up to one that is "Time".
std::size_t ZoneNameLength(std::string_view text) {
  constexpr std::size_t kMaxWords = 6;
  std::size_t end = 0;
  for (std::size_t words = 1; words <= kMaxWords; ++words) {
    const std::size_t run = LetterRun(text.substr(end));
    if (run == 0) {
      return 0;
    }
    const std::string_view word = text.substr(end, run);
    end += run;
    if (words > 1 && (word == "Time" || word == "time")) {
      return end;
    }
    if (end >= text.size() || (text[end] != ' ' && text[end] != '-')) {
      return 0;
    }
    ++end;
  }
  return 0;
}

std::size_t ZoneIdLength(std::string_view text) {
  if (const std::size_t region = RegionLength(text); region > 0) {
    return region;
  }
  if (const std::size_t offset = PlainOffset(5, text); offset > 0) {
    return offset;
  }
  if (const std::size_t gmt = GmtOffset(text); gmt > 0) {
    return gmt;
  }
  if (const std::size_t name = AbbreviationLength(text); name > 0) {
    return name;
  }
  return !text.empty() && text.front() == 'Z' ? 1 : 0;
}

}  // namespace

std::size_t ZoneLength(const DateField& field, std::string_view text) {
  switch (field.letter) {
    case 'O':
      return GmtOffset(text);
    case 'V':
      return ZoneIdLength(text);
    case 'z': {
      // Java's names are "UTC" or full names; zones without a name show their id.
      constexpr std::size_t kFullName = 4;
      const std::size_t full = field.count == kFullName ? ZoneNameLength(text) : 0;
      return full > 0 ? full : ZoneIdLength(text);
    }
    default:
      return OffsetLength(field, text);
  }
}

std::string_view ZoneDemand(const DateField& field) {
  switch (field.letter) {
    case 'O':
      return "an offset such as GMT+8";
    case 'V':
      return "a zone such as Europe/Berlin";
    case 'z':
      return field.count == 4 ? "a zone such as Central European Time" : "a zone such as CET";
    default:
      break;
  }
  if (field.letter == 'Z' && field.count == 4) {
    return "an offset such as GMT+01:00";
  }
  const bool colon = field.count == 3 || field.count == 5;
  if (field.letter == 'X') {
    return colon ? "an offset such as +01:00 or Z" : "an offset such as +0100 or Z";
  }
  return colon && field.letter == 'x' ? "an offset such as +01:00" : "an offset such as +0100";
}

std::string_view UtcText(const DateField& field) {
  switch (field.letter) {
    case 'X':
      return "Z";
    case 'x':
      return field.count == 1 ? "+00" : (field.count == 3 || field.count == 5) ? "+00:00" : "+0000";
    case 'Z':
      return field.count == 4 ? "GMT" : field.count == 5 ? "Z" : "+0000";
    case 'O':
      return "GMT";
    case 'V':
      return "UTC";
    default:
      return field.count == 4 ? "Coordinated Universal Time" : "UTC";
  }
}

}  // namespace accord::match
