#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "model/observables.hpp"

namespace tumen {

/// Of results that an older version of the model played: what this program does not make.
struct OlderResults {
    std::int32_t format = 0;  // of their file
    std::size_t counts = 0;   // of the observables, the first that their days report
    std::size_t quantities = 0;
    std::vector<std::string> scenarios;  // by point, as they are stored
    std::vector<std::string> hashes;     // of them
};

/// Whether the days of results report that row of observable_rows(); null: results of this model.
inline bool is_reported(const OlderResults* older, std::size_t row) {
    if (older == nullptr) return true;
    return row < count_total ? row < older->counts : row - count_total < older->quantities;
}

}  // namespace tumen
