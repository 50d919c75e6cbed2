#include "schema/program/compiler.h"

#include <algorithm>
#include <functional>
#include <unordered_set>

#include "accord/base/hash.h"

#include "schema/program/block.h"
#include "schema/program/evaluator.h"
#include "schema/program/walk.h"

namespace accord::schema {
namespace {

using document::Kind;

// Compiling at once follows `anyOf` in `anyOf`…: what is deeper waits.
constexpr std::uint32_t kMaxDepth = 64;
constexpr Code kFirstBlock = 2;
constexpr std::array kKinds = {
    Kind::kNull, Kind::kBool, Kind::kNumber, Kind::kString, Kind::kArray, Kind::kObject};

bool AppliesInPlace(const SchemaNode& node) {
  return node.ref != nullptr || node.dynamic_ref || !node.all_of.empty() || !node.any_of.empty() ||
         !node.one_of.empty() || node.not_schema != nullptr || node.if_schema != nullptr;
}

bool LimitsNumbers(const SchemaNode& node) {
  return (node.types & kNumberType) != kNumberType || node.minimum || node.maximum ||
         node.second_minimum || node.second_maximum || node.multiple_of;
}

bool LimitsArrays(const SchemaNode& node) {
  return !node.prefix_items.empty() || node.items != nullptr || node.contains ||
         node.min_items != 0 || node.max_items || node.unique_items ||
         node.unevaluated_items != nullptr;
}

bool LimitsObjects(const SchemaNode& node) {
  return !node.properties.empty() || !node.pattern_properties.empty() ||
         node.additional_properties != nullptr || node.property_names != nullptr ||
         !node.required.empty() || node.min_properties != 0 || node.max_properties ||
         !node.dependencies.empty() || node.unevaluated_properties != nullptr;
}

bool Limits(const SchemaNode& node, Kind kind) {
  switch (kind) {
    case Kind::kNull:
    case Kind::kBool:
      return false;
    case Kind::kNumber:
      return LimitsNumbers(node) || (node.assert_format && !node.format.empty());
    case Kind::kString:
      return node.min_length != 0 || node.max_length || node.pattern != nullptr ||
             (node.assert_format && !node.format.empty());
    case Kind::kArray:
      return LimitsArrays(node);
    case Kind::kObject:
      return LimitsObjects(node);
  }
  return true;
}

// What needs no compiling to be known.
std::optional<Code> Obvious(const SchemaNode& node, Kind kind) {
  if (node.boolean) {
    return *node.boolean ? kPass : kFail;
  }
  if ((node.types & TypesOf(kind)) == 0) {
    return kFail;
  }
  if (AppliesInPlace(node) || node.has_enum || Limits(node, kind)) {
    return std::nullopt;
  }
  return kPass;
}

}  // namespace

std::size_t UnitHash::operator()(const Unit& unit) const {
  constexpr std::size_t kOdd = 0x9E3779B97F4A7C15U;
  const std::hash<const void*> hash;
  std::size_t out = (static_cast<std::size_t>(unit.kind) << 2U) | (unit.tracked ? 2U : 0U) |
                    (unit.body ? 1U : 0U);
  out = (out ^ hash(unit.scope)) * kOdd;
  for (const SchemaNode* node : unit.nodes) {
    out = ((out ^ (out >> 29U)) + hash(node)) * kOdd;
  }
  return out ^ (out >> 32U);
}

TypeSet TypesOf(Kind kind) {
  constexpr std::array<TypeSet, 6> kTypes = {
      kNullType, kBooleanType, kNumberType, kStringType, kArrayType, kObjectType};
  return kTypes[static_cast<std::size_t>(kind)];
}

std::optional<Nodes> Relevant(const Nodes& nodes, Kind kind) {
  Nodes out;
  for (const SchemaNode* node : nodes) {
    const std::optional<Code> obvious = Obvious(*node, kind);
    if (obvious == kFail) {
      return std::nullopt;
    }
    if (!obvious && std::find(out.begin(), out.end(), node) == out.end()) {
      out.push_back(node);
    }
  }
  return out;
}

Compiler::Compiler(const std::vector<const SchemaNode*>& entries)
    : program_(std::make_unique<Program>()) {
  Survey(entries);
  for (const SchemaNode* entry : entries) {
    program_->entries[entry] = LaterForAll({entry}, entry->resource);
  }
  if (!entries.empty()) {
    program_->root = program_->entries[entries.front()];
  }
}

void Compiler::Survey(const std::vector<const SchemaNode*>& entries) {
  std::size_t count = 0;
  std::unordered_set<const Resource*> seen;
  WalkGraph(entries, [&](const SchemaNode& node) {
    ++count;
    dynamic_ = dynamic_ || (node.dynamic_ref && node.dynamic_ref->anchor);
    if (node.resource != nullptr && seen.insert(node.resource).second) {
      resources_.push_back(node.resource);
    }
  });
  merge_limit_ = 20 * count + 1000;
}

Key Compiler::KeyOf(std::string_view text) {
  program_->strings.emplace_back(text);
  return {program_->strings.back(), base::Hash32(text)};
}

std::uint32_t Compiler::AddText(std::string_view text) {
  program_->texts.push_back(KeyOf(text));
  return static_cast<std::uint32_t>(program_->texts.size() - 1);
}

std::uint32_t Compiler::AddCodes(const std::vector<Code>& codes) {
  const std::size_t first = program_->codes.size();
  program_->codes.insert(program_->codes.end(), codes.begin(), codes.end());
  return static_cast<std::uint32_t>(first);
}

std::uint32_t Compiler::BlockOf(const Unit& unit) {
  const auto [at, added] = numbers_.try_emplace(unit, static_cast<std::uint32_t>(blocks_.size()));
  if (added) {
    blocks_.emplace_back();
    units_.push_back(&at->first);
    waiting_.push_back(at->second);
  }
  return at->second;
}

Code Compiler::Later(Unit unit) {
  std::optional<Nodes> relevant = Relevant(unit.nodes, unit.kind);
  if (!relevant) {
    return kFail;
  }
  if (relevant->empty()) {
    return kPass;
  }
  unit.nodes = std::move(*relevant);
  unit.scope = dynamic_ ? unit.scope : nullptr;
  const std::uint32_t block = BlockOf(unit);
  return blocks_[block].constant.value_or(block + kFirstBlock);
}

Code Compiler::Now(Unit unit) {
  const Code code = Later(std::move(unit));
  return code < kFirstBlock ? code : Compile(code - kFirstBlock);
}

Dispatch Compiler::LaterForAll(const Nodes& nodes, const Resource* scope) {
  Dispatch out{};
  for (const Kind kind : kKinds) {
    out[static_cast<std::size_t>(kind)] = Later({.nodes = nodes, .kind = kind, .scope = scope});
  }
  return out;
}

Code Compiler::Compile(std::uint32_t number) {
  Block& block = blocks_[number];
  if (!block.done && depth_ < kMaxDepth) {
    block.done = true;  // From here on, so that it may lead to itself.
    ++depth_;
    BlockCode code = CompileBlock(*this, *units_[number]);
    --depth_;
    if (code.never || code.instructions.empty()) {
      block.constant = code.never ? kFail : kPass;
    } else {
      block.instructions = std::move(code.instructions);
    }
  }
  return block.constant.value_or(number + kFirstBlock);
}

void Compiler::CompileWaiting() {
  while (!waiting_.empty()) {
    const std::uint32_t next = waiting_.front();
    waiting_.pop_front();
    Compile(next);
  }
}

std::unique_ptr<Program> Compiler::Finish() {
  CompileWaiting();
  Lay();
  Settle();
  return std::move(program_);
}

// Puts the blocks one after the other and replaces their numbers by where they begin.
void Compiler::Lay() {
  std::vector<Instruction>& instructions = program_->instructions;
  instructions.resize(kFirstBlock);  // Never run: kPass and kFail are no places.
  std::vector<Code> places(blocks_.size());
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    const Block& block = blocks_[i];
    places[i] = block.constant.value_or(static_cast<Code>(instructions.size()));
    instructions.insert(instructions.end(), block.instructions.begin(), block.instructions.end());
    instructions.back().last = true;
  }
  const auto place = [&](Code& code) {
    code = code < kFirstBlock ? code : places[code - kFirstBlock];
  };
  for (Instruction& instruction : instructions) {
    if (instruction.op == Op::kCall || instruction.op == Op::kNot) {
      place(instruction.index);
    }
  }
  ForEachCode(*program_, place);
}

