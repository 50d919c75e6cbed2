#include "breaking/openapi/parameter_pairs.h"

#include <algorithm>
#include <set>

#include "accord/base/strings.h"

namespace accord::breaking::api {
namespace {

using document::Value;
using openapi::Description;
using openapi::In;
using openapi::Parameter;
using Parameters = std::vector<const Parameter*>;

bool InQueryOrCookie(const Parameter& parameter) {
  return parameter.in == In::kQuery || parameter.in == In::kCookie;
}

/// The members of an object that is written as one parameter for each; empty for other parameters.
Value ExplodedMembers(const Description& description, const Parameter& parameter) {
  if (!InQueryOrCookie(parameter) || !parameter.explode || parameter.style != "form" ||
      !parameter.schema) {
    return {};
  }
  const Value schema = description.Resolve(parameter.schema);
  const document::Node* type = schema ? schema->Find("type") : nullptr;
  const document::Node* members = schema ? schema->Find("properties") : nullptr;
  const bool object = type != nullptr && type->text() == "object";
  return object && members != nullptr && !members->members().empty() ? schema.Child(members)
                                                                     : Value();
}

class Pairing {
 public:
  Pairing(const Context& context, const PathPair& paths) : context_(context), paths_(paths) {}

  std::vector<ParameterPair> Run(const Parameters& before, const Parameters& after) {
    PairExploded(before, context_.after, after, false);
    PairExploded(after, context_.before, before, true);
    for (const Parameter* one : before) {
      if (taken_.count(one) != 0) {
        continue;
      }
      const auto same = std::ranges::find_if(after, [&](const Parameter* other) {
        return taken_.count(other) == 0 && IsSame(*one, *other);
      });
      if (same == after.end()) {
        pairs_.push_back({.before = one});
        continue;
      }
      taken_.insert(*same);
      pairs_.push_back({one, *same, one->schema, (*same)->schema});
    }
    for (const Parameter* one : after) {
      if (taken_.count(one) == 0) {
        pairs_.push_back({.after = one});
      }
    }
    return std::move(pairs_);
  }

 private:
  bool IsSame(const Parameter& before, const Parameter& after) const {
    if (before.in != after.in) {
      return false;
    }
    if (before.in == In::kHeader) {
      return base::EqualsIgnoreCase(before.name, after.name);
    }
    const auto renamed = paths_.renamed.find(before.name);
    const bool moved = before.in == In::kPath && renamed != paths_.renamed.end();
    return (moved ? renamed->second : before.name) == after.name;
  }

  static bool Has(const Parameters& parameters, const Parameter& wanted) {
    return std::ranges::any_of(parameters, [&wanted](const Parameter* one) {
      return one->in == wanted.in && one->name == wanted.name;
    });
  }

  /// Pairs plain parameters of one version with members of objects of the other.
  void PairExploded(const Parameters& plain,
                    const Description& description,
                    const Parameters& objects,
                    bool objects_are_old) {
    for (const Parameter* object : objects) {
      const Value members = ExplodedMembers(description, *object);
      if (!members) {
        continue;
      }
      const bool stays = Has(plain, *object);
      for (const Parameter* one : plain) {
        const document::Node* member = members->Find(one->name);
        if (member == nullptr || one->in != object->in || taken_.count(one) != 0 ||
            Has(objects, *one)) {
          continue;
        }
        const Value schema = members.Child(member);
        pairs_.push_back(objects_are_old ? ParameterPair{object, one, schema, one->schema, one}
                                         : ParameterPair{one, object, one->schema, schema, one});
        taken_.insert(one);
        if (!stays) {
          taken_.insert(object);
        }
      }
    }
  }

  const Context& context_;
  const PathPair& paths_;
  std::set<const Parameter*> taken_;
  std::vector<ParameterPair> pairs_;
};

}  // namespace

std::vector<ParameterPair> PairParameters(const Context& context,
                                          const PathPair& paths,
                                          const Parameters& before,
                                          const Parameters& after) {
  return Pairing(context, paths).Run(before, after);
}

}  // namespace accord::breaking::api
