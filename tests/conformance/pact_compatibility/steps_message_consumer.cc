#include <filesystem>

#include <fmt/format.h>

#include "tests/conformance/pact_compatibility/checks.h"
#include "tests/conformance/pact_compatibility/consumer_test.h"
#include "tests/conformance/pact_compatibility/contract_file.h"
#include "tests/conformance/pact_compatibility/message_parts.h"
#include "tests/conformance/pact_compatibility/steps.h"

namespace accord::compatibility {
namespace {

using pact::InteractionKind;
using pact::Message;

void SetContractContents(World& world, Message& message, std::string_view cell) {
  SetContents(message, cell, world.fixtures);
  message.contents = AsContract(std::move(message.contents));
}

void ConfigureContract(World& world, Message& message, const StepCall& call) {
  Configure(message, call.OnlyRecord(), world.fixtures);
  message.contents = AsContract(std::move(message.contents));
}

/// Hands the messages to the consumer's code, generators applied.
void Deliver(World& world) {
  auto context = world.GeneratorContext(match::GeneratorMode::kConsumer);
  std::vector<std::string> warnings;
  ConsumerTest& test = world.consumer;
  for (const pact::Interaction& interaction : test.defined) {
    test.received.push_back(match::Generate(interaction.message, context, warnings));
    for (const Message& reply : interaction.replies) {
      test.received_replies.push_back(match::Generate(reply, context, warnings));
    }
  }
  Require(warnings.empty(), warnings.empty() ? "" : warnings.front());
  test.done = true;
}

const Message& Received(World& world) {
  return At(world.consumer.received, 0, "messages");
}

const Message& ReceivedReply(World& world) {
  return At(world.consumer.received_replies, 0, "replies");
}

/// What the consumer's code reads: the reply where there is one.
const Message& Payload(World& world) {
  return Current(world).kind == InteractionKind::kSyncMessage ? ReceivedReply(world)
                                                              : Received(world);
}

const pact::Interaction& Written(World& world, const StepCall& call) {
  return At(ReadContract(world).interactions, call.Index(0), "interactions in the contract");
}

const Message& WrittenReply(World& world, const StepCall& call, std::size_t index) {
  return At(Written(world, call).replies, index, "replies in the contract");
}

void RequireReplaced(const document::Value& before,
                     const document::Value& after,
                     const std::string& kind,
                     const pact::Generators& generators) {
  Require(!document::Equal(*before, *after), fmt::format("{} was not replaced", TextOf(before)));
  RequireKind(TextOf(after), kind, generators);
}

void RequireContentsReplaced(const Message& example, const Message& made, const StepCall& call) {
  RequireReplaced(ValueAt(JsonOf(example.contents), call.Text(0)),
                  ValueAt(JsonOf(made.contents), call.Text(0)),
                  call.Text(1),
                  example.generators);
}

void RequireMetadataReplaced(const Message& example, const Message& made, const StepCall& call) {
  RequireReplaced(FindMetadata(example, call.Text(0)),
                  FindMetadata(made, call.Text(0)),
                  call.Text(1),
                  example.generators);
}

void AddDefinitionSteps(StepRegistry& registry) {
  registry.Add("a message is defined", [](World& world, const StepCall&) {
    Require(Current(world).kind != InteractionKind::kHttp, "the interaction is no message");
  });
  registry.Add("the message(?: request)? payload contains the <text> JSON document",
               [](World& world, const StepCall& call) {
                 SetContractContents(
                     world, Current(world).message, fmt::format("file: {}.json", call.Text(0)));
               });
  registry.Add("the message response payload contains the <text> document",
               [](World& world, const StepCall& call) {
                 SetContractContents(world, Current(world).replies.emplace_back(), call.Text(0));
               });
  registry.Add(
      "the message(?: request)? contains the following metadata:",
      [](World& world, const StepCall& call) { SetMetadata(Current(world).message, call.step); });
  registry.Add("the message(?: request)? is configured with the following:",
               [](World& world, const StepCall& call) {
                 ConfigureContract(world, Current(world).message, call);
               });
  registry.Add("the message response is configured with the following:",
               [](World& world, const StepCall& call) {
                 ConfigureContract(world, Current(world).replies.emplace_back(), call);
               });
}

void AddOutcomeSteps(StepRegistry& registry) {
  registry.Add("the message is successfully processed", [](World& world, const StepCall&) {
    Deliver(world);
    WriteContract(world, world.consumer.defined);
  });
  registry.Add("the message is NOT successfully processed with an? <text> exception",
               [](World& world, const StepCall& call) {
                 Deliver(world);
                 world.consumer.error = call.Text(0);
               });
  registry.Add("the consumer test will have passed", [](World& world, const StepCall&) {
    Require(world.consumer.done && world.consumer.error.empty(), "the consumer test did not pass");
  });
  registry.Add("the consumer test will have failed", [](World& world, const StepCall&) {
    Require(!world.consumer.error.empty(), "the consumer test did not fail");
  });
  registry.Add("the consumer test error will be <text>", [](World& world, const StepCall& call) {
    RequireEqual(world.consumer.error, call.Text(0), "the error");
  });
  registry.Add("a Pact file for the message interaction will have been written",
               [](World& world, const StepCall&) { ReadContract(world); });
  registry.Add("a Pact file for the message interaction will NOT have been written",
               [](World& world, const StepCall&) {
                 Require(!std::filesystem::exists(ContractPath(world)), "a contract was written");
               });
}

void AddReceivedSteps(StepRegistry& registry) {
  registry.Add("the received message payload will contain the <text> JSON document",
               [](World& world, const StepCall& call) {
                 RequireDocument(Payload(world).contents, call.Text(0) + ".json", world.fixtures);
               });
  registry.Add("the received message payload will contain the <text> document",
               [](World& world, const StepCall& call) {
                 RequireDocument(Payload(world).contents, call.Text(0), world.fixtures);
               });
  registry.Add("the received message content type will be <text>",
               [](World& world, const StepCall& call) {
                 RequireEqual(Payload(world).ContentType(), call.Text(0), "the content type");
               });
  registry.Add("the received message(?: request)? metadata will contain <text> == <text>",
               [](World& world, const StepCall& call) {
                 RequireEqual(FindMetadata(Received(world), call.Text(0)), ValueOf(call.Text(1)));
               });
  registry.Add("the received message response metadata will contain <text> == <text>",
               [](World& world, const StepCall& call) {
                 RequireEqual(FindMetadata(ReceivedReply(world), call.Text(0)),
                              ValueOf(call.Text(1)));
               });
  registry.Add(
      "the received message(?: request)? metadata will contain <text> replaced with an? "
      "<text>",
      [](World& world, const StepCall& call) {
        RequireMetadataReplaced(Current(world).message, Received(world), call);
      });
  registry.Add(
      "the received message response metadata will contain <text> replaced with an? "
      "<text>",
      [](World& world, const StepCall& call) {
        RequireMetadataReplaced(Current(world).replies.at(0), ReceivedReply(world), call);
      });
  registry.Add(
      "the message(?: request)? contents for <text> will have been replaced with an? "
      "<text>",
      [](World& world, const StepCall& call) {
        RequireContentsReplaced(Current(world).message, Received(world), call);
      });
  registry.Add("the message response contents for <text> will have been replaced with an? <text>",
               [](World& world, const StepCall& call) {
                 RequireContentsReplaced(Current(world).replies.at(0), ReceivedReply(world), call);
               });
}

void AddWrittenSteps(StepRegistry& registry) {
  registry.Add(
      "the <ordinal> (?:message|interaction) in the pact file will contain the <text> "
      "document(?: as the request)?",
      [](World& world, const StepCall& call) {
        RequireDocument(Written(world, call).message.contents, call.Text(1), world.fixtures);
      });
  registry.Add(
      "the <ordinal> (?:message|interaction) in the pact file(?: request)? content type "
      "will be <text>",
      [](World& world, const StepCall& call) {
        RequireEqual(Written(world, call).message.ContentType(), call.Text(1), "the content type");
      });
  registry.Add(
      "the <ordinal> message in the pact file will contain the (?:request )?message "
      "metadata <text> == <text>",
      [](World& world, const StepCall& call) {
        RequireEqual(FindMetadata(Written(world, call).message, call.Text(1)),
                     ValueOf(call.Text(2)));
      });
  registry.Add(
      "the <ordinal> interaction in the pact file will contain <number> response "
      "messages?",
      [](World& world, const StepCall& call) {
        RequireEqual(std::to_string(Written(world, call).replies.size()),
                     call.Text(1),
                     "the number of replies");
      });
  registry.Add(
      "the <ordinal> interaction in the pact file will contain the <text> document as a "
      "response",
      [](World& world, const StepCall& call) {
        RequireDocument(WrittenReply(world, call, 0).contents, call.Text(1), world.fixtures);
      });
  registry.Add(
      "the <ordinal> interaction in the pact file will contain the <text> document as "
      "the <ordinal> response message",
      [](World& world, const StepCall& call) {
        RequireDocument(
            WrittenReply(world, call, call.Index(2)).contents, call.Text(1), world.fixtures);
      });
  registry.Add("the <ordinal> interaction in the pact file response content type will be <text>",
               [](World& world, const StepCall& call) {
                 RequireEqual(
                     WrittenReply(world, call, 0).ContentType(), call.Text(1), "the content type");
               });
}

}  // namespace

void AddMessageConsumerSteps(StepRegistry& registry) {
  AddDefinitionSteps(registry);
  AddOutcomeSteps(registry);
  AddReceivedSteps(registry);
  AddWrittenSteps(registry);
}

}  // namespace accord::compatibility
