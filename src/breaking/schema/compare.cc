#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "accord/breaking/schema.h"
#include "accord/schema/library.h"
#include "accord/schema/schema.h"

#include "breaking/references.h"
#include "breaking/schema/judge.h"
#include "breaking/schema/rules.h"

namespace accord::breaking {
namespace {

using document::DocumentPtr;
using finding::Finding;
using Entry = SchemaSources::Entry;

/// The same on both sides, so that what did not move has the same URI in both.
constexpr std::string_view kRoot = "file:///";

void Append(std::vector<Finding>& to, std::vector<Finding> from) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

/// One version: compiles its documents.
class Side {
 public:
  Side(const SchemaSources& sources, const SchemaOptions& options)
      : options_(options), library_(std::make_shared<schema::Library>()) {
    library_->Add(sources.set(), std::string(kRoot));
    for (const auto& set : options.libraries) {
      library_->Add(set, schema::FileUri(set->name() + "/"));
    }
    for (const Entry& entry : sources.entries()) {
      library_->Keep(UriOf(entry), entry.document);
    }
  }

  schema::CompileResult Compile(const Entry& entry) const {
    return schema::Compile(document::Value(entry.document), Options(UriOf(entry), true));
  }

  /// Of a document that was compiled: no need to look for its faults again.
  CompilePart Part(const Entry& entry) const {
    return [this, uri = UriOf(entry), document = entry.document](
               const schema::SchemaNode& node) -> schema::SchemaPtr {
      const std::string& base = node.source.document() == document ? uri : node.resource->uri;
      return schema::Compile(node.source, Options(base, false)).schema;
    };
  }

 private:
  static std::string UriOf(const Entry& entry) {
    return schema::FileUri(std::string("/") + entry.path);
  }

  schema::CompileOptions Options(std::string uri, bool check) const {
    schema::CompileOptions options;
    options.dialect = options_.dialect;
    options.uri = std::move(uri);
    options.formats =
        options_.assert_formats ? schema::Formats::kAssert : schema::Formats::kByDialect;
    options.check_meta_schema = check;
    options.with_program = false;
    options.load = [library = library_](const std::string& wanted) {
      return library->Load(wanted);
    };
    return options;
  }

  const SchemaOptions& options_;
  std::shared_ptr<schema::Library> library_;
};

struct Matched {
  std::vector<std::pair<const Entry*, const Entry*>> pairs;
  std::vector<const Entry*> removed;
  std::size_t added = 0;
};

/// By path, then by identifier; the only document of each side in any case.
Matched Match(const SchemaSources& before, const SchemaSources& after) {
  Matched matched;
  if (before.entries().size() == 1 && after.entries().size() == 1) {
    matched.pairs.emplace_back(&before.entries().front(), &after.entries().front());
    return matched;
  }
  std::map<std::string_view, const Entry*> by_path;
  std::map<std::string_view, const Entry*> by_id;
  for (const Entry& entry : before.entries()) {
    by_path.emplace(entry.path, &entry);
  }
  std::vector<const Entry*> elsewhere;
  for (const Entry& entry : after.entries()) {
    const auto same = by_path.find(entry.path);
    if (same == by_path.end()) {
      elsewhere.push_back(&entry);
      continue;
    }
    matched.pairs.emplace_back(same->second, &entry);
    by_path.erase(same);
  }
  for (const auto& [path, entry] : by_path) {
    const std::string_view id = schema::IdentifierOf(entry->document->root());
    if (!id.empty()) {
      by_id.emplace(id, entry);
    }
  }
  for (const Entry* entry : elsewhere) {
    const auto same = by_id.find(schema::IdentifierOf(entry->document->root()));
    if (same == by_id.end()) {
      ++matched.added;
      continue;
    }
    matched.pairs.emplace_back(same->second, entry);
    by_path.erase(same->second->path);
    by_id.erase(same);
  }
  for (const auto& [path, entry] : by_path) {
    matched.removed.push_back(entry);
  }
  return matched;
}

Finding Deleted(const Entry& entry) {
  Finding finding =
      finding::Make(kSchemaDeleted, fmt::format("The schema '{}' was deleted.", entry.path));
  finding.previous = entry.document->SpanOf(entry.document->root());
  finding.element = entry.path;
  finding.breaks = {finding::Audience::kJson};
  finding.directions = {finding::Direction::kStoredData};
  return finding;
}

class Comparer {
 public:
  Comparer(const SchemaSources& before, const SchemaSources& after, const SchemaOptions& options)
      : before_(before),
        after_(after),
        options_(options),
        old_(before, options),
        new_(after, options) {}

  SchemaComparison Compare() {
    const Matched matched = Match(before_, after_);
    result_.added = matched.added;
    result_.removed = matched.removed.size();
    Append(result_.faults, before_.findings());
    Append(result_.faults, after_.findings());
    const bool all_alike = std::ranges::all_of(matched.pairs, [](const auto& pair) {
      return pair.first->document->source() == pair.second->document->source();
    });
    const bool one_set = matched.removed.empty() && matched.added == 0 && all_alike;
    for (const auto& [old_one, new_one] : matched.pairs) {
      const bool alike = old_one->document->source() == new_one->document->source();
      if (alike && (one_set || !RefersToOthers(new_one->document->root()))) {
        ++result_.unchanged;
      } else {
        ComparePair(*old_one, *new_one);
      }
    }
    for (const Entry* entry : matched.removed) {
      result_.findings.push_back(Deleted(*entry));
    }
    std::erase_if(result_.findings, [this](const Finding& finding) {
      return !options_.rules.Enabled(*finding.rule);
    });
    std::ranges::stable_sort(result_.findings, [](const Finding& a, const Finding& b) {
      return std::tie(a.span.file, a.span.start.line, a.span.start.column) <
             std::tie(b.span.file, b.span.start.line, b.span.start.column);
    });
    return std::move(result_);
  }

 private:
  void ComparePair(const Entry& old_one, const Entry& new_one) {
    ++result_.compared;
    schema::CompileResult before = old_.Compile(old_one);
    schema::CompileResult after = new_.Compile(new_one);
    const bool both = before.schema != nullptr && after.schema != nullptr;
    if (!before.schema) {
      Append(result_.faults, std::move(before.findings));
    }
    Append(result_.faults, std::move(after.findings));
    if (both) {
      result_.known.emplace(new_one.path, before.schema);
      Append(result_.findings,
             JudgePair({new_one.path,
                        std::move(before.schema),
                        std::move(after.schema),
                        old_.Part(old_one),
                        new_.Part(new_one)},
                       options_));
    }
  }

  const SchemaSources& before_;
  const SchemaSources& after_;
  const SchemaOptions& options_;
  Side old_;
  Side new_;
  SchemaComparison result_;
};

}  // namespace

SchemaComparison CompareSchemas(const SchemaSources& before,
                                const SchemaSources& after,
                                const SchemaOptions& options) {
  return Comparer(before, after, options).Compare();
}

}  // namespace accord::breaking
