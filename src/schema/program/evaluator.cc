#include "schema/program/evaluator.h"

#include <algorithm>
#include <span>

#include "schema/format/format.h"
#include "schema/program/members.h"
#include "schema/program/unique.h"
#include "schema/program/values.h"

namespace accord::schema {
namespace {

bool Within(std::size_t size, const Instruction& step) {
  return size >= step.index && size <= step.value;
}

[[gnu::noinline]] bool HasMemberCount(const Instruction& step, const document::Node& object) {
  return Within(CountMembers(object), step);
}
[[gnu::noinline]] bool HasMember(const document::Node& object, const Key& key) {
  return FindMember(object, key) != nullptr;
}
[[gnu::noinline]] bool IsText(const Key& key, const document::Node& string) {
  return key.Is(string.text());
}
[[gnu::noinline]] bool Matches(const Pattern& pattern, const document::Node& string) {
  return pattern.Search(string.text()) == Pattern::Match::kYes;
}

using NodeIterator = std::span<const document::Node>::iterator;

/// The first that does not fit by its number of digits alone.
NodeIterator FirstOfOtherSize(NodeIterator begin, NodeIterator end, const NumberCheck& check) {
  const std::size_t least = check.least_digits;
  const std::size_t count = check.plain ? check.most_digits + 1 - least : 0;
  return std::find_if_not(begin, end, [=](const document::Node& item) {
    return item.is_number() && item.is_short_natural() && item.text().size() - least < count;
  });
}

}  // namespace

// Every case is a call in last place, so that this is no more than a jump.
bool Evaluator::Step(const Instruction& step, const Node& node) {
  switch (step.op) {
    case Op::kBoolean:
      return node.boolean() == (step.value != 0);
    case Op::kLength:
      return HasLength(node.text(), step.index, step.value);
    case Op::kStringIs:
      return IsText(program_.texts[step.index], node);
    case Op::kStringIn:
      return program_.string_sets[step.index].Contains(node.text());
    case Op::kInteger:
      return IsIntegral(node);
    case Op::kNumber:
      return Fits(program_.numbers[step.index], node);
    case Op::kNumberIn:
    case Op::kValueIn:
      return IsOneOf(program_.value_lists[step.index], node);
    case Op::kItemCount:
      return Within(node.items().size(), step);
    case Op::kMemberCount:
      return HasMemberCount(step, node);
    case Op::kRequired:
      return HasMember(node, program_.texts[step.index]);
    case Op::kObject:
      return Object(step, node);
    case Op::kItems:
      return Items(program_.items[step.index], node);
    case Op::kPattern:
      return Matches(*program_.patterns[step.index], node);
    case Op::kFormat:
      return FitsNodeFormat(program_.texts[step.index].text(), node);
    case Op::kUnique:
      return HasUniqueItems(node);
    default:
      return Descend(step, node);
  }
}

bool Evaluator::Descend(const Instruction& step, const Node& node) {
  if (depth_ == kMaxDepth) {
    return false;
  }
  ++depth_;
  const bool fits = Decide(step, node);
  --depth_;
  return fits;
}

bool Evaluator::Decide(const Instruction& step, const Node& node) {
  const TagCheck::Range range{.first = step.index, .count = static_cast<std::uint32_t>(step.value)};
  switch (step.op) {
    case Op::kAnyOf:
      return AnyOf(range, node, step.tracked);
    case Op::kOneOf:
      return OneOf(range, node, step.tracked);
    case Op::kTagged:
      return Tagged(program_.tagged[step.index], node, step.tracked);
    case Op::kCall:
      return Check(step.index, node);
    case Op::kNot:
      return !Check(step.index, node);
    case Op::kIf:
      return If(step.index, node, step.tracked);
    case Op::kValues:
      return Values(program_.dispatches[step.index], node);
    case Op::kDependency:
      return Dependent(program_.dependencies[step.index], node, step.tracked);
    case Op::kArray:
      return Array(program_.arrays[step.index], node, step.tracked);
    case Op::kContains:
      return Contains(program_.contains[step.index], node, step.tracked);
    case Op::kScoped:
      return Scoped(program_.scoped[step.index].resource, program_.scoped[step.index].code, node);
    case Op::kDynamic:
      return Dynamic(program_.dynamics[step.index], node);
    case Op::kUnevaluatedMembers:
      return UnevaluatedMembers(program_.unevaluated[step.index], node, step.tracked);
    case Op::kUnevaluatedItems:
      return UnevaluatedItems(program_.unevaluated[step.index], node, step.tracked);
    default:
      return true;
  }
}

bool Evaluator::Items(const ItemsCheck& check, const Node& node) {
  const auto items = node.items();
  if (items.size() < check.least || items.size() > check.greatest || depth_ == kMaxDepth) {
    return false;
  }
  ++depth_;
  bool fits = true;
  if (check.objects != nullptr) {
    fits = Rows(check, node);
  } else if (check.numbers != nullptr) {
    fits = Numbers(check, node);
  } else {
    // Not by all_of(): its frames would count where values are nested deeply.
    for (std::size_t i = 0; i < items.size() && fits; ++i) {
      fits = Check(check.value, items[i]);
    }
  }
  --depth_;
  return fits;
}

// Without a jump for each.
bool Evaluator::Numbers(const ItemsCheck& check, const Node& node) {
  const auto items = node.items();
  for (auto item = FirstOfOtherSize(items.begin(), items.end(), *check.numbers);
       item != items.end();
       item = FirstOfOtherSize(item + 1, items.end(), *check.numbers)) {
    if (item->is_number() ? !Fits(*check.numbers, *item) : !Check(check.value, *item)) {
      return false;
    }
  }
  return true;
}

bool Evaluator::Array(const ArrayCheck& check, const Node& node, bool tracked) {
  const auto items = node.items();
  for (std::size_t i = 0; i < items.size(); ++i) {
    const bool first = i < check.prefix.size();
    if (!Check(first ? check.prefix[i] : check.rest, items[i])) {
      return false;
    }
    if (tracked && (first || check.marks_rest)) {
      tracker_->Mark(i);
    }
  }
  return true;
}

bool Evaluator::Contains(const ContainsCheck& check, const Node& node, bool tracked) {
  const auto items = node.items();
  std::uint64_t found = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!Check(check.value, items[i])) {
      continue;
    }
    ++found;
    if (tracked) {
      tracker_->Mark(i);
    } else if (found >= check.min && check.max == UINT64_MAX) {
      return true;
    }
  }
  return found >= check.min && found <= check.max;
}

