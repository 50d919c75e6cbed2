#include "schema/program/shape_memory.h"

#include <algorithm>

namespace accord::schema {
namespace {

using document::Kind;
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
  return {
      .form = code == kPass ? Form::kKind : Form::kNothing, .kind = kind, .least = 0, .range = 0};
}

const ShapeMemory::Entry* ShapeMemory::Learn(const Program& program,
                                             const ObjectCheck& check,
                                             const document::Node& object) {
  const auto members = object.members();
  if (used_ + members.size() > kParts || !check.groups.empty() || check.names != kPass) {
    return nullptr;
  }
  const std::size_t at = Place(check, object.shape());
  const std::uint32_t first = used_;
  std::uint32_t required = 0;
  bool fits = true;
  for (std::uint32_t i = 0; i < members.size(); ++i) {
    const Slot* slot = check.slots.Find(members[i]);
    if (slot == nullptr && check.open) {
      continue;
    }
    const Dispatch& value = slot != nullptr ? slot->value : check.rest;
    required += slot != nullptr && slot->required ? 1U : 0U;
    fits = fits && (slot != nullptr || !check.closed);
    parts_[used_++] = {.value = &value,
                       .object = OnlyObjectCheck(program, value),
                       .number = OnlyNumberCheck(program, value),
                       .texts = OnlyStringSet(program, value),
                       .offset = i * static_cast<std::uint32_t>(sizeof(document::Member)),
                       .sufficient = Sufficient::For(program, value, members[i].value)};
  }
  Part* const begin = parts_.data() + first;
  Part* const end = parts_.data() + used_;
  const auto up_to = [&](Part* from, Form form) {
    return std::partition(
        from, end, [=](const Part& part) { return part.sufficient.form == form; });
  };
  Part* const sizes = up_to(begin, Form::kKind);
  Part* const others = up_to(sizes, Form::kSize);
  entries_[at] = {.check = &check,
                  .kinds = begin,
                  .sizes = sizes,
                  .others = others,
                  .end = end,
                  .shape = object.shape(),
                  .fits = fits && required == check.required};
  filled_ |= std::uint32_t{1} << at;
  return &entries_[at];
}

}  // namespace accord::schema
