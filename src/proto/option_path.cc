#include "proto/option_path.h"

#include <cstddef>
#include <string_view>

namespace accord::proto {
namespace pb = google::protobuf;
namespace {

constexpr int kUninterpreted = pb::FileOptions::kUninterpretedOptionFieldNumber;

// An option by name, the kind of options it is one of, and the scope its name is looked up in.
struct Written {
  const pb::UninterpretedOption* option = nullptr;
  std::string holder;  // "google.protobuf.FieldOptions".
  std::string scope;
};

std::string NameOf(const pb::Message& element) {
  const pb::FieldDescriptor* name = element.GetDescriptor()->FindFieldByName("name");
  return name == nullptr || name->type() != pb::FieldDescriptor::TYPE_STRING
             ? ""
             : element.GetReflection()->GetString(element, name);
}

// Follows `path` down from the file to an uninterpreted option.
Written Follow(const pb::FileDescriptorProto& file, const ElementPath& path) {
  Written written{.option = nullptr, .holder = "", .scope = file.package()};
  const pb::Message* at = &file;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const pb::FieldDescriptor* field = at->GetDescriptor()->FindFieldByNumber(path[i]);
    if (field == nullptr || field->cpp_type() != pb::FieldDescriptor::CPPTYPE_MESSAGE) {
      return {};
    }
    written.holder = at->GetDescriptor()->full_name();
    const pb::Reflection& reflection = *at->GetReflection();
    if (!field->is_repeated()) {
      at = &reflection.GetMessage(*at, field);
      continue;
    }
    if (++i >= path.size() || path[i] < 0 || path[i] >= reflection.FieldSize(*at, field)) {
      return {};
    }
    at = &reflection.GetRepeatedMessage(*at, field, path[i]);
    if (const std::string name = NameOf(*at); !name.empty()) {
      written.scope += written.scope.empty() ? name : "." + name;
    }
  }
  written.option = dynamic_cast<const pb::UninterpretedOption*>(at);
  return written;
}

// Looks `name` up in `scope`, then in what encloses it.
const pb::FieldDescriptor* FindExtension(const pb::DescriptorPool& pool,
                                         std::string_view name,
                                         std::string scope) {
  if (name.starts_with('.')) {
    return pool.FindExtensionByName(std::string(name.substr(1)));
  }
  while (true) {
    const std::string full = scope.empty() ? std::string(name) : scope + "." + std::string(name);
    const pb::FieldDescriptor* found = pool.FindExtensionByName(full);
    if (found != nullptr || scope.empty()) {
      return found;
    }
    const std::size_t dot = scope.rfind('.');
    scope.resize(dot == std::string::npos ? 0 : dot);
  }
}

const pb::Descriptor* OptionsType(const pb::DescriptorPool& pool, const std::string& name) {
  const pb::Descriptor* own = pool.FindMessageTypeByName(name);
  return own != nullptr ? own : pb::DescriptorPool::generated_pool()->FindMessageTypeByName(name);
}

// The proper beginnings of `path` that have at least `shortest` steps.
std::vector<ElementPath> Prefixes(ElementPath path, std::size_t shortest) {
  std::vector<ElementPath> out;
  while (path.size() > shortest) {
    path.pop_back();
    out.push_back(path);
  }
  return out;
}

}  // namespace

std::vector<ElementPath> OptionPaths::Interpret(const ElementPath& path) {
  if (path.size() < 3 || path[path.size() - 2] != kUninterpreted) {
    return {};
  }
  const Written written = Follow(file_, path);
  if (written.option == nullptr) {
    return {};
  }
  ElementPath out(path.begin(), path.end() - 2);
  const pb::Descriptor* holder = OptionsType(pool_, written.holder);
  const pb::FieldDescriptor* field = nullptr;
  for (const pb::UninterpretedOption::NamePart& part : written.option->name()) {
    if (holder == nullptr) {
      return {};
    }
    field = part.is_extension() ? FindExtension(pool_, part.name_part(), written.scope)
                                : holder->FindFieldByName(part.name_part());
    if (field == nullptr) {
      return {};
    }
    out.push_back(field->number());
    holder = field->message_type();
  }
  std::vector<ElementPath> paths{out};
  if (field != nullptr && field->is_repeated()) {
    const std::string list(reinterpret_cast<const char*>(out.data()), out.size() * sizeof(int));
    paths.push_back(Child(out, {repeated_[list]++}));
  }
  const std::vector<ElementPath> enclosing = Prefixes(out, path.size() - 1);
  paths.insert(paths.end(), enclosing.begin(), enclosing.end());
  return paths;
}

std::vector<ElementPath> OptionPaths::Enclosing(const ElementPath& path) const {
  const pb::Descriptor* at = file_.GetDescriptor();
  for (std::size_t i = 0; i < path.size(); ++i) {
    const pb::FieldDescriptor* field = at->FindFieldByNumber(path[i]);
    if (field == nullptr || field->message_type() == nullptr) {
      break;
    }
    if (field->name() == "options") {
      return Prefixes(path, i + 2);
    }
    at = field->message_type();
    i += field->is_repeated() ? 1U : 0U;
  }
  return {};
}

}  // namespace accord::proto
