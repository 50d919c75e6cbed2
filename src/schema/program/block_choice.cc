#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "accord/document/node.h"

#include "schema/program/block.h"
#include "schema/program/walk.h"

namespace accord::schema {
namespace {

using document::Kind;
using document::Node;

/// What one alternative says about one member.
struct Tag {
  std::optional<std::set<std::string_view>> texts;  ///< The strings it may be; nullopt: any.
  bool other_kinds = true;                          ///< It may be something else than a string.
  bool required = false;
};
using Tags = std::map<std::string_view, Tag>;

void Narrow(Tag& tag, const std::vector<const Node*>& values) {
  std::set<std::string_view> texts;
  bool others = false;
  for (const Node* value : values) {
    if (!value->is_string()) {
      others = true;
    } else if (!tag.texts || tag.texts->count(value->text()) != 0) {
      texts.insert(value->text());
    }
  }
  tag.texts = std::move(texts);
  tag.other_kinds = tag.other_kinds && others;
}

void NarrowBySchema(Tag& tag, const SchemaNode& schema) {
  for (const SchemaNode* part : Unconditional(schema)) {
    if (part->has_enum) {
      Narrow(tag, part->values);
    }
    if (part->const_value != nullptr) {
      Narrow(tag, {part->const_value});
    }
    if ((part->types & ~kStringType) == 0) {
      tag.other_kinds = false;
    }
  }
}

Tags TagsOf(const SchemaNode& branch) {
  Tags out;
  for (const SchemaNode* part : Unconditional(branch)) {
    for (const Property& property : part->properties) {
      NarrowBySchema(out[property.name], *property.schema);
    }
    for (const std::string& name : part->required) {
      out[name].required = true;
    }
  }
  return out;
}

// The member that tells most of the branches apart; empty when none does.
std::string_view BestTag(const std::vector<Tags>& branches) {
  std::map<std::string_view, std::size_t> counts;
  for (const Tags& tags : branches) {
    for (const auto& [name, tag] : tags) {
      counts[name] += tag.texts ? 1U : 0U;
    }
  }
  const auto best =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
        return a.second < b.second;
      });
  return best != counts.end() && best->second > 1 ? best->first : std::string_view{};
}

class TagCompiler {
 public:
  TagCompiler(BlockState& state, const Choice& choice, std::string_view name)
      : state_(state), choice_(choice) {
    for (const SchemaNode* branch : choice.branches) {
      Tags tags = TagsOf(*branch);
      const auto at = tags.find(name);
      tags_.push_back(at != tags.end() ? std::move(at->second) : Tag());
    }
    check_.name = state.compiler.KeyOf(name);
    check_.exactly_one = choice.exactly_one;
  }

  void Run() {
    std::set<std::string_view> all;
    for (const Tag& tag : tags_) {
      if (tag.texts) {
        all.insert(tag.texts->begin(), tag.texts->end());
      }
    }
    for (const std::string_view text : all) {
      check_.branches.push_back(
          Select([&](const Tag& tag) { return !tag.texts || tag.texts->count(text) != 0; }));
    }
    check_.values = StringSet(std::vector<std::string>(all.begin(), all.end()));
    check_.other_text = Select([](const Tag& tag) { return !tag.texts; });
    check_.other_kind = Select([](const Tag& tag) { return tag.other_kinds; });
    check_.absent = Select([](const Tag& tag) { return !tag.required; });
    state_.AddEntry(Op::kTagged, state_.program().tagged, std::move(check_), state_.unit.tracked);
  }

 private:
  template <typename Fits>
  TagCheck::Range Select(Fits fits) {
    std::vector<Code> codes;
    for (std::size_t i = 0; i < tags_.size(); ++i) {
      if (fits(tags_[i])) {
        codes.push_back(choice_.codes[i]);
      }
    }
    const auto count = static_cast<std::uint32_t>(codes.size());
    return {.first = state_.compiler.AddCodes(codes), .count = count};
  }

  BlockState& state_;
  const Choice& choice_;
  std::vector<Tag> tags_;
  TagCheck check_;
};

// So many lists of branches may the values of a tag have together.
constexpr std::size_t kMaxTagged = 100000;

}  // namespace

void CompileChoice(BlockState& state, const Choice& choice) {
  if (state.kind() == Kind::kObject && choice.branches.size() < 300) {
    std::vector<Tags> tags;
    for (const SchemaNode* branch : choice.branches) {
      tags.push_back(TagsOf(*branch));
    }
    const std::string_view name = BestTag(tags);
    std::size_t values = 0;
    for (const Tags& branch : tags) {
      const auto at = branch.find(name);
      values += at != branch.end() && at->second.texts ? at->second.texts->size() : 0U;
    }
    if (values != 0 && values * tags.size() <= kMaxTagged) {
      TagCompiler(state, choice, name).Run();
      return;
    }
  }
  state.Add(choice.exactly_one ? Op::kOneOf : Op::kAnyOf,
            state.compiler.AddCodes(choice.codes),
            choice.codes.size(),
            state.unit.tracked);
}

}  // namespace accord::schema
