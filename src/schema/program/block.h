#pragma once

#include <vector>

#include "schema/program/compiler.h"
#include "schema/program/program.h"

namespace accord::schema {

/// The code of one block. `never`: no value fits.
struct BlockCode {
  std::vector<Instruction> instructions;
  bool never = false;
};

BlockCode CompileBlock(Compiler& compiler, const Unit& unit);

/// What the parts of CompileBlock share: the schemas that apply, with references and `allOf`
/// followed, and the instructions so far.
struct BlockState {
  Compiler& compiler;
  const Unit& unit;
  Nodes nodes;  ///< All that hold unconditionally, each once.
  BlockCode code = {};

  document::Kind kind() const { return unit.kind; }
  std::uint8_t kind_index() const { return static_cast<std::uint8_t>(unit.kind); }
  Program& program() { return compiler.program(); }
  /// Whether the `unevaluated…` of this schema is left to the block around.
  bool LeavesOut(const SchemaNode& node) const { return unit.body && &node == unit.nodes.front(); }
  /// A unit for a schema that applies to the same value.
  Unit Same(const SchemaNode& node, bool tracked) const {
    return {.nodes = {&node}, .kind = unit.kind, .tracked = tracked, .scope = unit.scope};
  }
  void Add(Op op, std::uint32_t index = 0, std::uint64_t value = 0, bool tracked = false) {
    code.instructions.push_back({.op = op, .tracked = tracked, .index = index, .value = value});
  }
  /// Stores a table entry and adds the instruction that leads to it.
  template <typename Table>
  void AddEntry(Op op, std::vector<Table>& tables, Table entry, bool tracked = false) {
    tables.push_back(std::move(entry));
    Add(op, static_cast<std::uint32_t>(tables.size() - 1), 0, tracked);
  }
};

// What `nodes` say about values of one kind.
void CompileEnums(BlockState& state);
void CompileNumbers(BlockState& state);
void CompileStrings(BlockState& state);
void CompileArrays(BlockState& state);
void CompileObjects(BlockState& state);

/// The alternatives of one `anyOf` or `oneOf` that may hold for this kind.
struct Choice {
  Nodes branches;
  std::vector<Code> codes;
  bool exactly_one = false;
};
/// Adds the instruction for at least two alternatives.
void CompileChoice(BlockState& state, const Choice& choice);

}  // namespace accord::schema
