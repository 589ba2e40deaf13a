#include "experiment/replicate_fields.hpp"
#include "report/parts/parts.hpp"

namespace tumen {

Json provenance_part(const Gathered& gathered, const ReportRequest& request) {
    const Provenance& provenance = request.provenance;
    Json hashes = Json::array();
    for (const auto& [replicate, hash] : gathered.hashes) {
        hashes.push_back(row_json<Face::page>(ReplicateHash{replicate, hash}));
    }
    return {{"version", provenance.build.version},
            {"commit", provenance.build.commit},
            {"dirty", name_of(provenance.build.worktree)},
            {"compiler", provenance.build.compiler},
            {"platform", provenance.build.platform},
            {"seed", std::to_string(provenance.seed)},  // as text: a script's numbers end at 2^53
            {"parameter_hash", hex(provenance.parameter_hash)},
            {"fingerprint", request.fingerprint},
            {"created", provenance.created},
            {"command", provenance.command},
            {"failed_replicates", gathered.failed},
            {"replicate_hashes", std::move(hashes)}};
}

}  // namespace tumen
