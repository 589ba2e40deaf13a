#include "mpi/ranks.hpp"

#define OMPI_SKIP_MPICXX 1  // the C interface only
#include <mpi.h>

#include <algorithm>
#include <chrono>
#include <thread>

namespace tumen {

namespace {

constexpr std::size_t largest_part = std::size_t{1} << 30U;  // [bytes]; MPI counts in int

}  // namespace

Ranks::Ranks(int* count, char*** words) {
    int provided = 0;  // only the main thread speaks to other ranks
    MPI_Init_thread(count, words, MPI_THREAD_FUNNELED, &provided);
}

Ranks::~Ranks() {
    MPI_Finalize();
}

int own_rank() {
    int rank = 0;
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    return rank;
}

int rank_count() {
    int count = 1;
    MPI_Comm_size(MPI_COMM_WORLD, &count);
    return count;
}

/// First the size, then the bytes in parts; messages of one sender arrive in order.
void send(int to, Tag tag, std::string_view bytes) {
    std::uint64_t size = bytes.size();
    MPI_Send(&size, 1, MPI_UINT64_T, to, static_cast<int>(tag), MPI_COMM_WORLD);
    while (!bytes.empty()) {
        const std::size_t part = std::min(bytes.size(), largest_part);
        MPI_Send(bytes.data(), static_cast<int>(part), MPI_BYTE, to, static_cast<int>(tag),
                 MPI_COMM_WORLD);
        bytes.remove_prefix(part);
    }
}

std::optional<Message> poll() {
    MPI_Status status;
    int there = 0;
    MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, &there, &status);
    if (there == 0) return std::nullopt;
    Message message{status.MPI_SOURCE, static_cast<Tag>(status.MPI_TAG), {}};
    std::uint64_t size = 0;
    MPI_Recv(&size, 1, MPI_UINT64_T, status.MPI_SOURCE, status.MPI_TAG, MPI_COMM_WORLD, &status);
    message.bytes.resize(size);
    for (std::size_t at = 0; at < size;) {
        const std::size_t part = std::min(static_cast<std::size_t>(size) - at, largest_part);
        MPI_Recv(message.bytes.data() + at, static_cast<int>(part), MPI_BYTE, message.from,
                 static_cast<int>(message.tag), MPI_COMM_WORLD, &status);
        at += part;
    }
    return message;
}

Message wait() {
    while (true) {
        if (auto message = poll()) return *std::move(message);
        std::this_thread::sleep_for(polling_pause);
    }
}

}  // namespace tumen
