#include <algorithm>
#include <span>

#include "schema/program/evaluator.h"
#include "schema/program/members.h"
#include "schema/program/values.h"

namespace accord::schema {

using document::Member;

namespace {

// Has the members of a row on their way.
void PrefetchRow(const document::Node& row) {
  constexpr std::size_t kLine = 64;
  constexpr std::size_t kMost = 2048;
  const auto members = std::as_bytes(row.members());
  for (std::size_t at = 0; at < std::min(members.size(), kMost); at += kLine) {
    __builtin_prefetch(members.data() + at);
  }
}

}  // namespace

bool Evaluator::Object(const Instruction& step, const Node& node) {
  if (depth_ == kMaxDepth) {
    return false;
  }
  ++depth_;
  const ObjectCheck& check = program_.objects[step.index];
  const bool general = step.tracked || check.general || node.has_repeated_keys();
  const bool fits = general             ? ObjectInGeneral(check, node, step.tracked)
                    : node.shape() != 0 ? ObjectOfShape(check, node)
                                        : ObjectByMember(check, node);
  --depth_;
  return fits;
}

bool Evaluator::ObjectOfShape(const ObjectCheck& check, const Node& node) {
  const ShapeMemory::Entry* known = program_.shapes->Find(program_, check, node);
  return known != nullptr ? Row(*known, node) : ObjectByMember(check, node);
}

// Without a jump by the kind of step where few kinds are the rule.
[[gnu::always_inline]] inline bool Evaluator::Inner(const ShapeMemory::Part& part,
                                                    const Node& value) {
  if (part.object != nullptr && value.shape() != 0) {
    return ObjectOfShape(*part.object, value);
  }
  if (part.items != nullptr && value.is_array()) {
    return Items(*part.items, value);
  }
  if (part.number != nullptr && value.is_number()) {
    return Fits(*part.number, value);
  }
  if (part.texts != nullptr && value.is_string()) {
    return part.texts->Contains(value.text());
  }
  return Check(*part.value, value);
}

bool Evaluator::Row(const ShapeMemory::Entry& known, const Node& node) {
  if (!known.fits) {
    return false;
  }
  const char* members = reinterpret_cast<const char*>(node.members().data());
  const auto value_of = [=](const ShapeMemory::Part& part) -> const Node& {
    return reinterpret_cast<const Member*>(members + part.offset)->value;
  };
  const auto fits = [&](const ShapeMemory::Part& part) { return Inner(part, value_of(part)); };
  const ShapeMemory::Part* part = known.sizes;
  if (!known.is_typical || !node.is_typical()) {
    if (!std::all_of(known.objects, known.kinds, fits)) {
      return false;
    }
    for (part = known.kinds; part != known.sizes; ++part) {
      const Node& value = value_of(*part);
      if (value.kind() != part->sufficient.kind && !Check(*part->value, value)) [[unlikely]] {
        return false;
      }
    }
  }
  for (; part != known.others; ++part) {
    const Node& value = value_of(*part);
    if (!part->sufficient.HoldsForSize(value) && !Check(*part->value, value)) [[unlikely]] {
      return false;
    }
  }
  return std::all_of(known.others, known.end, fits);
}

// Objects, mostly of the same shape as the one before.
bool Evaluator::Rows(const ItemsCheck& check, const Node& node) {
  const ShapeMemory::Entry* known = nullptr;
  const auto items = node.items();
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Node& item = items[i];
    if (i + 2 < items.size()) {
      PrefetchRow(items[i + 2]);
    }
    if (item.shape() == 0) {
      if (!Check(check.value, item)) {
        return false;
      }
      continue;
    }
    if (known == nullptr || known->shape != item.shape()) {
      known = program_.shapes->Find(program_, *check.objects, item);
    }
    if (known != nullptr ? !Row(*known, item) : !ObjectByMember(*check.objects, item)) {
      return false;
    }
  }
  return true;
}

[[gnu::always_inline]] inline bool Evaluator::Asked(const Slot& slot,
                                                    Code code,
                                                    const Node& value) {
  if (slot.number != Slot::kNoNumber && value.is_number()) {
    return Fits(program_.numbers[slot.number], value);
  }
  return Check(code, value);
}

