#include "tests/conformance/pact_compatibility/contract_file.h"

#include "accord/document/input.h"
#include "accord/pact/write.h"

#include "tests/conformance/pact_compatibility/checks.h"
#include "tests/conformance/pact_compatibility/pact_files.h"

namespace accord::compatibility {

std::string ContractPath(const World& world) {
  return (world.folder / "contract.json").string();
}

void WriteContract(const World& world, std::vector<pact::Interaction> interactions) {
  const pact::Pact pact = MakePact("c", std::move(interactions), world.version);
  const auto written = pact::WriteFile(pact, world.version, ContractPath(world), true);
  Require(written.ok(), written.ok() ? "" : written.error().message);
}

const pact::Pact& ReadContract(World& world) {
  auto& written = world.consumer.written;
  if (!written) {
    const std::string path = ContractPath(world);
    written = ReadPact(path, Unwrap(document::ReadFile(path, 64U << 20U)));
    RequireEqual(ToString(written->version), ToString(world.version), "the version");
  }
  return *written;
}

}  // namespace accord::compatibility
