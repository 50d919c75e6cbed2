#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "schema/program/program.h"

namespace accord::schema {

/// What is enough for a value to fit, so that most need no code to run: that it is an object in a
/// typical one, its kind, or how many bytes or digits its text has. What it does not hold for must
/// be checked.
struct Sufficient {
  enum class Form : std::uint8_t { kTypical, kKind, kSize, kNothing };
  Form form;
  document::Kind kind;
  std::uint32_t least;  ///< kSize: of bytes; numbers are short naturals too.
  std::uint32_t range;  ///< kSize: so many more at most.

  /// For values of the kind of `example`.
  static Sufficient For(const Program& program,
                        const Dispatch& dispatch,
                        const document::Node& example);

  bool HoldsForSize(const document::Node& node) const {
    const auto has_size = [&] {
      return static_cast<std::uint32_t>(node.text().size()) - least <= range;
    };
    return kind == document::Kind::kNumber
               ? node.is_number() && node.is_short_natural() && has_size()
               : node.is_string() && has_size();
  }
};

/// The only step of a block, if it is of that kind; nullptr.
inline const Instruction* OnlyStep(const Program& program, Code code, Op op) {
  const Instruction& step = program.instructions[code];
  return code > kFail && step.last && step.op == op ? &step : nullptr;
}

/// The check that says all about objects, if there is one that asks for nothing but the members
/// (is neither general nor tracked); nullptr.
inline const ObjectCheck* OnlyObjectCheck(const Program& program, const Dispatch& dispatch) {
  const Code code = dispatch[static_cast<std::size_t>(document::Kind::kObject)];
  const Instruction* step = OnlyStep(program, code, Op::kObject);
  return step == nullptr || step->tracked || program.objects[step->index].general
             ? nullptr
             : &program.objects[step->index];
}

/// The check that says all about numbers, if there is one; nullptr.
inline const NumberCheck* OnlyNumberCheck(const Program& program, const Dispatch& dispatch) {
  const Code code = dispatch[static_cast<std::size_t>(document::Kind::kNumber)];
  const Instruction* step = OnlyStep(program, code, Op::kNumber);
  return step == nullptr ? nullptr : &program.numbers[step->index];
}

/// The set that a string must be one of, if nothing else is asked of strings; nullptr.
inline const StringSet* OnlyStringSet(const Program& program, const Dispatch& dispatch) {
  const Code code = dispatch[static_cast<std::size_t>(document::Kind::kString)];
  const Instruction* step = OnlyStep(program, code, Op::kStringIn);
  return step == nullptr ? nullptr : &program.string_sets[step->index];
}

/// The check of the items that says all about arrays, if there is one; nullptr.
inline const ItemsCheck* OnlyItemsCheck(const Program& program, const Dispatch& dispatch) {
  const Code code = dispatch[static_cast<std::size_t>(document::Kind::kArray)];
  const Instruction* step = OnlyStep(program, code, Op::kItems);
  return step == nullptr ? nullptr : &program.items[step->index];
}

/// What checks have to look at in objects of the shapes they met (see document::Node::shape), so
/// that names are looked up once for all the objects that look the same. What does not find a place
/// is not remembered. For any number of threads.
class ShapeMemory {
 public:
  struct Part {
    const Dispatch* value;
    // What is all that `value` asks of one kind; may be null.
    const ObjectCheck* object;
    const ItemsCheck* items;
    const NumberCheck* number;
    const StringSet* texts;
    std::uint32_t offset;  ///< Of the member, in bytes.
    Sufficient sufficient;
  };
  /// Ranges in the parts: by the form of what is sufficient.
  struct Entry {
    const ObjectCheck* check;
    const Part* objects;  ///< That fit in typical objects.
    const Part* kinds;
    const Part* sizes;
    const Part* others;
    const Part* end;
    std::uint16_t shape;
    bool is_typical;  ///< Was learned from a typical object.
    bool fits;        ///< As far as the names go.
    std::vector<Part> parts;
  };

  /// For a program with so many object checks.
  explicit ShapeMemory(std::size_t checks);
  ~ShapeMemory();
  ShapeMemory(const ShapeMemory&) = delete;
  ShapeMemory& operator=(const ShapeMemory&) = delete;

  /// For an object with a shape and a check that is neither general nor tracked. nullptr: nothing
  /// is known.
  const Entry* Find(const Program& program,
                    const ObjectCheck& check,
                    const document::Node& object) {
    std::atomic<const Entry*>* const place = Place(check, object.shape());
    for (std::size_t i = 0; i < kWays; ++i) {
      const Entry* entry = place[i].load(std::memory_order_acquire);
      if (entry == nullptr) {
        return Learn(program, check, object, place[i]);
      }
      if (entry->check == &check && entry->shape == object.shape()) {
        return entry;
      }
    }
    return nullptr;
  }

 private:
  static constexpr std::size_t kWays = 2;

  static const Entry* Learn(const Program& program,
                            const ObjectCheck& check,
                            const document::Node& object,
                            std::atomic<const Entry*>& place);
  std::atomic<const Entry*>* Place(const ObjectCheck& check, std::uint16_t shape) {
    const std::size_t at =
        reinterpret_cast<std::uintptr_t>(&check) / sizeof(ObjectCheck) + std::size_t{shape} * 5;
    return places_.get() + (at & mask_) * kWays;
  }

  std::size_t mask_;
  std::unique_ptr<std::atomic<const Entry*>[]> places_;
};

}  // namespace accord::schema
