#include "breaking/proto/witness.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>
#include <vector>

#include <google/protobuf/descriptor.pb.h>
#include <google/protobuf/stubs/logging.h>

#include "breaking/proto/effect.h"
#include "breaking/proto/elements.h"
#include "breaking/proto/rules.h"
#include "breaking/proto/witness_search.h"

namespace accord::breaking {

namespace pb = google::protobuf;

namespace {

using Found = WitnessSearch::Found;

// Of all examples together, in fields looked at: thousands of usual findings, or some hundred in a
// message of ten thousand fields. Findings after that have none.
constexpr std::size_t kMostCost = 10000000;
constexpr std::size_t kHolders = 8;  // Fields of one enum that are remembered.

/// Which fields hold an enum.
using Holders =
    std::unordered_map<const pb::EnumDescriptor*, std::vector<const pb::FieldDescriptor*>>;

Holders HoldersIn(const proto::Image& image) {
  Holders holders;
  ForEachMessage(image, [&](const pb::Descriptor& message) {
    for (int i = 0; i < message.field_count(); ++i) {
      const pb::EnumDescriptor* type = message.field(i)->enum_type();
      if (type != nullptr && !message.options().map_entry() && holders[type].size() < kHolders) {
        holders[type].push_back(message.field(i));
      }
    }
  });
  return holders;
}

enum class Example {
  kValue,
  kNamedValue,
  kOneof,
  kRequired,
  kDefault,
  kJson,
  kEnumNumber,
  kEnumName,
  kInput,
  kOutput
};

struct Row {
  const finding::RuleInfo* rule;
  Example example;
};

// What shows the break of a rule. Rules that are not here cannot be shown by one message.
const auto kRows = std::to_array<Row>({
    {&kFieldNoDelete, Example::kValue},
    {&kFieldNoDeleteUnlessNumberReserved, Example::kValue},
    {&kFieldNoDeleteUnlessNameReserved, Example::kJson},
    {&kExtensionNoDelete, Example::kValue},
    {&kPackageExtensionNoDelete, Example::kValue},
    {&kFieldSameType, Example::kValue},
    {&kFieldWireCompatibleType, Example::kValue},
    {&kFieldWireJsonCompatibleType, Example::kValue},
    {&kFieldSameCardinality, Example::kValue},
    {&kFieldWireCompatibleCardinality, Example::kValue},
    {&kFieldWireJsonCompatibleCardinality, Example::kValue},
    {&kFieldSameUtf8Validation, Example::kValue},
    {&kFieldSameNumber, Example::kNamedValue},
    {&kFieldSameOneof, Example::kOneof},
    {&kFieldSameDefault, Example::kDefault},
    {&kMessageSameRequiredFields, Example::kRequired},
    {&kFieldSameName, Example::kJson},
    {&kFieldSameJsonName, Example::kJson},
    {&kEnumValueNoDelete, Example::kEnumNumber},
    {&kEnumValueNoDeleteUnlessNumberReserved, Example::kEnumNumber},
    {&kEnumValueNoDeleteUnlessNameReserved, Example::kEnumName},
    {&kEnumClosedNoAddValue, Example::kEnumNumber},
    {&kEnumValueSameName, Example::kEnumName},
    {&kEnumZeroValueSameName, Example::kEnumName},
    {&kRpcSameRequestType, Example::kInput},
    {&kRpcSameResponseType, Example::kOutput},
});

/// A field that holds the enum, in a message that takes the way of the exchange if there is one.
const pb::FieldDescriptor* HolderOf(const Holders& holders,
                                    const pb::EnumDescriptor* type,
                                    const Reach& reach,
                                    const Exchange& exchange) {
  const auto found = holders.find(type);
  if (found == holders.end()) {
    return nullptr;
  }
  const bool request =
      exchange.old_writes == (exchange.direction == finding::Direction::kOldClientNewServer);
  const auto fits = [&](const pb::FieldDescriptor* field) {
    const Reach::Use use = reach.UseOf(field->containing_type());
    return exchange.direction == finding::Direction::kStoredData
               ? use.none()
               : (request ? use.request : use.response);
  };
  const auto best = std::find_if(found->second.begin(), found->second.end(), fits);
  return best == found->second.end() ? found->second.front() : *best;
}

}  // namespace

struct Witnesses::State {
  State(const Context& given, const Reach& old_reach, const Reach& new_reach)
      : context(given),
        before(old_reach),
        after(new_reach),
        old_maker(given.before),
        new_maker(given.after) {}

