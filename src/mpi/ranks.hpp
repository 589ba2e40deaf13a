#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// The processes of a job, and bytes sent between them: all of MPI that this program uses.
namespace tumen {

/// What a message is.
enum class Tag : std::uint8_t { experiment = 1, task, result, proposal, simulated, dropped, end };

struct Message {
    int from = 0;
    Tag tag = Tag::end;
    std::string bytes;
};

/// MPI from its beginning to its end.
class Ranks {
  public:
    Ranks(int* count, char*** words);
    ~Ranks();
    Ranks(const Ranks&) = delete;
    Ranks& operator=(const Ranks&) = delete;
};

inline constexpr int writer_rank = 0;  // the only one that has files and a terminal
int own_rank();
int rank_count();

void send(int to, Tag tag, std::string_view bytes);
/// Between two looks for one: who waits leaves the processor to who plays.
inline constexpr auto polling_pause = std::chrono::microseconds(200);
/// The next message, if one has come.
std::optional<Message> poll();
/// The next message; sleeps in between, so that who waits leaves the processor to who plays.
Message wait();

}  // namespace tumen
