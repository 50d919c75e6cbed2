#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "accord/breaking/policy.h"
#include "accord/finding/finding.h"

namespace accord::cli {

/// One report to write: a format and where to.
struct Output {
  std::string format;
  std::string file;  ///< Empty: standard output.
};

/// What every command that reports has in common.
struct ReportSettings {
  std::vector<Output> outputs;
  std::string color = "auto";
  std::string fail_on = "error";
  bool verbose = false;
  bool quiet = false;  ///< No progress and no notices.
};

/// Everything `accord verify` can be told, by flags or by the file.
struct VerifySettings {
  std::vector<std::string> contracts;
  std::string provider_url;
  std::string provider;  ///< Only contracts of this provider.
  std::string message_url;
  std::vector<std::string> headers;

  std::string state_change_url;
  std::vector<std::string> state_headers;
  bool state_as_query = false;
  bool teardown = true;

  std::vector<std::string> consumers;
  std::string description;
  std::string state;
  bool without_state = false;

  std::string ca_file;
  std::string certificate;
  std::string key;
  bool insecure = false;

  std::string timeout = "30s";
  std::string connect_timeout = "5s";
  std::string max_body = "64MiB";
  std::string max_response_time;
  std::size_t jobs = 1;
  bool fail_fast = false;
  bool allow_empty = false;
  bool list = false;
  bool numbers_by_value = false;
  bool one_to_one_variants = false;

  bool publish = false;
  std::string provider_version;
  std::string provider_branch;
  std::string build_url;

  ReportSettings report;
};

/// Everything `accord breaking` can be told, by flags or by the file.
struct BreakingSettings {
  std::vector<std::string> inputs;  ///< OLD … NEW; with `against`, what to compare with it.
  std::string against;              ///< A git ref.
  std::vector<std::string> roots;   ///< Import roots of .proto files.

  std::vector<std::string> use;  ///< Rules and categories; empty: buf.yaml's, else FILE.
  std::vector<std::string> except;
  std::vector<std::string> severities;  ///< `RULE=error|warning|info|off`.
  std::vector<breaking::Ignore> ignores;
  bool ignore_unstable_packages = false;
  std::string baseline;
  std::string write_baseline;
  std::string compat;  ///< `buf`, or empty.
  bool witnesses = true;
  bool allow_empty = false;

  std::string profile = "strict";         ///< Of OpenAPI documents: `strict` or `oasdiff`.
  std::string level = "warning";          ///< Least severity of findings about them that is shown.
  std::size_t deprecation_days_beta = 0;  ///< 0: no sunset is asked for.
  std::size_t deprecation_days_stable = 0;
  std::string stability_level = "beta";

  std::string family;             ///< Only this kind of contracts; empty: all there are.
  std::string mode = "backward";  ///< `backward`, `forward` or `full`, each also `-transitive`.
  std::vector<std::string> schema_policies;
  std::vector<std::string> schema_dirs;
  std::string dialect;
  bool assert_formats = false;
  bool explain_unknown = false;

  std::vector<std::string> consumers;  ///< Contracts that tell who is hit.
  std::string gate = "findings";  ///< What fails: all `findings`, or those that hit `consumers`.

  ReportSettings report;
};

/// Everything `accord check` can be told, by flags or by the file.
struct CheckSettings {
  std::vector<std::string> contracts;
  std::vector<std::string> specs;      ///< OpenAPI, AsyncAPI, JSON Schema documents, .proto files.
  std::string message;                 ///< Protobuf message that messages are which name none.
  std::vector<std::string> consumers;  ///< Only contracts of these; empty: all.
  std::string provider;                ///< Only contracts of this provider.

  std::vector<std::string> severities;  ///< `RULE=error|warning|info|off`.
  std::vector<breaking::Ignore> ignores;
  std::string baseline;
  std::string write_baseline;

  bool usage = false;
  bool allow_empty = false;
  bool allow_fetch = false;

  ReportSettings report;
};

}  // namespace accord::cli
