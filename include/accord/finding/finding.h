#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace accord::finding {

/// A place in a text. Both are 1-based; columns count code points. 0 = unknown.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  friend bool operator==(const Position&, const Position&) = default;
};

/// A range in one input, with the text of its first line so that a reporter needs no file.
struct Span {
  std::string file;  ///< As the user named it; empty when there is no file.
  Position start;
  Position end;             ///< One past the last character.
  std::string source_line;  ///< Line `start.line`, without its line break, cut when very long.
  std::uint32_t source_column = 1;  ///< Column of the first character of `source_line`.

  bool known() const { return start.line != 0; }
  friend bool operator==(const Span&, const Span&) = default;
};

/// `file:line:column`, or the file alone when the place is unknown; unknown parts are left out.
std::string ToString(const Span& span);

enum class Severity : std::uint8_t { kInfo, kWarning, kError };
std::string_view ToString(Severity severity);

/// Who notices when a contract changes.
enum class Audience : std::uint8_t {
  kBinary,      ///< Reads or writes the binary wire format.
  kJson,        ///< Reads or writes the JSON form.
  kSource,      ///< Compiles against generated code.
  kGrpc,        ///< Calls `/package.Service/Method`.
  kRest,        ///< Calls the HTTP mapping.
  kReflection,  ///< Resolves type URLs of `Any`, or asks for descriptors by name.
};
std::string_view ToString(Audience audience);
/// For people: "generated code".
std::string_view InWords(Audience audience);

/// Between which parties a change breaks.
enum class Direction : std::uint8_t {
  kOldClientNewServer,
  kNewClientOldServer,
  kStoredData,  ///< What the old version wrote, read by the new one.
};
std::string_view ToString(Direction direction);
/// For people: "old client with new server".
std::string_view InWords(Direction direction);

/// What a rule is: one constant per rule, beside the code that checks it. Ids never change.
struct RuleInfo {
  std::string_view id;
  Severity severity = Severity::kError;  ///< By default; policy may change it per finding.
  std::string_view summary;              ///< One sentence: the situation that is flagged.
  std::string_view explanation;          ///< Why it matters and what to do.

  // For rules about changes; empty for others.
  std::string_view categories = {};       ///< Names of the sets it is in, split by spaces.
  std::span<const Audience> breaks = {};  ///< Who breaks, as far as the rule alone can say.
  std::string_view remedy = {};           ///< How to make the change safely.
  std::string_view example = {};          ///< A change it flags: lines starting with ' ', '-', '+'.
  std::string_view replaced_by = {};      ///< Set for ids that live on only as names of others.
};

/// Another place that belongs to a finding.
struct Related {
  std::string label;  ///< "provider state declared here"
  Span span;
};

/// A concrete payload that proves a finding.
struct Witness {
  Direction direction = Direction::kOldClientNewServer;
  std::string type;     ///< What it is: `acme.orders.v1.Order`, `request POST /orders`.
  std::string written;  ///< The payload as its writer sees it: protobuf text form, JSON.
  std::string bytes;    ///< On the wire, as pairs of hexadecimal digits; empty for text payloads.
  std::string read;     ///< What the reader makes of it, or why it refuses.
};

/// What of an interface a finding touches, in terms that recorded contracts know too.
struct Touch {
  enum class Part : std::uint8_t {
    kOperation,  ///< Whoever calls it.
    kParameter,  ///< `name` is `query limit`, `header X-Trace`, `path id`, `cookie sid`.
    kRequestBody,
    kResponse,        ///< Whoever expects `status`.
    kResponseHeader,  ///< `name` is the header's.
    kResponseBody,
    kMessage,  ///< The contents of a message.
  };
  Part part = Part::kOperation;
  std::string operation;  ///< `GET /orders/{id}`; of messages the document that describes them.
  std::string status;     ///< Of the response: `200`, `2XX`, `default`; empty: any.
  std::string name;
  std::string media_type;        ///< Of the body; empty: any.
  std::string field;             ///< Inside the payload: `$.items[*].id`; empty: all of it.
  bool strikes_absence = false;  ///< Whoever does not send it is hit: it is demanded now.
};

/// A recorded interaction that a finding hits.
struct Hit {
  std::string consumer;
  std::string interaction;  ///< Its description.
  Span span;                ///< Where the contract has it.
};

/// One thing that is wrong with the user's documents or services. Plain data.
struct Finding {
  const RuleInfo* rule = nullptr;  ///< Never null in a report.
  Severity severity = Severity::kError;
  std::string message;  ///< One line: what happened.
  Span span;            ///< Where to look first.
  std::vector<Related> related;

  // What a comparison of two versions adds; empty when it does not apply.
  Span previous;        ///< Where it stands, or stood, in the old version.
  std::string element;  ///< Full name of what it is about: `acme.orders.v1.Order.total`.
  std::vector<Audience> breaks;
  std::vector<Direction> directions;
  std::vector<Witness> witnesses;
  std::string suppressed;      ///< Why it does not count: an ignore, a baseline. Empty: it counts.
  std::vector<Touch> touches;  ///< Empty: it cannot be told who is hit.
  std::optional<std::vector<Hit>> hits;  ///< Recorded uses; nullopt: nobody looked.

  // What a failed comparison adds; empty when it does not apply.
  std::string path;      ///< Path inside the payload: `$.items[0].id`, `header X-Total`.
  std::string expected;  ///< What was expected there.
  std::string actual;    ///< What came.
  std::string demand;    ///< The rule in words: "a regex \d+ (rule at $.items[*].id)".
  std::string diff;      ///< Several lines, each starting with ' ', '-' or '+'.
  std::string help;      ///< What to do next, one line.

  std::string fingerprint;  ///< Stable when lines move; see Fingerprint().
};

/// Identity of a finding that survives line shifts: hash of rule id, file, payload path, message
/// and the element, or the trimmed source line where there is none. 16 hexadecimal digits.
std::string Fingerprint(const Finding& finding);

/// A finding of `rule` with its default severity.
Finding Make(const RuleInfo& rule, std::string message, Span span = {});

}  // namespace accord::finding
