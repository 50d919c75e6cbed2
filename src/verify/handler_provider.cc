#include <exception>

#include "accord/verify/provider.h"

namespace accord::verify {
namespace {

/// Calls user code, which may throw; the exception becomes an error of this interaction.
template <typename T, typename Call>
base::Result<Timed<T>> Answer(const char* what, Call&& call) {
  try {
    return Timed<T>{call(), 0};
  } catch (const std::exception& error) {
    return base::EnvironmentError(std::string("the ") + what + " handler threw: " + error.what());
  }
}

}  // namespace

void HandlerProvider::Ask(const pact::Interaction& /*interaction*/,
                          const pact::Request& request,
                          ResponseDone done) {
  if (!requests_) {
    done(base::EnvironmentError("no handler for requests was given"));
    return;
  }
  done(Answer<pact::Response>("request", [&] { return requests_(request); }));
}

void HandlerProvider::AskMessage(const pact::Interaction& interaction, MessageDone done) {
  if (!messages_) {
    done(base::EnvironmentError("no handler for messages was given"));
    return;
  }
  done(Answer<pact::Message>("message", [&] { return messages_(interaction); }));
}

std::string HandlerProvider::Reproduce(const pact::Interaction& /*interaction*/,
                                       const pact::Request& /*request*/) const {
  return {};
}

}  // namespace accord::verify
