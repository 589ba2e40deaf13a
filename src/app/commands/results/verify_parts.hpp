#pragma once
#include <string>
#include <vector>

#include "measures/answers/verify.hpp"
#include "store/reader.hpp"

/// What `tumen verify` finds without playing.
namespace tumen::app {

/// One of the named parts of a verification: what was looked at, and what is not as it should be.
struct VerifyPart {
    std::string looked_at;
    std::vector<std::string> wrong;
};

/// From what is stored: digests of every row, and what a check made of its replicates.
VerifyPart recompute(ResultReader& stored);

/// With this program: the model's fingerprint, the scenarios' hashes.
VerifyPart compare_with_program(const ResultReader& stored);

/// What playing again and recomputing leave open.
std::string not_looked_at(const ResultReader& stored);

/// In what two files differ beside their experiments and replicates: calibrations, tables.
std::vector<std::string> content_differences(ResultReader& one, ResultReader& other);

}  // namespace tumen::app