// What follows from constants that came out late.
void Compiler::Settle() {
  for (ObjectCheck& check : program_->objects) {
    const auto all = [&](Code code) {
      return std::all_of(check.rest.begin(), check.rest.end(), [&](Code c) { return c == code; });
    };
    check.open = all(kPass) && check.groups.empty() && check.names == kPass;
    check.closed = all(kFail) && check.groups.empty();
    check.general = check.general || (dynamic_ && check.names != kPass);
    for (Slot& slot : check.slots) {
      const Instruction* step =
          OnlyStep(*program_, slot.value[static_cast<std::size_t>(Kind::kNumber)], Op::kNumber);
      slot.number = step != nullptr ? step->index : Slot::kNoNumber;
    }
    if (check.names == kPass || dynamic_) {
      continue;
    }
    for (Slot& slot : check.slots) {
      if (!Evaluator(*program_, nullptr)
               .Check(check.names, document::Node::String(slot.key.text()))) {
        slot.value.fill(kFail);
        slot.number = Slot::kNoNumber;
      }
    }
  }
  for (ItemsCheck& check : program_->items) {
    check.objects = OnlyObjectCheck(*program_, check.value);
    check.numbers = OnlyNumberCheck(*program_, check.value);
  }
  program_->shapes = std::make_unique<ShapeMemory>(program_->objects.size());
}

}  // namespace accord::schema
