#include "schema/program/program.h"

#include <mutex>

#include "accord/schema/validate.h"

#include "schema/program/compiler.h"
#include "schema/program/evaluator.h"
#include "schema/program/walk.h"
#include "schema/trace/tracer.h"

namespace accord::schema {

/// One program for all that the root reaches, unless there are many roots, and one for each schema
/// beside.
struct Program::Others {
  std::mutex mutex;
  std::vector<std::unique_ptr<Program>> programs;
  std::unordered_map<const SchemaNode*, const Program*> by_node;
  std::unordered_map<const SchemaNode*, int> asked;  ///< Those without a program, how often.
};

Program::Program() : others(std::make_unique<Others>()) {}
Program::~Program() = default;

namespace {

/// A schema that is one of many is compiled when it is asked about that often.
constexpr int kWorthCompiling = 100;

void Remember(Program::Others& others, std::unique_ptr<Program> program) {
  for (const auto& [node, dispatch] : program->entries) {
    others.by_node.emplace(node, program.get());
  }
  others.programs.push_back(std::move(program));
}

/// nullptr: it is not worth it.
const Program* ProgramFor(const Schema& schema, const SchemaNode& node) {
  Program::Others& others = *schema.program().others;
  const std::scoped_lock lock(others.mutex);
  if (others.programs.empty() && schema.has_program()) {
    std::vector<const SchemaNode*> all;
    WalkGraph({&schema.root()}, [&](const SchemaNode& reached) { all.push_back(&reached); });
    Remember(others, MakeProgram(all));
  }
  const auto found = others.by_node.find(&node);
  if (found != others.by_node.end()) {
    return found->second;
  }
  if (++others.asked[&node] < kWorthCompiling) {
    return nullptr;
  }
  Remember(others, MakeProgram({&node}));
  return others.by_node.find(&node)->second;
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
  const Program* program = ProgramFor(schema, node);
  return program == nullptr ? IsValidOnce(node, instance)
                            : Evaluator(*program, node.resource)
                                  .Check(program->entries.find(&node)->second, instance);
}

bool IsValidOnce(const SchemaNode& schema, const document::Node& instance) {
  Tracer tracer(Detail::kVerdict);
  const bool valid = tracer.Run(schema, instance).valid;
  if (!tracer.gave_up()) {
    return valid;
  }
  const std::unique_ptr<Program> program = MakeProgram({&schema});
  return Evaluator(*program, schema.resource).Check(program->root, instance);
}

}  // namespace accord::schema
