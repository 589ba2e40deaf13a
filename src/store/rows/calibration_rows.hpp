#pragma once
#include <string>
#include <vector>

#include "calibration/abc/abc.hpp"
#include "store/sqlite/database.hpp"
#include "store/sqlite/digest.hpp"
#include "store/sqlite/group_commit.hpp"

/// The rows of a calibration. All of it throws Failure.
namespace tumen {

/// Each proposal is one piece of a transaction that those who come soon after it share.
class CalibrationWriter final : public AbcSink {
  public:
    CalibrationWriter(Database& database, GroupCommit& group, const AbcSettings& settings,
                      std::int64_t provenance);
    void add(const ProposalName& name, const Particle& particle) override;
    void close(const Generation& generation) override;

  private:
    void write_particle(const ProposalName& name, const Particle& particle);
    void write_generation(const Generation& generation);
    void write_values(const ProposalName& name, const Particle& particle);
    void write_statistics(const ProposalName& name, const Particle& particle);
    void write_scales(const Generation& generation);

    Database& database_;
    GroupCommit& group_;
    const AbcSettings& settings_;
    std::int64_t provenance_;
    RowDigest digest_;  // of the particle that is being written
    Statement begin_generation_;
    Statement insert_particle_;
    Statement insert_value_;
    Statement insert_statistic_;
};

/// Particles of which a row was changed after it was written, as "proposal 3 of generation 1".
std::vector<std::string> changed_particles(Database& database);

/// What is there, without places; statistics of patterns that `settings` has not are damage.
std::vector<Generation> read_generations(Database& database, const AbcSettings& settings);

}  // namespace tumen
