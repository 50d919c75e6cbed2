#include "document/yaml_errors.h"

#include <array>

#include <fmt/format.h>

#include "accord/document/rules.h"

#include "document/encoding.h"

namespace accord::document {
namespace {

struct Wording {
  std::string_view problem;  // libyaml's.
  std::string_view message;  // Ours.
};

constexpr std::array kWordings{
    Wording{"did not find expected key", "a key was expected here; check the indentation"},
    Wording{"did not find expected '-' indicator",
            "another list item ('- …') was expected here; check the indentation"},
    Wording{"did not find expected ',' or ']'", "a comma or ']' was expected here"},
    Wording{"did not find expected ',' or '}'", "a comma or '}' was expected here"},
    Wording{"could not find expected ':'", "a colon after the key was expected before this place"},
    Wording{"did not find expected node content", "a value was expected here"},
    Wording{"did not find expected <document start>",
            "something follows after the end of the document"},
    Wording{"did not find expected comment or line break",
            "only a comment may follow on this line"},
    Wording{"mapping values are not allowed in this context",
            "this ': ' starts a nested mapping where none may stand; quote the text, or begin the "
            "mapping on a line of its own"},
    Wording{"mapping keys are not allowed in this context", "no key may stand here"},
    Wording{"block sequence entries are not allowed in this context",
            "a list item ('- …') may not stand here; begin the list on a line of its own"},
    Wording{"found character that cannot start any token",
            "no value may start with this character; quote the text"},
    Wording{"found a tab character that violates indentation",
            "a tab may not be used for indentation; use spaces"},
    Wording{"found a tab character where an indentation space is expected",
            "a tab may not be used for indentation; use spaces"},
    Wording{"found unexpected end of stream", "the text ends inside a quoted string"},
    Wording{"found unexpected document indicator",
            "a document marker stands inside a quoted string"},
    Wording{"found unknown escape character", "there is no such escape in a double-quoted string"},
    Wording{"did not find expected hexdecimal number", "a hexadecimal digit was expected here"},
    Wording{"found invalid Unicode character escape code",
            "this escape names no Unicode character"},
    Wording{"found undefined tag handle", "this tag uses a prefix that no %TAG line declares"},
    Wording{"did not find expected alphabetic or numeric character",
            "a name was expected after '&' or '*'; quote the text if it is one"},
    Wording{"found incompatible YAML document", "only YAML 1.1 and 1.2 are read"},
};

std::string Reword(std::string_view problem) {
  for (const Wording& wording : kWordings) {
    if (wording.problem == problem) {
      return std::string(wording.message);
    }
  }
  return fmt::format("this is not YAML: {}", problem);
}

}  // namespace

finding::Finding DescribeYamlError(const TreeBuilder& builder,
                                   const yaml_parser_t& parser,
                                   OffsetMap& offsets) {
  const Document& document = builder.document();
  if (parser.error == YAML_READER_ERROR) {
    const auto at = static_cast<std::uint32_t>(parser.problem_offset + BomLength(builder.source()));
    return finding::Make(kSyntaxError,
                         fmt::format("the control character U+{:04X} may not stand in YAML",
                                     static_cast<unsigned>(parser.problem_value)),
                         document.SpanOf(at, at + 1));
  }
  const std::string_view problem = parser.problem == nullptr ? "" : parser.problem;
  const auto at = static_cast<std::uint32_t>(offsets.ByteOf(parser.problem_mark.index));
  finding::Finding out = finding::Make(kSyntaxError, Reword(problem), document.SpanOf(at, at + 1));
  if (parser.context != nullptr && parser.context_mark.index != parser.problem_mark.index) {
    const auto context = static_cast<std::uint32_t>(offsets.ByteOf(parser.context_mark.index));
    out.related.push_back({.label = "started here", .span = document.SpanOf(context, context + 1)});
  }
  return out;
}

}  // namespace accord::document
