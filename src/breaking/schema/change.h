#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accord/finding/finding.h"
#include "accord/schema/ir.h"

#include "breaking/schema/rules.h"

namespace accord::breaking {

/// One keyword that differs between two versions of one schema. What it means for data is for
/// Includes to say: this only gives it a name.
struct KeywordChange {
  Axis axis = Axis::kSchema;
  Action action = Action::kChanged;
  std::string name;  ///< The property it is about; empty for others.
  std::string what;  ///< "the maximum was lowered from 100 to 50".
  finding::Span before;
  finding::Span after;
};

/// What a change may do to old data read by the new version, and to new data read by the old one.
bool MayBreakBackward(const KeywordChange& change);
bool MayBreakForward(const KeywordChange& change);

/// Whether a keyword is among those of an axis.
bool IsAbout(Axis axis, std::string_view keyword);

/// Two versions of one schema, and what is found about them.
struct NodeChanges {
  const schema::SchemaNode& before;
  const schema::SchemaNode& after;
  std::vector<KeywordChange> changes;

  void Add(Axis axis, Action action, std::string_view keyword, std::string what);
};

void CompareValues(NodeChanges& pair);
void CompareNumbers(NodeChanges& pair);
void CompareStrings(NodeChanges& pair);
void CompareArrays(NodeChanges& pair);
void CompareObjects(NodeChanges& pair);
void CompareComposition(NodeChanges& pair);

/// Every keyword that differs, leaving subschemas to their own comparison.
std::vector<KeywordChange> ChangesOf(const schema::SchemaNode& before,
                                     const schema::SchemaNode& after);

}  // namespace accord::breaking
