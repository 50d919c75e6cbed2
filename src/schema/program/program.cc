#include "schema/program/program.h"

#include <mutex>

#include "accord/schema/validate.h"

#include "schema/program/compiler.h"
#include "schema/program/evaluator.h"
#include "schema/program/walk.h"

namespace accord::schema {

/// One program for all that the root reaches, unless there are many roots, and one for each schema
/// beside.
struct Program::Others {
  std::mutex mutex;
  std::vector<std::unique_ptr<Program>> programs;
  std::unordered_map<const SchemaNode*, const Program*> by_node;
};

Program::Program() : others(std::make_unique<Others>()) {}
Program::~Program() = default;

namespace {

void Remember(Program::Others& others, std::unique_ptr<Program> program) {
  for (const auto& [node, dispatch] : program->entries) {
    others.by_node.emplace(node, program.get());
  }
  others.programs.push_back(std::move(program));
}

const Program& ProgramFor(const Schema& schema, const SchemaNode& node) {
  Program::Others& others = *schema.program().others;
  const std::scoped_lock lock(others.mutex);
  if (others.programs.empty() && schema.has_program()) {
    std::vector<const SchemaNode*> all;
    WalkGraph({&schema.root()}, [&](const SchemaNode& reached) { all.push_back(&reached); });
    Remember(others, MakeProgram(all));
  }
  if (others.by_node.find(&node) == others.by_node.end()) {
    Remember(others, MakeProgram({&node}));
  }
  return *others.by_node.find(&node)->second;
}

}  // namespace

std::unique_ptr<Program> MakeProgram(const std::vector<const SchemaNode*>& entries) {
  return Compiler(entries).Finish();
}

std::unique_ptr<Program> MakeProgram(const Schema& schema) {
  return MakeProgram({&schema.root()});
}

bool IsValid(const Schema& schema, const document::Node& instance) {
  if (!schema.has_program()) {
    return IsValid(schema, schema.root(), instance);
  }
  const Program& program = schema.program();
  return Evaluator(program, schema.root().resource).Check(program.root, instance);
}

bool IsValid(const Schema& schema, const SchemaNode& node, const document::Node& instance) {
  if (&node == &schema.root() && schema.has_program()) {
    return IsValid(schema, instance);
  }
  const Program& program = ProgramFor(schema, node);
  return Evaluator(program, node.resource).Check(program.entries.find(&node)->second, instance);
}

}  // namespace accord::schema
