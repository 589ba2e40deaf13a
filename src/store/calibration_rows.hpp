#pragma once
#include <string>
#include <vector>

#include "calibration/abc.hpp"
#include "store/database.hpp"
#include "store/group_commit.hpp"

/// The rows of a calibration. All of it throws Failure.
namespace tumen {

/// Each proposal is one piece of a transaction that those who come soon after it share.
class CalibrationWriter final : public AbcSink {
  public:
    CalibrationWriter(Database& database, GroupCommit& group, const AbcSettings& settings);
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
    Statement begin_generation_;
    Statement insert_particle_;
    Statement insert_value_;
    Statement insert_statistic_;
};

/// What is there, without places; statistics of patterns that `settings` has not are damage.
std::vector<Generation> read_generations(Database& database, const AbcSettings& settings);

}  // namespace tumen
