#include <algorithm>
#include <iterator>
#include <string>

#include "accord/document/node.h"

#include "schema/program/block.h"

namespace accord::schema {
namespace {

using document::Kind;
using document::Node;
using Values = std::vector<const Node*>;
using NumberForm = NumberCheck::Form;

Values OfKind(const std::vector<const Node*>& values, Kind kind) {
  Values out;
  std::copy_if(values.begin(), values.end(), std::back_inserter(out), [&](const Node* value) {
    return value->kind() == kind;
  });
  return out;
}

// The lists of values of which the instance must be one, without other kinds.
std::vector<Values> ValueLists(const BlockState& state) {
  std::vector<Values> lists;
  for (const SchemaNode* node : state.nodes) {
    if (node->has_enum) {
      lists.push_back(OfKind(node->values, state.kind()));
    }
    if (node->const_value != nullptr) {
      lists.push_back(OfKind({node->const_value}, state.kind()));
    }
  }
  return lists;
}

void CompileBooleans(BlockState& state, const std::vector<Values>& lists) {
  const auto may_be = [&](bool value) {
    return std::all_of(lists.begin(), lists.end(), [&](const Values& list) {
      return std::any_of(
          list.begin(), list.end(), [&](const Node* node) { return node->boolean() == value; });
    });
  };
  const bool may_be_true = may_be(true);
  const bool may_be_false = may_be(false);
  state.code.never = state.code.never || (!may_be_true && !may_be_false);
  if (may_be_true != may_be_false) {
    state.Add(Op::kBoolean, 0, may_be_true ? 1 : 0);
  }
}

void CompileTexts(BlockState& state, const std::vector<Values>& lists) {
  std::vector<std::string> common;
  for (std::size_t i = 0; i < lists.size(); ++i) {
    std::vector<std::string> texts;
    for (const Node* value : lists[i]) {
      texts.emplace_back(value->text());
    }
    std::sort(texts.begin(), texts.end());
    texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
    std::vector<std::string> both;
    std::set_intersection(
        common.begin(), common.end(), texts.begin(), texts.end(), std::back_inserter(both));
    common = i == 0 ? std::move(texts) : std::move(both);
  }
  if (common.empty()) {
    state.code.never = true;
  } else if (common.size() == 1) {
    state.Add(Op::kStringIs, state.compiler.AddText(common.front()));
  } else {
    state.AddEntry(Op::kStringIn, state.program().string_sets, StringSet(std::move(common)));
  }
}

std::optional<std::int64_t> FloorOf(const Decimal& value) {
  const std::optional<Decimal> floor = value.RoundDownTo(Decimal(1));
  return floor ? floor->ToInt64() : std::nullopt;
}

void LimitBelow(NumberCheck& check, const Bound& bound) {
  const std::optional<std::int64_t> floor = FloorOf(bound.value);
  check.minimums.push_back({.value = bound.value, .exclusive = bound.exclusive, .floor = floor});
  const bool next = bound.exclusive || !bound.value.is_integer();
  if (!floor && bound.value.negative()) {
    return;
  }
  if (!floor || (next && *floor == INT64_MAX)) {
    check.low = INT64_MAX;
    check.high = INT64_MIN;
    return;
  }
  check.low = std::max(check.low, *floor + (next ? 1 : 0));
}

void LimitAbove(NumberCheck& check, const Bound& bound) {
  const std::optional<std::int64_t> floor = FloorOf(bound.value);
  check.maximums.push_back({.value = bound.value, .exclusive = bound.exclusive, .floor = floor});
  const bool previous = bound.exclusive && bound.value.is_integer();
  if (!floor && !bound.value.negative()) {
    return;
  }
  if (!floor || (previous && *floor == INT64_MIN)) {
    check.low = INT64_MAX;
    check.high = INT64_MIN;
    return;
  }
  check.high = std::min(check.high, *floor - (previous ? 1 : 0));
}

// digits × 10^-scale, when both are small.
void SetStep(NumberCheck& check) {
  if (check.steps.size() != 1) {
    return;
  }
  Decimal scaled = check.steps.front();
  for (std::uint32_t scale = 0; scale <= 9; ++scale) {
    if (scaled.is_integer()) {
      const std::optional<std::int64_t> step = scaled.ToInt64();
      check.step = step.value_or(0);
      check.step_scale = scale;
      return;
    }
    const Decimal once = scaled;
    for (int i = 1; i < 10; ++i) {
      const std::optional<Decimal> sum = Decimal::Sum(scaled, once);
      if (!sum) {
        return;
      }
      scaled = *sum;
    }
  }
}

void SetDigits(NumberCheck& check) {
  constexpr std::uint8_t kMost = 18;  // Of a short natural.
  std::int64_t first = 0;
  std::int64_t last = 9;
  for (std::uint8_t digits = 1;; ++digits) {
    if (first >= check.low && last <= check.high) {
      check.least_digits = check.most_digits == 0 ? digits : check.least_digits;
      check.most_digits = digits;
    }
    if (digits == kMost) {
      return;
    }
    first = last + 1;
    last = last * 10 + 9;
  }
}

// False when no number has the types of all schemas.
bool SetForm(const BlockState& state, NumberCheck& check) {
  TypeSet types = kNumberType;
  bool strict = false;
  for (const SchemaNode* node : state.nodes) {
    types &= node->types;
    strict = strict || (node->strict_integer && (node->types & kNumberType) == kIntegerType);
  }
  if ((types & kNumberType) == 0) {
    return false;
  }
  if ((types & kNumberType) == kIntegerType) {
    check.form = strict ? NumberForm::kIntegerText : NumberForm::kIntegral;
  } else if ((types & kNumberType) == kFractionType) {
    check.form = NumberForm::kFraction;
  }
  return true;
}

void SetLimits(const BlockState& state, NumberCheck& check) {
  for (const SchemaNode* node : state.nodes) {
    for (const auto* bound : {&node->minimum, &node->second_minimum}) {
      if (*bound) {
        LimitBelow(check, **bound);
      }
    }
    for (const auto* bound : {&node->maximum, &node->second_maximum}) {
      if (*bound) {
        LimitAbove(check, **bound);
      }
    }
    if (node->multiple_of) {
      check.steps.push_back(*node->multiple_of);
    }
  }
  SetStep(check);
  check.plain = check.steps.empty() && check.form != NumberForm::kFraction;
  SetDigits(check);
}

void CompileFormats(BlockState& state) {
  for (const SchemaNode* node : state.nodes) {
    if (node->assert_format && !node->format.empty()) {
      state.Add(Op::kFormat, state.compiler.AddText(node->format));
    }
  }
}

}  // namespace

void CompileEnums(BlockState& state) {
  std::vector<Values> lists = ValueLists(state);
  if (lists.empty()) {
    return;
  }
  if (std::any_of(lists.begin(), lists.end(), [](const Values& list) { return list.empty(); })) {
    state.code.never = true;
    return;
  }
  switch (state.kind()) {
    case Kind::kNull:
      return;
    case Kind::kBool:
      CompileBooleans(state, lists);
      return;
    case Kind::kString:
      CompileTexts(state, lists);
      return;
    case Kind::kNumber:
    case Kind::kArray:
    case Kind::kObject:
      for (Values& list : lists) {
        state.AddEntry(state.kind() == Kind::kNumber ? Op::kNumberIn : Op::kValueIn,
                       state.program().value_lists,
                       std::move(list));
      }
      return;
  }
}

void CompileNumbers(BlockState& state) {
  if (state.kind() != Kind::kNumber) {
    return;
  }
  NumberCheck check;
  if (!SetForm(state, check)) {
    state.code.never = true;
    return;
  }
  SetLimits(state, check);
  const bool limited = !check.minimums.empty() || !check.maximums.empty() || !check.steps.empty();
  if (!limited && check.form == NumberForm::kIntegral) {
    state.Add(Op::kInteger);
  } else if (limited || check.form != NumberForm::kAny) {
    state.AddEntry(Op::kNumber, state.program().numbers, std::move(check));
  }
  CompileFormats(state);
}

void CompileStrings(BlockState& state) {
  if (state.kind() != Kind::kString) {
    return;
  }
  std::uint64_t least = 0;
  std::uint64_t greatest = UINT64_MAX;
  for (const SchemaNode* node : state.nodes) {
    least = std::max(least, node->min_length);
    greatest = std::min(greatest, node->max_length.value_or(UINT64_MAX));
    if (node->pattern != nullptr) {
      state.AddEntry(
          Op::kPattern, state.program().patterns, static_cast<const Pattern*>(node->pattern.get()));
    }
  }
  state.code.never = state.code.never || least > greatest || least > UINT32_MAX;
  if (least != 0 || greatest != UINT64_MAX) {
    state.Add(Op::kLength, static_cast<std::uint32_t>(least), greatest);
  }
  CompileFormats(state);
}

}  // namespace accord::schema
