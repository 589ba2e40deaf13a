#pragma once
#include <cstdint>
#include <string>

#include "store/path/path_owner.hpp"

/// New results under another name, until they are whole. All of it throws Failure.
namespace tumen {

enum class Overwrite : std::uint8_t { refuse, replace };

/// An empty file at the owner's draft path, in place of one that a killed process left; removed
/// again unless it is kept or moved.
class DraftFile {
  public:
    explicit DraftFile(const PathOwner& owner);
    ~DraftFile();
    DraftFile(const DraftFile&) = delete;
    DraftFile& operator=(const DraftFile&) = delete;

    const std::string& path() const { return path_; }
    /// It stays where it is; its path.
    std::string keep();
    /// It gets the owner's path, where nothing may lie yet; that path.
    std::string move_to_free_path();

  private:
    const PathOwner& owner_;
    std::string path_;
};

/// Whether something lies at the path that new results may replace; throws where it may not be
/// replaced.
bool is_replacing(const std::string& path, Overwrite overwrite);

/// The closed draft becomes what lies at the path; what was there goes.
void take_place(const PathOwner& owner);

}  // namespace tumen