  const Context& context;
  const Reach& before;
  const Reach& after;
  MessageMaker old_maker;
  MessageMaker new_maker;
  std::optional<Holders> old_holders;
  std::optional<Holders> new_holders;
  std::size_t cost = 0;

  /// A field of the writing side that holds the enum the draft is about.
  const pb::FieldDescriptor* Holder(const Draft& draft, const Exchange& exchange);
  Found Find(Example example, const Draft& draft, const Exchange& exchange);
};

const pb::FieldDescriptor* Witnesses::State::Holder(const Draft& draft, const Exchange& exchange) {
  const bool old = exchange.old_writes;
  auto& holders = old ? old_holders : new_holders;
  if (!holders) {
    holders = HoldersIn(old ? context.before : context.after);
  }
  return HolderOf(*holders,
                  old ? draft.subject.enum_before : draft.subject.enum_after,
                  old ? before : after,
                  exchange);
}

Found Witnesses::State::Find(Example example, const Draft& draft, const Exchange& exchange) {
  const bool old = exchange.old_writes;
  WitnessSearch search(
      context, draft.subject, old, old ? old_maker : new_maker, old ? new_maker : old_maker);
  switch (example) {
    case Example::kValue:
      return search.Value(FieldKey::kNumber);
    case Example::kNamedValue:
      return search.Value(FieldKey::kName);
    case Example::kOneof:
      return search.Oneof();
    case Example::kRequired:
      return search.Required();
    case Example::kDefault:
      return search.Default();
    case Example::kJson:
      return search.Json();
    case Example::kInput:
      return search.Input();
    case Example::kOutput:
      return search.Output();
    case Example::kEnumNumber:
    case Example::kEnumName:
      break;
  }
  const pb::FieldDescriptor* holder = Holder(draft, exchange);
  if (holder == nullptr) {
    return std::nullopt;
  }
  return example == Example::kEnumName ? search.EnumName(*holder) : search.EnumNumber(*holder);
}

Witnesses::Witnesses(const Context& context, const Reach& before, const Reach& after)
    : state_(std::make_unique<State>(context, before, after)) {}
Witnesses::~Witnesses() = default;

namespace {

/// What one example costs: protobuf looks at every field of a message when it copies or prints it.
std::size_t CostOf(const pb::Descriptor* message) {
  return message == nullptr ? 0 : static_cast<std::size_t>(message->field_count());
}

std::size_t CostOf(const Subject& subject) {
  const auto holder = [](const pb::FieldDescriptor* field) {
    return field == nullptr ? nullptr : field->containing_type();
  };
  return 1 + CostOf(subject.message_before) + CostOf(subject.message_after) +
         CostOf(holder(subject.field_before)) + CostOf(holder(subject.field_after));
}

}  // namespace

void Witnesses::Add(const Draft& draft, finding::Finding& finding) {
  const auto* row = std::find_if(
      kRows.begin(), kRows.end(), [&](const Row& each) { return each.rule == draft.rule; });
  if (row == kRows.end()) {
    return;
  }
  if (state_->cost > kMostCost) {
    return;
  }
  state_->cost += CostOf(draft.subject);
  // What protobuf would print about bytes it refuses is said by the example.
  const pb::LogSilencer silence;
  const Reach::Use use = UseOf(draft, state_->before, state_->after);
  const bool json =
      std::find(finding.breaks.begin(), finding.breaks.end(), finding::Audience::kJson) !=
      finding.breaks.end();
  for (const Exchange& exchange : ExchangesOf(state_->context, draft, use)) {
    if (!finding.witnesses.empty() && finding.witnesses.back().direction == exchange.direction) {
      continue;
    }
    Found found = state_->Find(row->example, draft, exchange);
    if (!found && json && row->example == Example::kValue) {
      found = state_->Find(Example::kJson, draft, exchange);
    }
    if (found) {
      found->direction = exchange.direction;
      finding.witnesses.push_back(std::move(*found));
    }
  }
}

}  // namespace accord::breaking