// A branch that fails takes back what it noted.
bool Evaluator::Branch(Code code, const Node& node, bool tracked) {
  if (!tracked) {
    return Check(code, node);
  }
  const Tracker before = *tracker_;
  const bool fits = Check(code, node);
  if (!fits) {
    *tracker_ = before;
  }
  return fits;
}

bool Evaluator::AnyOf(TagCheck::Range range, const Node& node, bool tracked) {
  bool fits = false;
  for (std::uint32_t i = range.first; i < range.first + range.count; ++i) {
    fits = Branch(program_.codes[i], node, tracked) || fits;
    if (fits && !tracked) {
      return true;
    }
  }
  return fits;
}

bool Evaluator::OneOf(TagCheck::Range range, const Node& node, bool tracked) {
  bool fits = false;
  for (std::uint32_t i = range.first; i < range.first + range.count; ++i) {
    if (Branch(program_.codes[i], node, tracked)) {
      if (fits) {
        return false;
      }
      fits = true;
    }
  }
  return fits;
}

bool Evaluator::Tagged(const TagCheck& check, const Node& node, bool tracked) {
  const Node* tag = FindMember(node, check.name);
  TagCheck::Range range = check.absent;
  if (tag != nullptr && tag->is_string()) {
    const std::uint32_t position = check.values.Find(tag->text());
    range = position == StringSet::kNone ? check.other_text : check.branches[position];
  } else if (tag != nullptr) {
    range = check.other_kind;
  }
  return check.exactly_one ? OneOf(range, node, tracked) : AnyOf(range, node, tracked);
}

bool Evaluator::If(std::uint32_t first, const Node& node, bool tracked) {
  const bool holds = Branch(program_.codes[first], node, tracked);
  return Check(program_.codes[first + (holds ? 1 : 2)], node);
}

bool Evaluator::Scoped(const Resource* resource, Code code, const Node& node) {
  scope_.push_back(resource);
  const bool fits = Check(code, node);
  scope_.pop_back();
  return fits;
}

bool Evaluator::Dynamic(const DynamicCheck& check, const Node& node) {
  for (const Resource* resource : scope_) {
    const auto at = check.targets.find(resource);
    if (at != check.targets.end()) {
      return Scoped(resource, at->second, node);
    }
  }
  return Scoped(check.initial_resource, check.initial, node);
}

bool Evaluator::Body(Code code, Tracker& tracker, const Node& node) {
  Tracker* outer = tracker_;
  tracker_ = &tracker;
  const bool fits = Check(code, node);
  tracker_ = outer;
  return fits;
}

bool Evaluator::UnevaluatedMembers(const UnevaluatedCheck& check, const Node& node, bool tracked) {
  const auto members = node.members();
  Tracker tracker(members.size());
  if (!Body(check.body, tracker, node)) {
    return false;
  }
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (!tracker.marked(i) && Counts(node, members[i]) && !Check(check.value, members[i].value)) {
      return false;
    }
  }
  if (tracked) {
    tracker_->MarkAll();
  }
  return true;
}

bool Evaluator::UnevaluatedItems(const UnevaluatedCheck& check, const Node& node, bool tracked) {
  const auto items = node.items();
  Tracker tracker(items.size());
  if (!Body(check.body, tracker, node)) {
    return false;
  }
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!tracker.marked(i) && !Check(check.value, items[i])) {
      return false;
    }
  }
  if (tracked) {
    tracker_->MarkAll();
  }
  return true;
}

}  // namespace accord::schema
