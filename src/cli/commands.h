#pragma once

#include <CLI/App.hpp>

#include "cli/streams.h"

namespace accord::cli {

/// Each adds one command to `app`; running it sets `exit_code`.
void AddVerify(CLI::App& app, Streams& streams, int& exit_code);
void AddCheck(CLI::App& app, Streams& streams, int& exit_code);
void AddBreaking(CLI::App& app, Streams& streams, int& exit_code);
void AddValidate(CLI::App& app, Streams& streams, int& exit_code);
void AddRules(CLI::App& app, Streams& streams, int& exit_code);
void AddInit(CLI::App& app, Streams& streams, int& exit_code);
void AddCompletion(CLI::App& app, Streams& streams, int& exit_code);

}  // namespace accord::cli
