#pragma once
#include <cstddef>
#include <memory>

#include "app/session/request/run_request.hpp"
#include "app/session/session.hpp"
#include "store/reader.hpp"

/// What is stored already where a request's results are to go.
namespace tumen::app {

/// The results of the same experiment, of the same model, with the request's titles and labels.
/// Ends the command where they are anything else.
std::unique_ptr<ResultReader> stored_before(const RunRequest& request, Session& session);

/// How many replicates of the request it lacks, over all points.
std::size_t count_missing(const RunRequest& request, const ResultReader& stored);

}  // namespace tumen::app
