#include "schema/build/meta_check.h"

#include <algorithm>
#include <array>
#include <mutex>

#include "accord/schema/validate.h"

namespace accord::schema {
namespace {

SchemaPtr CompileMetaSchema(const document::DocumentPtr& document,
                            const std::string& uri,
                            const LoadDocument& load) {
  CompileOptions options;
  options.uri = uri;
  options.load = load;
  options.check_meta_schema = false;
  return document == nullptr ? nullptr : Compile(document::Value(document), options).schema;
}

// Compiled once in the life of the process.
const SchemaPtr& StandardMetaSchema(Dialect dialect) {
  struct Slot {
    std::once_flag compiled;
    SchemaPtr schema;
  };
  static std::array<Slot, 7> slots;
  Slot& slot = slots[static_cast<std::size_t>(dialect)];
  std::call_once(slot.compiled, [&] {
    const std::string_view uri = MetaSchemaUri(dialect);
    slot.schema = CompileMetaSchema(MetaSchema(uri), std::string(uri), {});
  });
  return slot.schema;
}

SchemaPtr MetaSchemaOf(const Language& language, const LoadDocument& load) {
  if (DialectOf(language.meta_schema)) {
    return StandardMetaSchema(language.dialect);
  }
  base::Result<document::DocumentPtr> document = load(language.meta_schema);
  return document.ok() ? CompileMetaSchema(*document, language.meta_schema, load) : nullptr;
}

// A resource that is written in another language than what surrounds it.
using ForeignPart = finding::Span;

bool Before(const finding::Position& a, const finding::Position& b) {
  return a.line != b.line ? a.line < b.line : a.column < b.column;
}

class MetaCheck {
 public:
  MetaCheck(const SchemaRegistry& registry, const LoadDocument& load, SchemaFaults& faults)
      : registry_(registry), load_(load), faults_(faults) {}

  void Check(const document::Value& schema, const Language& language) {
    const SchemaPtr meta = MetaSchemaOf(language, load_);
    if (meta == nullptr || IsValid(*meta, *schema)) {
      return;
    }
    const std::vector<ForeignPart> foreign = ForeignParts(schema, language);
    for (const finding::Finding& finding : Explain(*meta, schema)) {
      if (!Inside(foreign, finding.span.start) && !Known(finding.span)) {
        finding::Finding fault =
            finding::Make(kSchemaInvalid,
                          std::string(ToString(language.dialect)) + ": " + finding.message,
                          finding.span);
        fault.path = finding.path;
        fault.expected = finding.expected;
        fault.actual = finding.actual;
        faults_.Add(std::move(fault));
      }
    }
  }

  /// Checks the resources inside that another language, or a part in one, surrounds.
  void CheckForeign(const document::Value& schema, const Language& language) {
    const std::vector<ForeignPart> foreign = ForeignParts(schema, language);
    if (foreign.empty()) {
      return;
    }
    for (const ResourceScope* scope : ResourcesInside(schema)) {
      const document::Value inner = schema.Child(scope->root);
      if (Inside(foreign, inner.Span().start)) {
        Check(inner, *scope->language);
      }
    }
  }

 private:
  std::vector<const ResourceScope*> ResourcesInside(const document::Value& schema) const {
    std::vector<const ResourceScope*> inside;
    for (const ResourceScope& scope : registry_.scopes()) {
      const document::Node& root = *scope.root;
      if (scope.document == schema.document() && &root != schema.get() &&
          root.begin() >= schema->begin() && root.end() <= schema->end()) {
        inside.push_back(&scope);
      }
    }
    return inside;
  }

  std::vector<ForeignPart> ForeignParts(const document::Value& schema,
                                        const Language& language) const {
    std::vector<ForeignPart> parts;
    for (const ResourceScope* scope : ResourcesInside(schema)) {
      if (scope->language->meta_schema != language.meta_schema) {
        parts.push_back(schema.document()->SpanOf(*scope->root));
      }
    }
    return parts;
  }

  static bool Inside(const std::vector<ForeignPart>& parts, const finding::Position& position) {
    return std::any_of(parts.begin(), parts.end(), [&](const ForeignPart& part) {
      return !Before(position, part.start) && Before(position, part.end);
    });
  }

  bool Known(const finding::Span& span) const {
    const auto& findings = faults_.findings();
    return std::any_of(findings.begin(), findings.end(), [&](const finding::Finding& known) {
      return known.rule == &kSchemaInvalid && known.span.start == span.start &&
             known.span.file == span.file;
    });
  }

  const SchemaRegistry& registry_;
  const LoadDocument& load_;
  SchemaFaults& faults_;
};

}  // namespace

void CheckMetaSchema(const document::Value& schema,
                     const Language& language,
                     const SchemaRegistry& registry,
                     const LoadDocument& load,
                     SchemaFaults& faults) {
  MetaCheck check(registry, load, faults);
  check.Check(schema, language);
  check.CheckForeign(schema, language);
}

}  // namespace accord::schema
