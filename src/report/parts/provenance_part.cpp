#include "experiment/provenance_fields.hpp"
#include "experiment/replicate_fields.hpp"
#include "report/parts/parts.hpp"

namespace tumen {

Json provenance_part(const Gathered& gathered, const ReportRequest& request) {
    const Provenance& provenance = request.provenance;
    Json hashes = Json::array();
    for (const auto& [replicate, hash] : gathered.hashes) {
        hashes.push_back(
            row_json<Face::page>(ReplicateRow{{}, replicate, Outcome::done, {}, hash, 0}));
    }
    Json json = row_json<Face::page>(ProvenanceRow{provenance, request.fingerprint});
    json["failed_replicates"] = gathered.failed;
    json["replicate_hashes"] = std::move(hashes);
    return json;
}

}  // namespace tumen
