#include "store/rows/calibration_rows.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "experiment/failure.hpp"
#include "measures/numbers/effective_size.hpp"

namespace tumen {

namespace {

double or_null(double value) {
    return std::isfinite(value) ? value : null_number;
}

template <class Status>
Status read_status(const std::string& text, Status last, const std::string& path) {
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        if (text == name_of(static_cast<Status>(i))) return static_cast<Status>(i);
    }
    throw Failure(damaged(path, "the status of a generation or proposal cannot be read"));
}

Statement& bind_name(Statement& statement, const ProposalName& name) {
    return statement.bind(std::int64_t{name.generation}).bind(std::int64_t{name.proposal});
}

/// Reads the rows that belong to proposals, in their order.
class Rows {
  public:
    Rows(Database& database, const AbcSettings& settings)
        : database_(database), settings_(settings) {}

    std::vector<Generation> read() {
        read_heads();
        read_particles();
        read_values();
        read_statistics();
        return std::move(generations_);
    }

  private:
    [[noreturn]] void fail() const {
        throw Failure(damaged(database_.path(), "its calibration is not complete in itself"));
    }

    void read_heads() {
        Statement query(database_,
                        "SELECT generation, status, threshold FROM generation ORDER BY generation");
        while (query.step()) {
            Generation generation;
            if (query.integer(0) != static_cast<std::int64_t>(generations_.size())) fail();
            generation.number = static_cast<std::uint32_t>(generations_.size());
            generation.status = read_status(query.text(1, short_text), GenerationStatus::predictive,
                                            database_.path());
            const double threshold = query.real(2);
            if (!std::isnan(threshold)) generation.threshold = threshold;
            generations_.push_back(std::move(generation));
        }
    }

    void read_particles() {
        Statement query(database_,
                        "SELECT generation, proposal, status, reason, distance, weight "
                        "FROM particle ORDER BY generation, proposal");
        while (query.step()) {
            const std::int64_t number = query.integer(0);
            if (number < 0 || number >= static_cast<std::int64_t>(generations_.size())) fail();
            auto& particles = generations_[static_cast<std::size_t>(number)].particles;
            if (query.integer(1) != static_cast<std::int64_t>(particles.size())) fail();
            Particle particle;
            particle.status =
                read_status(query.text(2, short_text), ParticleStatus::failed, database_.path());
            particle.reason = query.text(3, short_text);
            const bool failed = particle.status == ParticleStatus::failed;
            if (failed == particle.reason.empty()) fail();
            particle.distance = query.real(4);
            const double weight = query.real(5);
            const bool accepted = particle.status == ParticleStatus::accepted;
            if (accepted != (std::isfinite(weight) && weight > 0)) fail();
            particle.weight = accepted ? weight : 0;
            if (!failed) particle.statistics.resize(settings_.targets.size(), null_number);
            particles.push_back(std::move(particle));
        }
    }

    Particle& particle_of(std::int64_t generation, std::int64_t proposal) {
        if (generation < 0 || generation >= static_cast<std::int64_t>(generations_.size())) fail();
        auto& particles = generations_[static_cast<std::size_t>(generation)].particles;
        if (proposal < 0 || proposal >= static_cast<std::int64_t>(particles.size())) fail();
        return particles[static_cast<std::size_t>(proposal)];
    }

    void read_values() {
        Statement query(database_,
                        "SELECT generation, proposal, position, name, value FROM particle_value "
                        "ORDER BY generation, proposal, position");
        while (query.step()) {
            Particle& particle = particle_of(query.integer(0), query.integer(1));
            const std::size_t position = particle.values.size();
            const bool known = position < settings_.priors.size() &&
                               query.integer(2) == static_cast<std::int64_t>(position) &&
                               query.text(3, short_text) == settings_.priors[position].name;
            if (!known) fail();
            particle.values.push_back(query.real(4));
            if (!std::isfinite(particle.values.back())) fail();
        }
        for (const Generation& generation : generations_) {
            for (const Particle& particle : generation.particles) {
                if (particle.values.size() != settings_.priors.size()) fail();
            }
        }
    }

    void read_statistics() {
        Statement query(database_,
                        "SELECT generation, proposal, pattern, value FROM particle_statistic");
        while (query.step()) {
            Particle& particle = particle_of(query.integer(0), query.integer(1));
            const std::string pattern = query.text(2, short_text);
            const auto found =
                std::find_if(settings_.targets.begin(), settings_.targets.end(),
                             [&](const Target& target) { return target.pattern == pattern; });
            if (found == settings_.targets.end() || particle.statistics.empty()) fail();
            const auto index = static_cast<std::size_t>(found - settings_.targets.begin());
            particle.statistics[index] = query.real(3);
        }
    }

    Database& database_;
    const AbcSettings& settings_;
    std::vector<Generation> generations_;
};

}  // namespace

