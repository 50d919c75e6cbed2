#include "tests/conformance/pact_compatibility/gherkin.h"

#include <array>
#include <optional>

#include <fmt/format.h>

#include "accord/base/strings.h"

namespace accord::compatibility {
namespace {

constexpr std::array<std::string_view, 6> kStepKeywords = {
    "Given ", "When ", "Then ", "And ", "But ", "* "};
constexpr std::array<std::string_view, 4> kScenarioKeywords = {
    "Scenario Outline:", "Scenario Template:", "Scenario:", "Example:"};

/// What follows the first of the keywords that starts the line.
template <std::size_t N>
std::optional<std::string> After(std::string_view line,
                                 const std::array<std::string_view, N>& keywords) {
  for (const std::string_view keyword : keywords) {
    if (line.starts_with(keyword)) {
      return std::string(base::Trim(line.substr(keyword.size())));
    }
  }
  return std::nullopt;
}

std::optional<std::string> After(std::string_view line, std::string_view keyword) {
  return After(line, std::array{keyword});
}

/// Cells of `| a | b \| c |`; `\|`, `\\` and `\n` are the only escapes.
Row ParseRow(std::string_view line) {
  Row cells;
  std::string cell;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const char next = i + 1 < line.size() ? line[i + 1] : '\0';
    if (line[i] == '\\' && (next == '|' || next == '\\' || next == 'n')) {
      cell += next == 'n' ? '\n' : next;
      ++i;
    } else if (line[i] == '|') {
      cells.emplace_back(base::Trim(cell));
      cell.clear();
    } else {
      cell += line[i];
    }
  }
  return cells;
}

std::vector<std::string> ParseTags(std::string_view line) {
  std::vector<std::string> tags;
  for (const std::string_view word : base::Split(line.substr(0, line.find(" #")), ' ')) {
    if (word.starts_with('@')) {
      tags.emplace_back(word);
    }
  }
  return tags;
}

std::string Fill(std::string text, const Record& example) {
  for (const auto& [name, value] : example) {
    const std::string placeholder = fmt::format("<{}>", name);
    for (std::size_t at = text.find(placeholder); at != std::string::npos;
         at = text.find(placeholder, at + value.size())) {
      text.replace(at, placeholder.size(), value);
    }
  }
  return text;
}

Scenario Fill(const Scenario& outline, const Record& example, std::size_t number) {
  Scenario filled = outline;
  filled.name = fmt::format("{} #{}", Fill(outline.name, example), number);
  for (Step& step : filled.steps) {
    step.text = Fill(step.text, example);
    step.doc_string = Fill(step.doc_string, example);
    for (Row& row : step.table) {
      for (std::string& cell : row) {
        cell = Fill(cell, example);
      }
    }
  }
  return filled;
}

class FeatureParser {
 public:
  base::Result<Feature> Parse(std::string_view text) {
    for (const std::string_view raw : base::Split(text, '\n')) {
      ++line_;
      if (doc_string_end_.empty()) {
        ReadLine(base::Trim(raw));
      } else {
        ReadDocString(raw);
      }
      if (!error_.empty()) {
        return base::InputError(fmt::format("line {}: {}", line_, error_));
      }
    }
    FinishScenario();
    return std::move(feature_);
  }

 private:
  void ReadLine(std::string_view line) {
    if (line.empty() || line.starts_with('#')) {
      return;
    }
    if (line.starts_with('@')) {
      for (std::string& tag : ParseTags(line)) {
        tags_.push_back(std::move(tag));
      }
    } else if (line.starts_with('|')) {
      ReadRow(line);
    } else if (line.starts_with(R"(""")") || line.starts_with("```")) {
      doc_string_end_ = line.substr(0, 3);
    } else if (auto step = After(line, kStepKeywords)) {
      ReadStep(*std::move(step));
    } else if (!ReadHeading(line)) {
      CheckDescription(line);
    }
  }

  bool ReadHeading(std::string_view line) {
    if (auto name = After(line, "Feature:")) {
      feature_.name = *std::move(name);
      feature_tags_ = std::exchange(tags_, {});
    } else if (After(line, "Background:")) {
      steps_ = &background_;
    } else if (After(line, "Rule:")) {
      FinishScenario();
      steps_ = nullptr;
    } else if (After(line, std::array<std::string_view, 2>{"Examples:", "Scenarios:"})) {
      in_examples_ = true;
      examples_.emplace_back();
      tags_.clear();
    } else if (auto scenario = After(line, kScenarioKeywords)) {
      StartScenario(*std::move(scenario));
    } else {
      return false;
    }
    return true;
  }

  void StartScenario(std::string name) {
    FinishScenario();
    scenario_.emplace();
    scenario_->name = std::move(name);
    scenario_->tags = feature_tags_;
    scenario_->tags.insert(scenario_->tags.end(), tags_.begin(), tags_.end());
    scenario_->steps = background_;
    scenario_->line = line_;
    tags_.clear();
    steps_ = &scenario_->steps;
  }

  void FinishScenario() {
    if (!scenario_) {
      return;
    }
    std::size_t number = 0;
    for (Step& table : examples_) {
      for (const Record& example : table.Records()) {
        feature_.scenarios.push_back(Fill(*scenario_, example, ++number));
      }
    }
    if (examples_.empty()) {
      feature_.scenarios.push_back(*std::move(scenario_));
    }
    scenario_.reset();
    examples_.clear();
    in_examples_ = false;
  }

  void ReadStep(std::string text) {
    if (steps_ == nullptr) {
      error_ = "a step outside of a scenario";
      return;
    }
    steps_->push_back({.text = std::move(text), .table = {}, .doc_string = {}, .line = line_});
  }

  void ReadRow(std::string_view line) {
    if (in_examples_) {
      examples_.back().table.push_back(ParseRow(line));
    } else if (steps_ != nullptr && !steps_->empty()) {
      steps_->back().table.push_back(ParseRow(line));
    } else {
      error_ = "a table row that belongs to no step";
    }
  }

  void ReadDocString(std::string_view raw) {
    if (base::Trim(raw) == doc_string_end_) {
      doc_string_end_.clear();
    } else if (steps_ == nullptr || steps_->empty()) {
      error_ = "a doc string that belongs to no step";
    } else {
      std::string& text = steps_->back().doc_string;
      text += (text.empty() ? "" : "\n") + std::string(base::Trim(raw));
    }
  }

  /// Free text may follow a heading, never a step.
  void CheckDescription(std::string_view line) {
    const std::size_t inherited = scenario_ ? background_.size() : 0;
    if (steps_ != nullptr && steps_->size() > inherited) {
      error_ = fmt::format("'{}' is no step", line);
    }
  }

  Feature feature_;
  std::vector<std::string> feature_tags_;
  std::vector<std::string> tags_;
  std::vector<Step> background_;
  std::optional<Scenario> scenario_;
  std::vector<Step> examples_;  // Only their tables.
  std::vector<Step>* steps_ = nullptr;
  bool in_examples_ = false;
  std::string doc_string_end_;
  std::size_t line_ = 0;
  std::string error_;
};

}  // namespace

std::vector<Record> Step::Records() const {
  std::vector<Record> records;
  for (std::size_t i = 1; i < table.size(); ++i) {
    Record& record = records.emplace_back();
    for (std::size_t column = 0; column < table[0].size(); ++column) {
      record[table[0][column]] = column < table[i].size() ? table[i][column] : "";
    }
  }
  return records;
}

base::Result<Feature> ParseFeature(std::string_view text) {
  return FeatureParser().Parse(text);
}

}  // namespace accord::compatibility
