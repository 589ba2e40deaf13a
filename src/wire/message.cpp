#include "wire/message.hpp"

#include <bit>
#include <type_traits>

#include "experiment/failure.hpp"

namespace tumen {

namespace {

class ByteWriter {
  public:
    template <class Number>
    void number(Number value) {
        static_assert(std::is_unsigned_v<Number>);
        for (std::size_t i = 0; i < sizeof value; ++i)
            bytes_ += static_cast<char>(value >> (8 * i) & 0xFFU);
    }
    void real(double value) { number(std::bit_cast<std::uint64_t>(value)); }
    void size(std::size_t value) { number(static_cast<std::uint64_t>(value)); }
    void text(std::string_view value) {
        size(value.size());
        bytes_ += value;
    }
    void reals(const std::vector<double>& values) {
        size(values.size());
        for (const double value : values)
            real(value);
    }
    void hash(const Hash& value) {
        number(value.high);
        number(value.low);
    }
    std::string take() { return std::move(bytes_); }

  private:
    std::string bytes_;
};

class ByteReader {
  public:
    explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

    template <class Number>
    Number number() {
        static_assert(std::is_unsigned_v<Number>);
        const std::string_view part = take(sizeof(Number));
        Number value = 0;
        for (std::size_t i = 0; i < sizeof value; ++i) {
            const auto byte = static_cast<unsigned char>(part[i]);
            value = static_cast<Number>(value | static_cast<Number>(Number{byte} << (8 * i)));
        }
        return value;
    }
    double real() { return std::bit_cast<double>(number<std::uint64_t>()); }
    /// How many items follow, each of at least so many bytes.
    std::size_t size(std::size_t bytes_each) {
        const auto value = number<std::uint64_t>();
        if (value > bytes_.size() / bytes_each) fail();
        return static_cast<std::size_t>(value);
    }
    std::string text() { return std::string(take(size(1))); }
    std::vector<double> reals() {
        std::vector<double> values(size(8));
        for (double& value : values)
            value = real();
        return values;
    }
    Hash hash() {
        Hash value;
        value.high = number<std::uint64_t>();
        value.low = number<std::uint64_t>();
        return value;
    }
    void end() const {
        if (!bytes_.empty()) fail();
    }

  private:
    [[noreturn]] static void fail() {
        throw Failure(diagnostic("a message between processes cannot be read", "",
                                 "all processes must run the same program"));
    }
    std::string_view take(std::size_t count) {
        if (bytes_.size() < count) fail();
        const std::string_view part = bytes_.substr(0, count);
        bytes_.remove_prefix(count);
        return part;
    }

    std::string_view bytes_;
};

constexpr std::size_t day_bytes = 8 * (count_total + quantity_total);

void write(ByteWriter& out, const DayReport& day) {
    for (const std::int64_t count : day.counts)
        out.number(static_cast<std::uint64_t>(count));
    for (const double quantity : day.quantities)
        out.real(quantity);
}

DayReport read_day(ByteReader& in) {
    DayReport day;
    for (std::int64_t& count : day.counts)
        count = static_cast<std::int64_t>(in.number<std::uint64_t>());
    for (double& quantity : day.quantities)
        quantity = in.real();
    return day;
}

}  // namespace

std::string bytes_of(const ExperimentMessage& message) {
    ByteWriter out;
    out.number(message.threads);
    out.number(message.wards_a_task);
    out.text(message.experiment);
    return out.take();
}

ExperimentMessage read_experiment_message(std::string_view bytes) {
    ByteReader in(bytes);
    ExperimentMessage message;
    message.threads = in.number<std::uint64_t>();
    message.wards_a_task = in.number<std::uint32_t>();
    message.experiment = in.text();
    in.end();
    return message;
}

std::string bytes_of(const TaskMessage& task) {
    ByteWriter out;
    out.number(task.point);
    out.number(task.replicate);
    return out.take();
}

TaskMessage read_task(std::string_view bytes) {
    ByteReader in(bytes);
    TaskMessage task;
    task.point = in.number<std::uint32_t>();
    task.replicate = in.number<std::uint32_t>();
    in.end();
    return task;
}

std::string bytes_of(const ReplicateResult& result) {
    ByteWriter out;
    out.number(result.point);
    out.number(result.replicate);
    out.number(result.seed);
    out.number(static_cast<std::uint8_t>(result.outcome == Outcome::done ? 0 : 1));
    out.text(result.reason);
    out.real(result.seconds);
    out.hash(result.state_hash);
    out.size(result.city_hashes.size());
    for (const Hash& hash : result.city_hashes)
        out.hash(hash);
    out.size(result.adults.size());
    for (const std::uint64_t adults : result.adults)
        out.number(adults);
    out.size(result.cities.size());
    for (const std::vector<DayReport>& city : result.cities) {
        out.size(city.size());
        for (const DayReport& day : city)
            write(out, day);
    }
    out.reals(result.headlines);
    return out.take();
}

ReplicateResult read_result(std::string_view bytes) {
    ByteReader in(bytes);
    ReplicateResult result;
    result.point = in.number<std::uint32_t>();
    result.replicate = in.number<std::uint32_t>();
    result.seed = in.number<std::uint64_t>();
    result.outcome = in.number<std::uint8_t>() == 0 ? Outcome::done : Outcome::failed;
    result.reason = in.text();
    result.seconds = in.real();
    result.state_hash = in.hash();
    result.city_hashes.resize(in.size(16));
    for (Hash& hash : result.city_hashes)
        hash = in.hash();
    result.adults.resize(in.size(8));
    for (std::uint64_t& adults : result.adults)
        adults = in.number<std::uint64_t>();
    result.cities.resize(in.size(8));
    for (std::vector<DayReport>& city : result.cities) {
        const std::size_t days = in.size(day_bytes);
        for (std::size_t day = 0; day < days; ++day)
            city.push_back(read_day(in));
    }
    result.headlines = in.reals();
    in.end();
    return result;
}

std::string bytes_of(const Proposal& proposal) {
    ByteWriter out;
    out.number(proposal.name.generation);
    out.number(proposal.name.proposal);
    out.number(static_cast<std::uint8_t>(proposal.name.measured == Measured::fitted ? 0 : 1));
    out.reals(proposal.values);
    return out.take();
}

Proposal read_proposal(std::string_view bytes) {
    ByteReader in(bytes);
    Proposal proposal;
    proposal.name.generation = in.number<std::uint32_t>();
    proposal.name.proposal = in.number<std::uint32_t>();
    proposal.name.measured = in.number<std::uint8_t>() == 0 ? Measured::fitted : Measured::all;
    proposal.values = in.reals();
    in.end();
    return proposal;
}

std::string bytes_of(const Simulated& simulated) {
    ByteWriter out;
    out.text(simulated.failure);
    out.reals(simulated.statistics);
    return out.take();
}

Simulated read_simulated(std::string_view bytes) {
    ByteReader in(bytes);
    Simulated simulated;
    simulated.failure = in.text();
    simulated.statistics = in.reals();
    in.end();
    return simulated;
}

}  // namespace tumen
