#include "cli/app.h"

int main(int argc, char** argv) {
  accord::cli::Streams streams = accord::cli::ProcessStreams();
  return accord::cli::Run({argv + 1, argv + argc}, streams);
}
