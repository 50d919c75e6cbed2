#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "accord/document/node.h"
#include "accord/schema/ir.h"

#include "schema/program/program.h"

namespace accord::schema {

using Nodes = std::vector<const SchemaNode*>;

/// What a block is made for: schemas that apply to the same value, of one kind.
struct Unit {
  Nodes nodes;
  document::Kind kind = document::Kind::kNull;
  bool tracked = false;  ///< Notes evaluated members and items for an `unevaluated…` around it.
  bool body = false;     ///< Without the `unevaluated…` of the (only) node.
  /// The resource that is innermost when the block runs; nullptr in programs that never ask.
  const Resource* scope = nullptr;

  friend bool operator==(const Unit&, const Unit&) = default;
};
struct UnitHash {
  std::size_t operator()(const Unit& unit) const;
};

/// Turns a schema graph into a Program. While it works, a Code is kPass, kFail or the number of a
/// block; Finish() replaces the numbers by places.
class Compiler {
 public:
  explicit Compiler(const std::vector<const SchemaNode*>& entries);

  std::unique_ptr<Program> Finish();

  Program& program() { return *program_; }
  /// Code of a unit that is compiled at once, when it may be: constants come out as such.
  Code Now(Unit unit);
  /// Code of a unit that is compiled by and by.
  Code Later(Unit unit);
  /// The same for every kind; untracked.
  Dispatch LaterForAll(const Nodes& nodes, const Resource* scope);
  /// Whether schemas that apply to the same value may still be merged; a budget.
  bool may_merge() const { return blocks_.size() < merge_limit_; }
  /// Whether some reference depends on the resources that were entered.
  bool dynamic() const { return dynamic_; }
  const std::vector<const Resource*>& resources() const { return resources_; }

  /// A key with a copy of the text.
  Key KeyOf(std::string_view text);
  std::uint32_t AddText(std::string_view text);
  std::uint32_t AddCodes(const std::vector<Code>& codes);

 private:
  struct Block {
    std::vector<Instruction> instructions;
    std::optional<Code> constant;
    bool done = false;
  };

  std::uint32_t BlockOf(const Unit& unit);
  Code Compile(std::uint32_t number);
  void CompileWaiting();
  void Survey(const std::vector<const SchemaNode*>& entries);
  void Lay();
  void Settle();

  std::unique_ptr<Program> program_;
  std::deque<Block> blocks_;
  std::unordered_map<Unit, std::uint32_t, UnitHash> numbers_;
  std::vector<const Unit*> units_;
  std::deque<std::uint32_t> waiting_;
  std::vector<const Resource*> resources_;
  std::size_t merge_limit_ = 0;
  std::uint32_t depth_ = 0;
  bool dynamic_ = false;
};

/// `nodes` without those that any value of this kind fits; nullopt when one fits none.
std::optional<Nodes> Relevant(const Nodes& nodes, document::Kind kind);
/// The types that a value of this kind may have.
TypeSet TypesOf(document::Kind kind);

}  // namespace accord::schema
