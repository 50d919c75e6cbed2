#include "accord/pact/merge.h"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "pact/difference.h"
#include "pact/writer.h"

namespace accord::pact {
namespace {

/// What makes two interactions the same one: kind, description and states; before version 4 also
/// the parameters of the states. Lengths stand in front so that no two lists run together.
std::string Identity(const Interaction& interaction, SpecVersion version) {
  std::string identity = fmt::format("{}:{}:{}",
                                     static_cast<int>(interaction.kind),
                                     interaction.description.size(),
                                     interaction.description);
  for (const ProviderState& state : interaction.states) {
    identity += fmt::format("|{}:{}", state.name.size(), state.name);
    if (version < SpecVersion::kV4 && state.params) {
      identity += document::WriteJson(*state.params, {.indent = 0, .sort_keys = true});
    }
  }
  return identity;
}

/// Finds the interaction of a contract that another one stands for.
class Index {
 public:
  Index(const std::vector<Interaction>& interactions, SpecVersion version) : version_(version) {
    for (std::size_t i = 0; i < interactions.size(); ++i) {
      Add(interactions[i], i);
    }
  }

  void Add(const Interaction& interaction, std::size_t place) {
    by_identity_.emplace(Identity(interaction, version_), place);
    if (!interaction.key.empty()) {
      by_key_.emplace(interaction.key, place);
    }
  }

  std::optional<std::size_t> FindKey(const std::string& key) const {
    return key.empty() ? std::nullopt : Find(by_key_, key);
  }
  /// All places of one identity, in no order.
  template <typename Accept>
  std::optional<std::size_t> FindIdentity(const Interaction& interaction, Accept accept) const {
    const auto [begin, end] = by_identity_.equal_range(Identity(interaction, version_));
    const auto found =
        std::find_if(begin, end, [&](const auto& entry) { return accept(entry.second); });
    return found == end ? std::nullopt : std::optional(found->second);
  }

 private:
  using Places = std::unordered_multimap<std::string, std::size_t>;
  static std::optional<std::size_t> Find(const Places& places, const std::string& key) {
    const auto found = places.find(key);
    return found == places.end() ? std::nullopt : std::optional(found->second);
  }

  SpecVersion version_;
  Places by_identity_;
  Places by_key_;
};

base::Result<void> CheckParticipants(const Pact& existing, const Pact& update) {
  if (existing.consumer == update.consumer && existing.provider == update.provider) {
    return {};
  }
  return base::InputError(
      fmt::format("the existing contract is between \"{}\" and \"{}\", the new one between \"{}\" "
                  "and \"{}\"; they cannot be merged",
                  existing.consumer,
                  existing.provider,
                  update.consumer,
                  update.provider));
}

/// What an interaction promises, without what tools and brokers add.
document::DocumentPtr ContentOf(const Interaction& interaction) {
  Interaction content;
  content.kind = interaction.kind;
  content.request = interaction.request;
  content.response = interaction.response;
  content.message = interaction.message;
  content.replies = interaction.replies;
  document::Builder out;
  Writer writer{.out = out, .version = SpecVersion::kV4};
  WriteInteraction(writer, content);
  return out.Finish();
}

/// Before version 4 an interaction that says something else under the same name is a mistake.
base::Result<void> CheckSame(const Interaction& existing, const Interaction& update) {
  const document::DocumentPtr before = ContentOf(existing);
  const document::DocumentPtr after = ContentOf(update);
  const std::string difference = FirstDifference(before->root(), after->root());
  if (difference.empty()) {
    return {};
  }
  return base::InputError(fmt::format(
      "the contract already has an interaction {} with another content: {}; give one of them "
      "another description or state",
      NameOf(update),
      difference));
}

void MergeExtras(Extras& to, const Extras& from) {
  for (const auto& extra : from) {
    const auto same = std::find_if(
        to.begin(), to.end(), [&](const auto& known) { return known.first == extra.first; });
    if (same == to.end()) {
      to.push_back(extra);
    } else {
      same->second = extra.second;
    }
  }
}

/// A plugin of the same version may have collected data for either contract.
void MergePlugins(std::vector<Plugin>& to, const std::vector<Plugin>& from) {
  for (const Plugin& plugin : from) {
    const auto same = std::find_if(to.begin(), to.end(), [&](const Plugin& known) {
      return known.name == plugin.name && known.version == plugin.version;
    });
    if (same == to.end()) {
      to.push_back(plugin);
    } else if (plugin.configuration) {
      same->configuration = MergeObjects(same->configuration, plugin.configuration);
    }
  }
}

class Merger {
 public:
  Merger(const Pact& existing, SpecVersion version)
      : merged_(existing), index_(existing.interactions, version) {
    merged_.version = version;
    merged_.document = nullptr;
  }

  base::Result<Pact> Add(const Pact& update) {
    for (const Interaction& interaction : update.interactions) {
      if (base::Result<void> added = AddInteraction(interaction); !added.ok()) {
        return added.error();
      }
    }
    MergePlugins(merged_.plugins, update.plugins);
    MergeExtras(merged_.consumer_extras, update.consumer_extras);
    MergeExtras(merged_.provider_extras, update.provider_extras);
    MergeExtras(merged_.metadata, update.metadata);
    MergeExtras(merged_.extras, update.extras);
    return std::move(merged_);
  }

 private:
  base::Result<void> AddInteraction(const Interaction& interaction) {
    const std::optional<std::size_t> place = Find(interaction);
    if (!place) {
      index_.Add(interaction, merged_.interactions.size());
      merged_.interactions.push_back(interaction);
      return {};
    }
    if (merged_.version < SpecVersion::kV4) {
      return CheckSame(merged_.interactions[*place], interaction);
    }
    merged_.interactions[*place] = interaction;
    index_.Add(interaction, *place);
    return {};
  }

  /// Two keys that differ make two interactions, whatever else they have in common.
  std::optional<std::size_t> Find(const Interaction& interaction) const {
    if (const std::optional<std::size_t> place = index_.FindKey(interaction.key)) {
      return place;
    }
    return index_.FindIdentity(interaction, [&](std::size_t place) {
      return merged_.interactions[place].key.empty() || interaction.key.empty();
    });
  }

  Pact merged_;
  Index index_;
};

}  // namespace

base::Result<Pact> Merge(const Pact& existing, const Pact& update) {
  if (base::Result<void> same = CheckParticipants(existing, update); !same.ok()) {
    return same.error();
  }
  return Merger(existing, std::max(existing.version, update.version)).Add(update);
}

}  // namespace accord::pact
