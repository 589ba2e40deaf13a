#include "wire/message.hpp"

#include <array>
#include <bit>
#include <tuple>
#include <type_traits>
#include <vector>

#include "experiment/failure.hpp"

namespace tumen {

namespace {

/// What a message holds, in the order of its bytes: said once, for who writes and who reads.
template <class Message>
constexpr auto members_of = std::tuple<>();

template <>
constexpr auto members_of<TaskMessage> = std::tuple(&TaskMessage::point, &TaskMessage::replicate);
template <>
constexpr auto members_of<ExperimentMessage> = std::tuple(&ExperimentMessage::threads,
                                                          &ExperimentMessage::wards_a_task,
                                                          &ExperimentMessage::experiment);
template <>
constexpr auto members_of<Hash> = std::tuple(&Hash::high, &Hash::low);
template <>
constexpr auto members_of<DayReport> = std::tuple(&DayReport::counts, &DayReport::quantities);
template <>
constexpr auto members_of<ReplicateResult> =
    std::tuple(&ReplicateResult::point, &ReplicateResult::replicate, &ReplicateResult::seed,
               &ReplicateResult::outcome, &ReplicateResult::reason, &ReplicateResult::seconds,
               &ReplicateResult::state_hash, &ReplicateResult::city_hashes,
               &ReplicateResult::adults, &ReplicateResult::cities, &ReplicateResult::headlines);
template <>
constexpr auto members_of<ProposalName> = std::tuple(&ProposalName::generation,
                                                     &ProposalName::proposal,
                                                     &ProposalName::measured);
template <>
constexpr auto members_of<Proposal> = std::tuple(&Proposal::name, &Proposal::values);
template <>
constexpr auto members_of<Simulated> = std::tuple(&Simulated::failure, &Simulated::statistics);

template <class Message>
constexpr bool has_members =
    std::tuple_size_v<std::remove_cvref_t<decltype(members_of<Message>)>> > 0;

template <class T>
constexpr bool is_vector = false;
template <class T>
constexpr bool is_vector<std::vector<T>> = true;
template <class T>
constexpr bool is_array = false;
template <class T, std::size_t size>
constexpr bool is_array<std::array<T, size>> = true;

/// An enumeration of two values, in a byte.
template <class T>
constexpr bool is_flag = std::is_enum_v<T> && sizeof(T) == 1;

/// How many bytes one takes at least; what has a length of its own says it in 8.
template <class T>
constexpr std::size_t least_bytes() {
    if constexpr (is_array<T>) {
        return std::tuple_size_v<T> * least_bytes<typename T::value_type>();
    } else if constexpr (has_members<T>) {
        return std::apply(
            [](auto... member) {
                return (
                    least_bytes<
                        std::remove_cvref_t<std::invoke_result_t<decltype(member), const T&>>>() +
                    ...);
            },
            members_of<T>);
    } else if constexpr (is_vector<T> || std::is_same_v<T, std::string>) {
        return 8;
    } else {
        return sizeof(T);
    }
}

class ByteWriter {
  public:
    template <class T>
    void write(const T& value) {
        if constexpr (std::is_floating_point_v<T>) {
            write(std::bit_cast<std::uint64_t>(value));
        } else if constexpr (is_flag<T>) {
            write(static_cast<std::uint8_t>(value));
        } else if constexpr (std::is_integral_v<T>) {
            const auto bits = static_cast<std::make_unsigned_t<T>>(value);
            for (std::size_t i = 0; i < sizeof bits; ++i)
                bytes_ += static_cast<char>(bits >> (8 * i) & 0xFFU);
        } else if constexpr (is_array<T>) {
            for (const auto& one : value)
                write(one);
        } else if constexpr (has_members<T>) {
            std::apply([&](auto... member) { (write(value.*member), ...); }, members_of<T>);
        } else {
            write(static_cast<std::uint64_t>(value.size()));
            if constexpr (std::is_same_v<T, std::string>) {
                bytes_ += value;
            } else {
                static_assert(is_vector<T>, "say its members");
                for (const auto& one : value)
                    write(one);
            }
        }
    }
    std::string take() { return std::move(bytes_); }

  private:
    std::string bytes_;
};

class ByteReader {
  public:
    explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

    template <class T>
    void read(T& value) {
        if constexpr (std::is_floating_point_v<T>) {
            value = std::bit_cast<T>(whole<std::uint64_t>());
        } else if constexpr (is_flag<T>) {
            value = static_cast<T>(whole<std::uint8_t>() == 0 ? 0 : 1);
        } else if constexpr (std::is_integral_v<T>) {
            value = static_cast<T>(whole<std::make_unsigned_t<T>>());
        } else if constexpr (is_array<T>) {
            for (auto& one : value)
                read(one);
        } else if constexpr (has_members<T>) {
            std::apply([&](auto... member) { (read(value.*member), ...); }, members_of<T>);
        } else if constexpr (std::is_same_v<T, std::string>) {
            value = take(size(1));
        } else {
            static_assert(is_vector<T>, "say its members");
            value.resize(size(least_bytes<typename T::value_type>()));
            for (auto& one : value)
                read(one);
        }
    }
    void end() const {
        if (!bytes_.empty()) fail();
    }

  private:
    [[noreturn]] static void fail() {
        throw Failure(diagnostic("a message between processes cannot be read", "",
                                 "all processes must run the same program"));
    }
    template <class Number>
    Number whole() {
        const std::string_view part = take(sizeof(Number));
        Number value = 0;
        for (std::size_t i = 0; i < sizeof value; ++i) {
            const auto byte = static_cast<unsigned char>(part[i]);
            value = static_cast<Number>(value | static_cast<Number>(Number{byte} << (8 * i)));
        }
        return value;
    }
    /// How many items follow, each of at least so many bytes.
    std::size_t size(std::size_t bytes_each) {
        const auto value = whole<std::uint64_t>();
        if (value > bytes_.size() / bytes_each) fail();
        return static_cast<std::size_t>(value);
    }
    std::string_view take(std::size_t count) {
        if (bytes_.size() < count) fail();
        const std::string_view part = bytes_.substr(0, count);
        bytes_.remove_prefix(count);
        return part;
    }

    std::string_view bytes_;
};

template <class Message>
std::string written(const Message& message) {
    ByteWriter out;
    out.write(message);
    return out.take();
}

template <class Message>
Message whole_message(std::string_view bytes) {
    ByteReader in(bytes);
    Message message;
    in.read(message);
    in.end();
    return message;
}

}  // namespace

std::string bytes_of(const ExperimentMessage& message) {
    return written(message);
}
std::string bytes_of(const TaskMessage& task) {
    return written(task);
}
std::string bytes_of(const ReplicateResult& result) {
    return written(result);
}
std::string bytes_of(const Proposal& proposal) {
    return written(proposal);
}
std::string bytes_of(const Simulated& simulated) {
    return written(simulated);
}

ExperimentMessage read_experiment_message(std::string_view bytes) {
    return whole_message<ExperimentMessage>(bytes);
}
TaskMessage read_task(std::string_view bytes) {
    return whole_message<TaskMessage>(bytes);
}
ReplicateResult read_result(std::string_view bytes) {
    return whole_message<ReplicateResult>(bytes);
}
Proposal read_proposal(std::string_view bytes) {
    return whole_message<Proposal>(bytes);
}
Simulated read_simulated(std::string_view bytes) {
    return whole_message<Simulated>(bytes);
}

}  // namespace tumen
