#pragma once

#include <string_view>
#include <vector>

#include "accord/net/http_server.h"
#include "accord/pact/pact.h"

#include "tests/conformance/pact_compatibility/fixtures.h"
#include "tests/conformance/pact_compatibility/gherkin.h"

namespace accord::compatibility {

/// `'Name: value', 'Name: value'`; values of one name are collected.
std::vector<pact::Header> ParseHeaders(std::string_view cell);
/// Values of a repeated name are collected, list headers split.
std::vector<pact::Header> GroupHeaders(const net::Headers& headers);
/// Replaces the header of that name, or adds it.
void SetHeader(std::vector<pact::Header>& headers, std::string_view name, std::string_view value);

/// Changes what the row names: method, path, query, headers, `raw headers`, `content type`, body,
/// `matching rules`, generators. New headers replace all but Content-Type. Empty cells change
/// nothing; an unknown column fails.
void Configure(pact::Request& request, const Record& row, const Fixtures& fixtures);
/// The same for a response, with `status`.
void Configure(pact::Response& response, const Record& row, const Fixtures& fixtures);

/// Columns that start with `response` are for the response, without that word; `response` alone is
/// its status and `response content` its media type.
void Configure(pact::Interaction& interaction, const Record& row, const Fixtures& fixtures);
/// The part of a row that is about the response.
Record ResponseColumns(const Record& row);

/// A received request in the terms of a contract.
pact::Request FromServer(const net::ServerRequest& request);
net::ServerResponse ToServer(const pact::Response& response);

}  // namespace accord::compatibility
