#include "schema/program/evaluator.h"
#include "schema/program/members.h"

namespace accord::schema {

using document::Member;

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
  const ShapeMemory::Entry* known = shapes_.Find(check, node);
  if (known == nullptr) {
    return ObjectByMember(check, node);
  }
  const Member* members = node.members().data();
  const ShapeMemory::Part* const end = shapes_.end(*known);
  for (const ShapeMemory::Part* part = shapes_.begin(*known); part != end; ++part) {
    if (!Check(*part->value, members[part->position].value)) {
      return false;
    }
  }
  return known->fits;
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
      if (!Check(slot->value, member.value)) {
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
