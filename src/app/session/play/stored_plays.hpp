#pragma once
#include <string>
#include <string_view>

#include "app/session/play/plays_file.hpp"
#include "belief/making/making.hpp"

namespace tumen::app {

/// What was measured while a belief is made, in a file of its own: one line a play, so that a
/// making that was stopped goes on, and weights can be taken again without playing.
class StoredPlays {
  public:
    /// Hands what the file holds to `making`. A file of another model, prior or scenario ends the
    /// command.
    StoredPlays(std::string path, Making& making);

    /// Takes the values into `making`, and into the file.
    void add(Phase phase, std::size_t group, std::uint32_t number, PatternValues values);
    /// Puts what was added on the disk.
    void flush();

  private:
    void read_line(std::string_view line);

    PlaysFile file_;
    Making& making_;
};

}  // namespace tumen::app
