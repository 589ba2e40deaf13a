#pragma once
#include <memory>
#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"

namespace tumen {

/// The one owner of the path of a results file, from the first look at it to the last byte. Held by
/// a lock on the empty file PATH.lock, which the owner removes and which means nothing without the
/// lock: after a kill the next owner takes it over. Only the owner makes, replaces or removes what
/// lies at PATH and PATH.new; who reads needs no lock.
class PathOwner {
  public:
    /// An error where another process owns the path, and says which; where the path can be none
    /// (too long, a folder, a link to nothing); or where no file can be made beside it.
    static Expected<std::shared_ptr<const PathOwner>, Diagnostic> take(const std::string& path);
    ~PathOwner();
    PathOwner(const PathOwner&) = delete;
    PathOwner& operator=(const PathOwner&) = delete;

    /// Where the results go: links are followed, so that no link is replaced by a file.
    const std::string& path() const { return path_; }
    /// Where new results lie until they may take the place of old ones.
    std::string draft() const { return path_ + ".new"; }

  private:
    PathOwner(std::string path, int lock) : path_(std::move(path)), lock_(lock) {}
    std::string path_;
    int lock_;
};

/// Says which other process writes the results at `path`; no lock is tried for.
std::optional<Diagnostic> owned_by_another(const std::string& path);

/// The file that `path` names, links followed; an error for a link to nothing.
Expected<std::string, Diagnostic> followed(const std::string& path);

}  // namespace tumen
