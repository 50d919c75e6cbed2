#include "schema/program/shape_memory.h"

#include <algorithm>
#include <span>

namespace accord::schema {
namespace {

using document::Kind;
using document::Member;
using Form = Sufficient::Form;

Sufficient Between(Kind kind, std::uint64_t least, std::uint64_t most) {
  most = std::min<std::uint64_t>(most, UINT32_MAX);
  if (least > most) {
    return {.form = Form::kNothing, .kind = kind, .least = 0, .range = 0};
  }
  return {.form = Form::kSize,
          .kind = kind,
          .least = static_cast<std::uint32_t>(least),
          .range = static_cast<std::uint32_t>(most - least)};
}

bool AsksOnlyOfMembers(const ObjectCheck& check) {
  return check.groups.empty() && check.names == kPass;
}

// Calls ask(i, dispatch) for the members of which something is asked. Whether their names fit.
template <typename Ask>
bool NamesFit(const ObjectCheck& check, std::span<const Member> members, const Ask& ask) {
  std::uint32_t required = 0;
  bool fits = true;
  for (std::uint32_t i = 0; i < members.size(); ++i) {
    const Slot* slot = check.slots.Find(members[i]);
    if (slot != nullptr) {
      required += slot->required ? 1U : 0U;
      ask(i, slot->value);
    } else if (!check.open) {
      fits = fits && !check.closed;
      ask(i, check.rest);
    }
  }
  return fits && required == check.required;
}

// Whether a typical object of the shape of `example`, one too, fits for that alone. Looks at a few
// levels only.
bool IsEnoughToBeTypical(const Program& program,
                         const Dispatch& dispatch,
                         const document::Node& example,
                         int levels = 4) {
  const ObjectCheck* check = OnlyObjectCheck(program, dispatch);
  if (check == nullptr || !example.is_typical() || levels == 0 || !AsksOnlyOfMembers(*check)) {
    return false;
  }
  const auto members = example.members();
  bool enough = true;
  const auto ask = [&](std::uint32_t i, const Dispatch& value) {
    const document::Node& node = members[i].value;
    enough = enough && (value[static_cast<std::size_t>(node.kind())] == kPass ||
                        IsEnoughToBeTypical(program, value, node, levels - 1));
  };
  return NamesFit(*check, members, ask) && enough;
}

}  // namespace

Sufficient Sufficient::For(const Program& program,
                           const Dispatch& dispatch,
                           const document::Node& example) {
  const Kind kind = example.kind();
  const Code code = dispatch[static_cast<std::size_t>(kind)];
  if (const Instruction* step = OnlyStep(program, code, Op::kLength)) {
    // Each code point takes one to four bytes.
    const std::uint64_t least = step->index;
    return Between(kind, least == 0 ? 0 : 4 * least - 3, step->value);
  }
  if (OnlyStep(program, code, Op::kInteger) != nullptr) {
    return Between(kind, 0, UINT32_MAX);
  }
  if (const Instruction* step = OnlyStep(program, code, Op::kNumber)) {
    const NumberCheck& check = program.numbers[step->index];
    if (check.plain) {
      return Between(kind, check.least_digits, check.most_digits);
    }
  }
  const Form form = code == kPass                                     ? Form::kKind
                    : IsEnoughToBeTypical(program, dispatch, example) ? Form::kTypical
                                                                      : Form::kNothing;
  return {.form = form, .kind = kind, .least = 0, .range = 0};
}

const ShapeMemory::Entry* ShapeMemory::Learn(const Program& program,
                                             const ObjectCheck& check,
                                             const document::Node& object) {
  const auto members = object.members();
  if (used_ + members.size() > kParts || !AsksOnlyOfMembers(check)) {
    return nullptr;
  }
  const std::uint32_t first = used_;
  const bool fits = NamesFit(check, members, [&](std::uint32_t i, const Dispatch& value) {
    parts_[used_++] = {.value = &value,
                       .object = OnlyObjectCheck(program, value),
                       .number = OnlyNumberCheck(program, value),
                       .texts = OnlyStringSet(program, value),
                       .offset = i * static_cast<std::uint32_t>(sizeof(Member)),
                       .sufficient = Sufficient::For(program, value, members[i].value)};
  });
  Part* const begin = parts_.data() + first;
  Part* const end = parts_.data() + used_;
  const auto up_to = [&](Part* from, Form form) {
    return std::partition(
        from, end, [=](const Part& part) { return part.sufficient.form == form; });
  };
  Part* const kinds = up_to(begin, Form::kTypical);
  Part* const sizes = up_to(kinds, Form::kKind);
  Part* const others = up_to(sizes, Form::kSize);
  const std::size_t at = Place(check, object.shape());
  entries_[at] = {.check = &check,
                  .objects = begin,
                  .kinds = kinds,
                  .sizes = sizes,
                  .others = others,
                  .end = end,
                  .shape = object.shape(),
                  .is_typical = object.is_typical(),
                  .fits = fits};
  filled_ |= std::uint32_t{1} << at;
  return &entries_[at];
}

}  // namespace accord::schema
