#include <algorithm>

#include <fmt/format.h>

#include "breaking/openapi/lifecycle.h"
#include "breaking/openapi/rules.h"
#include "breaking/openapi/subjects.h"

namespace accord::breaking::api {
namespace {

using openapi::Callback;
using openapi::PathItem;

void AddEndpoint(Context& context, const OperationPair& pair) {
  Add(context,
      pair,
      {kEndpointAdded, {}, "The operation was added."},
      {},
      {pair.after->source, {}});
}

void ComparePath(Context& context, const PathPair& paths) {
  const bool whole = paths.before == nullptr || paths.after == nullptr;
  for (const OperationPair& pair : PairOperations(paths)) {
    if (pair.before == nullptr) {
      AddEndpoint(context, pair);
    } else if (pair.after == nullptr) {
      CompareRemoval(context, pair, whole);
    } else {
      CompareStability(context, pair);
      if (InScope(context.options, StabilityOf(pair.after->source))) {
        CompareOperation(context, pair);
      }
    }
  }
  if (!whole && !context.merge_parameters) {
    CompareSharedParameters(context, paths);
  }
}

/// Items of callbacks by their expressions.
std::vector<PathPair> PairItems(const OperationPair& pair,
                                const Callback& before,
                                const Callback& after) {
  std::vector<PathPair> pairs;
  const auto name = [&](const PathItem& item) {
    return fmt::format("{} callback {} {}", pair.paths.path, before.name, item.path);
  };
  const auto find = [](const Callback& callback, const PathItem& item) -> const PathItem* {
    const auto found = std::ranges::find(callback.items, item.path, &PathItem::path);
    return found == callback.items.end() ? nullptr : &*found;
  };
  for (const PathItem& item : before.items) {
    pairs.push_back({.before = &item,
                     .after = find(after, item),
                     .path = name(item),
                     .outbound = !pair.paths.outbound});
  }
  for (const PathItem& item : after.items) {
    if (find(before, item) == nullptr) {
      pairs.push_back({.after = &item, .path = name(item), .outbound = !pair.paths.outbound});
    }
  }
  return pairs;
}

const Callback* Find(const std::vector<Callback>& callbacks, const std::string& name) {
  const auto found = std::ranges::find(callbacks, name, &Callback::name);
  return found == callbacks.end() ? nullptr : &*found;
}

}  // namespace

void ComparePaths(Context& context) {
  for (const PathPair& paths : PairPaths(context)) {
    ComparePath(context, paths);
  }
}

void CompareWebhooks(Context& context) {
  for (const PathPair& paths : PairWebhooks(context)) {
    const std::string name = paths.path.substr(paths.path.find(':') + 1);
    if (paths.before == nullptr) {
      AddTo(context,
            "components",
            {kWebhookAdded, {name}, fmt::format("The webhook '{}' was added.", name)},
            {},
            {paths.after->source, {}});
    } else if (paths.after == nullptr) {
      AddTo(context,
            "components",
            {kWebhookRemoved, {name}, fmt::format("The webhook '{}' was removed.", name)},
            {paths.before->source, {}},
            {});
    } else {
      ComparePath(context, paths);
    }
  }
}

void CompareOperation(Context& context, const OperationPair& pair) {
  CompareLifecycle(context, pair);
  CompareParameters(context, pair);
  CompareRequestBody(context, pair);
  CompareResponses(context, pair);
  CompareSecurity(context, pair);
  CompareServers(context, pair);
  CompareCallbacks(context, pair);
}

void CompareCallbacks(Context& context, const OperationPair& pair) {
  if (!context.strict()) {
    return;
  }
  const auto say = [&](const finding::RuleInfo& rule,
                       const std::string& name,
                       const Place& before,
                       const Place& after) {
    Add(context,
        pair,
        {rule,
         {name},
         fmt::format("The callback '{}' was {}.", name, after.value ? "added" : "removed")},
        before,
        after);
  };
  for (const Callback& callback : pair.before->callbacks) {
    const Callback* same = Find(pair.after->callbacks, callback.name);
    if (same == nullptr) {
      say(kCallbackRemoved, callback.name, {callback.source, {}}, {});
      continue;
    }
    for (const PathPair& paths : PairItems(pair, callback, *same)) {
      ComparePath(context, paths);
    }
  }
  for (const Callback& callback : pair.after->callbacks) {
    if (Find(pair.before->callbacks, callback.name) == nullptr) {
      say(kCallbackAdded, callback.name, {}, {callback.source, {}});
    }
  }
}

}  // namespace accord::breaking::api
