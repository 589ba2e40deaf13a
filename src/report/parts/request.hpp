#pragma once
#include <cstddef>
#include <cstdint>
#include <string>

#include "experiment/older.hpp"
#include "experiment/provenance.hpp"

namespace tumen {

struct ReportRequest {
    std::uint32_t point = 0;  // the scenario the report is about
    Provenance provenance;
    std::string fingerprint = {};         // of the model that played; empty where nobody says
    std::size_t failures = 0;             // of the replicates of all points
    const OlderResults* older = nullptr;  // where an older version of the model played
};

}  // namespace tumen
