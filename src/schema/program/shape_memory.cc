#include "schema/program/shape_memory.h"

#include <algorithm>
#include <bit>
#include <span>

namespace accord::schema {
namespace {

using document::Kind;
using document::Member;
using Form = Sufficient::Form;

constexpr std::size_t kLeastPlaces = 32;
constexpr std::size_t kMostPlaces = 2048;
constexpr std::size_t kMostMembers = 64;

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

ShapeMemory::ShapeMemory(std::size_t checks)
    : mask_(std::bit_ceil(std::clamp<std::size_t>(4 * checks, kLeastPlaces, kMostPlaces)) - 1),
      places_(std::make_unique<std::atomic<const Entry*>[]>((mask_ + 1) * kWays)) {}

ShapeMemory::~ShapeMemory() {
  for (std::size_t i = 0; i < (mask_ + 1) * kWays; ++i) {
    delete places_[i].load();
  }
}

const ShapeMemory::Entry* ShapeMemory::Learn(const Program& program,
                                             const ObjectCheck& check,
                                             const document::Node& object,
                                             std::atomic<const Entry*>& place) {
  const auto members = object.members();
  if (members.size() > kMostMembers || !AsksOnlyOfMembers(check)) {
    return nullptr;
  }
  auto entry = std::make_unique<Entry>();
  std::vector<Part>& parts = entry->parts;
  parts.reserve(members.size());
  entry->fits = NamesFit(check, members, [&](std::uint32_t i, const Dispatch& value) {
    parts.push_back({.value = &value,
                     .object = OnlyObjectCheck(program, value),
                     .items = OnlyItemsCheck(program, value),
                     .number = OnlyNumberCheck(program, value),
                     .texts = OnlyStringSet(program, value),
                     .offset = i * static_cast<std::uint32_t>(sizeof(Member)),
                     .sufficient = Sufficient::For(program, value, members[i].value)});
  });
  entry->check = &check;
  entry->shape = object.shape();
  entry->is_typical = object.is_typical();
  Part* const end = parts.data() + parts.size();
  const auto up_to = [&](const Part* from, Form form) {
    return std::partition(parts.data() + (from - parts.data()), end, [=](const Part& part) {
      return part.sufficient.form == form;
    });
  };
  entry->objects = parts.data();
  entry->kinds = up_to(entry->objects, Form::kTypical);
  entry->sizes = up_to(entry->kinds, Form::kKind);
  entry->others = up_to(entry->sizes, Form::kSize);
  entry->end = end;
  const Entry* other = nullptr;
  if (place.compare_exchange_strong(other, entry.get(), std::memory_order_acq_rel)) {
    return entry.release();
  }
  // Another thread was faster, perhaps with something else.
  return other->check == &check && other->shape == object.shape() ? other : nullptr;
}

}  // namespace accord::schema