CalibrationWriter::CalibrationWriter(Database& database, GroupCommit& group,
                                     const AbcSettings& settings, std::int64_t provenance)
    : database_(database),
      group_(group),
      settings_(settings),
      provenance_(provenance),
      begin_generation_(database,
                        "INSERT OR IGNORE INTO generation VALUES (?, NULL, 0, 0, NULL, ?)"),
      insert_particle_(database, "INSERT INTO particle VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      insert_value_(database, "INSERT INTO particle_value VALUES (?, ?, ?, ?, ?)"),
      insert_statistic_(database, "INSERT INTO particle_statistic VALUES (?, ?, ?, ?)") {
    insert_value_.watched_by(digest_);
    insert_statistic_.watched_by(digest_);
}

void CalibrationWriter::add(const ProposalName& name, const Particle& particle) {
    group_.add([&] { write_particle(name, particle); });
}

void CalibrationWriter::write_particle(const ProposalName& name, const Particle& particle) {
    if (name.proposal == 0) {
        begin_generation_.bind(std::int64_t{name.generation})
            .bind(name_of(GenerationStatus::open))
            .execute();
        write_digest(database_, "generation");
    }
    digest_ = {};
    write_values(name, particle);
    if (particle.status != ParticleStatus::failed) write_statistics(name, particle);
    const auto luck = static_cast<std::int64_t>(luck_of(settings_.seed, name));
    const double weight =
        particle.status == ParticleStatus::accepted ? particle.weight : null_number;
    const double distance = or_null(particle.distance);
    for (const std::int64_t number :
         {std::int64_t{name.generation}, std::int64_t{name.proposal}, luck})
        digest_.add(number);
    digest_.add(name_of(particle.status));
    digest_.add(std::string_view(particle.reason));
    digest_.add(distance);
    digest_.add(weight);
    digest_.end_row();
    bind_name(insert_particle_, name).bind(luck).bind(name_of(particle.status));
    insert_particle_.bind(particle.reason).bind(distance).bind(weight).bind(provenance_);
    insert_particle_.bind(hex(digest_.value())).execute();
}

void CalibrationWriter::write_values(const ProposalName& name, const Particle& particle) {
    for (std::size_t i = 0; i < particle.values.size(); ++i) {
        bind_name(insert_value_, name).bind(static_cast<std::int64_t>(i));
        insert_value_.bind(settings_.priors[i].name).bind(particle.values[i]).execute();
    }
}

/// What was not asked for has no row.
void CalibrationWriter::write_statistics(const ProposalName& name, const Particle& particle) {
    for (std::size_t i = 0; i < particle.statistics.size(); ++i) {
        const double value = or_null(particle.statistics[i]);
        if (std::isnan(value) && settings_.targets[i].use != TargetUse::fitted) continue;
        bind_name(insert_statistic_, name).bind(settings_.targets[i].pattern).bind(value);
        insert_statistic_.execute();
    }
}

void CalibrationWriter::write_scales(const Generation& generation) {
    if (generation.scales.empty()) return;
    Statement insert(database_, "INSERT INTO pattern_scale VALUES (?, ?, ?)");
    for (std::size_t i = 0; i < generation.scales.size(); ++i) {
        if (settings_.targets[i].use != TargetUse::fitted) continue;
        insert.bind(std::int64_t{generation.number}).bind(settings_.targets[i].pattern);
        insert.bind(generation.scales[i]).execute();
    }
}

void CalibrationWriter::close(const Generation& generation) {
    group_.add([&] { write_generation(generation); });
    group_.commit();
}

void CalibrationWriter::write_generation(const Generation& generation) {
    Statement update(database_,
                     "UPDATE generation SET threshold = ?, proposals = ?, accepted = ?, "
                     "effective_size = ?, status = ? WHERE generation = ?");
    const std::size_t accepted = generation.accepted();
    update.bind(or_null(generation.threshold));
    update.bind(static_cast<std::int64_t>(generation.particles.size()));
    update.bind(static_cast<std::int64_t>(accepted));
    update.bind(accepted > 0 ? effective_size(sample_of(generation).weights) : null_number);
    update.bind(name_of(generation.status)).bind(std::int64_t{generation.number}).execute();
    write_scales(generation);
    write_digest(database_, "generation");
    write_digest(database_, "pattern_scale");
}

std::vector<std::string> changed_particles(Database& database) {
    std::map<std::pair<std::int64_t, std::int64_t>, RowDigest> digests;
    for (const char* rows :
         {"SELECT generation, proposal, seed, status, reason, distance, weight FROM particle",
          "SELECT generation, proposal, position, name, value FROM particle_value",
          "SELECT generation, proposal, pattern, value FROM particle_statistic"}) {
        Statement query(database, rows);
        while (query.step())
            digests[{query.integer(0), query.integer(1)}].add_row(query);
    }
    Statement query(database, "SELECT generation, proposal, digest FROM particle");
    while (query.step()) {
        const auto at = digests.find({query.integer(0), query.integer(1)});
        if (hex(at->second.value()) == query.text(2, short_text)) digests.erase(at);
    }
    std::vector<std::string> changed;
    changed.reserve(digests.size());
    for (const auto& [name, digest] : digests) {
        changed.push_back("proposal " + std::to_string(name.second) + " of generation " +
                          std::to_string(name.first));
    }
    return changed;
}

std::vector<Generation> read_generations(Database& database, const AbcSettings& settings) {
    return Rows(database, settings).read();
}

}  // namespace tumen
