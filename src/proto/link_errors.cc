#include "proto/link_errors.h"

#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <google/protobuf/descriptor.pb.h>

#include "accord/proto/rules.h"

namespace accord::proto {
namespace pb = google::protobuf;
namespace {

using Collector = pb::DescriptorPool::ErrorCollector;
using Places = std::unordered_map<const pb::Message*, ElementPath>;

// Paths of all parts of a file, by their addresses: that is how libprotobuf names them.
void CollectPlaces(const pb::Message& at, const ElementPath& path, Places& places) {
  places.emplace(&at, path);
  std::vector<const pb::FieldDescriptor*> fields;
  const pb::Reflection& reflection = *at.GetReflection();
  reflection.ListFields(at, &fields);
  for (const pb::FieldDescriptor* field : fields) {
    if (field->cpp_type() != pb::FieldDescriptor::CPPTYPE_MESSAGE) {
      continue;
    }
    if (!field->is_repeated()) {
      CollectPlaces(reflection.GetMessage(at, field), Child(path, {field->number()}), places);
      continue;
    }
    for (int i = 0; i < reflection.FieldSize(at, field); ++i) {
      CollectPlaces(
          reflection.GetRepeatedMessage(at, field, i), Child(path, {field->number(), i}), places);
    }
  }
}

// Names of the fields that an error can be about, in the order in which they are looked for.
std::vector<std::string_view> PartsOf(Collector::ErrorLocation location) {
  switch (location) {
    case Collector::NAME:
      return {"package", "name"};
    case Collector::NUMBER:
      return {"number", "start"};
    case Collector::TYPE:
      return {"type_name", "type"};
    case Collector::EXTENDEE:
      return {"extendee"};
    case Collector::DEFAULT_VALUE:
      return {"default_value"};
    case Collector::INPUT_TYPE:
      return {"input_type"};
    case Collector::OUTPUT_TYPE:
      return {"output_type"};
    case Collector::OPTION_NAME:
      return {"name"};
    default:
      return {};
  }
}

// The places to try for an error: its part, the element, and what the element is in.
std::vector<ElementPath> Candidates(const pb::Message& at,
                                    Collector::ErrorLocation location,
                                    ElementPath path) {
  std::vector<ElementPath> out;
  for (const std::string_view part : PartsOf(location)) {
    const pb::FieldDescriptor* field = at.GetDescriptor()->FindFieldByName(std::string(part));
    if (field != nullptr) {
      out.push_back(Child(path, {field->number()}));
    }
  }
  for (; !path.empty(); path.pop_back()) {
    out.push_back(path);
  }
  return out;
}

// The last statement that imports `name`: the one that repeats another.
ElementPath PathOfImport(const pb::FileDescriptorProto& file, const std::string& name) {
  int last = file.dependency_size() - 1;
  while (last > 0 && file.dependency(last) != name) {
    --last;
  }
  return {pb::FileDescriptorProto::kDependencyFieldNumber, last};
}

ElementPath PathOfSymbol(const pb::DescriptorPool& pool, const std::string& name) {
  if (const auto* message = pool.FindMessageTypeByName(name); message != nullptr) {
    return PathOf(*message);
  }
  if (const auto* type = pool.FindEnumTypeByName(name); type != nullptr) {
    return PathOf(*type);
  }
  if (const auto* value = pool.FindEnumValueByName(name); value != nullptr) {
    return PathOf(*value);
  }
  if (const auto* service = pool.FindServiceByName(name); service != nullptr) {
    return PathOf(*service);
  }
  if (const auto* extension = pool.FindExtensionByName(name); extension != nullptr) {
    return PathOf(*extension);
  }
  return {pb::FileDescriptorProto::kPackageFieldNumber};
}

// The name of the element, for those that have one: field 1 of all but a file.
std::vector<ElementPath> NameOrWhole(const ElementPath& path) {
  std::vector<ElementPath> out;
  if (path.size() > 1) {
    out.push_back(Child(path, {1}));
  }
  out.push_back(path);
  return out;
}

}  // namespace

void LinkErrors::AddError(const std::string& /*filename*/,
                          const std::string& element_name,
                          const pb::Message* descriptor,
                          ErrorLocation location,
                          const std::string& message) {
  entries_.push_back(
      {.element = element_name, .at = descriptor, .location = location, .message = message});
}

void LinkErrors::Report(const pb::DescriptorPool& pool,
                        Locations& locations,
                        std::vector<finding::Finding>& findings) const {
  Places places;
  CollectPlaces(file_, {}, places);
  for (const Entry& entry : entries_) {
    std::vector<ElementPath> candidates;
    if (entry.location == IMPORT) {
      candidates.push_back(PathOfImport(file_, entry.element));
    } else if (const auto place = places.find(entry.at); place != places.end()) {
      candidates = Candidates(*entry.at, entry.location, place->second);
    }
    finding::Span span = locations.FindFirst(file_.name(), candidates);
    const pb::FileDescriptor* other =
        entry.location == NAME ? pool.FindFileContainingSymbol(entry.element) : nullptr;
    if (other == nullptr || other->name() == file_.name()) {
      findings.push_back(finding::Make(kProtoInvalid, entry.message, std::move(span)));
      continue;
    }
    finding::Finding duplicate =
        finding::Make(kProtoDuplicateSymbol,
                      fmt::format("\"{}\" is defined here and in {}", entry.element, other->name()),
                      std::move(span));
    duplicate.related.push_back(
        {.label = "also defined here",
         .span =
             locations.FindFirst(other->name(), NameOrWhole(PathOfSymbol(pool, entry.element)))});
    findings.push_back(std::move(duplicate));
  }
}

}  // namespace accord::proto