bool Evaluator::ObjectByMember(const ObjectCheck& check, const Node& node) {
  const auto members = node.members();
  if (members.size() < check.required) {
    return false;
  }
  if (check.open && members.size() >= kManyMembers && members.size() > 2 * check.slots.size()) {
    return ObjectByName(check, node);
  }
  std::uint32_t required = 0;
  for (const Member& member : members) {
    const Slot* slot = check.slots.Find(member);
    if (slot != nullptr) {
      required += slot->required ? 1U : 0U;
      const Code code = slot->value[static_cast<std::size_t>(member.value.kind())];
      if (code != kPass && !Asked(*slot, code, member.value)) {
        return false;
      }
    } else if (!check.open && (check.closed || !Unnamed(check, member))) {
      return false;
    }
  }
  return required == check.required;
}

bool Evaluator::Values(const Dispatch& dispatch, const Node& node) {
  for (const Member& member : node.members()) {
    if (!Check(dispatch, member.value) && Counts(node, member)) {
      return false;
    }
  }
  return true;
}

// For many members of which the schema names few.
bool Evaluator::ObjectByName(const ObjectCheck& check, const Node& node) {
  for (const Slot& slot : check.slots) {
    const Node* value = node.Find(slot.key.text(), slot.key.hash());
    if (value == nullptr ? slot.required : !Check(slot.value, *value)) {
      return false;
    }
  }
  return true;
}

bool Evaluator::MatchGroup(const PatternGroup& group, const Member& member, bool& matched) {
  for (const PatternGroup::Entry& entry : group.patterns) {
    if (entry.pattern->Search(member.key()) == Pattern::Match::kYes) {
      matched = true;
      if (!Check(entry.value, member.value)) {
        return false;
      }
    }
  }
  return true;
}

bool Evaluator::Unnamed(const ObjectCheck& check, const Member& member) {
  if (check.names != kPass && !Check(check.names, Node::String(member.key()))) {
    return false;
  }
  for (const PatternGroup& group : check.groups) {
    bool matched = false;
    if (!MatchGroup(group, member, matched) ||
        (!matched && !Check(group.additional, member.value))) {
      return false;
    }
  }
  return Check(check.rest, member.value);
}

bool Evaluator::Named(const ObjectCheck& check, const Slot& slot, const Member& member) {
  if (check.general && check.names != kPass && !Check(check.names, Node::String(member.key()))) {
    return false;
  }
  for (const PatternGroup& group : check.groups) {
    bool matched = false;
    if (group.for_named && !MatchGroup(group, member, matched)) {
      return false;
    }
  }
  return Check(slot.value, member.value);
}

bool Evaluator::MarksUnnamed(const ObjectCheck& check, const Member& member) const {
  bool marks = check.marks_rest;
  for (const PatternGroup& group : check.groups) {
    marks = marks || group.marks_additional;
    for (const PatternGroup::Entry& entry : group.patterns) {
      marks = marks || entry.pattern->Search(member.key()) == Pattern::Match::kYes;
    }
  }
  return marks;
}

bool Evaluator::ObjectInGeneral(const ObjectCheck& check, const Node& node, bool tracked) {
  const auto members = node.members();
  std::uint32_t required = 0;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const Member& member = members[i];
    if (!Counts(node, member)) {
      continue;
    }
    const Slot* slot = check.slots.Find(member);
    if (slot != nullptr ? !Named(check, *slot, member) : !Unnamed(check, member)) {
      return false;
    }
    required += slot != nullptr && slot->required ? 1U : 0U;
    if (tracked && (slot != nullptr ? slot->marks : MarksUnnamed(check, member))) {
      tracker_->Mark(i);
    }
  }
  return required == check.required;
}

bool Evaluator::Dependent(const DependencyCheck& check, const Node& node, bool tracked) {
  if (FindMember(node, check.name) == nullptr) {
    return true;
  }
  for (const Key& name : check.required) {
    if (FindMember(node, name) == nullptr) {
      return false;
    }
  }
  return Branch(check.code, node, tracked);
}

}  // namespace accord::schema
