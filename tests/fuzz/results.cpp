#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>

#include "fuzz/input.hpp"
#include "store/reader.hpp"

/// The reader of results files: any bytes, as a file. Reading must refuse or give whole replicates,
/// and leave the file as it was.
namespace tumen::fuzz {
namespace {

/// A file of this process, removed when it ends.
class Scratch {
  public:
    Scratch()
        : path_(std::filesystem::temp_directory_path() /
                ("tumen-fuzz-" + std::to_string(getpid()) + ".sqlite")) {}
    ~Scratch() { std::filesystem::remove(path_); }

    std::string holding(const std::uint8_t* data, std::size_t size) const {
        std::FILE* file = std::fopen(path_.c_str(), "wb");
        require(file != nullptr);
        require(std::fwrite(data, 1, size, file) == size);
        require(std::fclose(file) == 0);
        return path_.string();
    }

  private:
    std::filesystem::path path_;
};

void require_whole(const Experiment& experiment, const ReplicateResult& result) {
    require(result.point < experiment.points.size());
    if (result.outcome == Outcome::failed) return;
    const Plan& plan = experiment.points[result.point].scenario.plan;
    require(result.cities.size() == plan.cities.size());
    for (const auto& days : result.cities)
        require(days.size() == static_cast<std::size_t>(plan.days));
}

void read(const std::string& path) {
    auto reader = ResultReader::open(path);
    if (!reader) return require_shown(reader.error());
    constexpr std::size_t most_replicates = 8;  // more would only repeat the same code
    std::size_t count = 0;
    for (const ReplicateKey key : (*reader)->replicates()) {
        if (++count > most_replicates) break;
        const auto result = (*reader)->read(key);
        if (result)
            require_whole((*reader)->experiment(), *result);
        else
            require_shown(result.error());
    }
}

}  // namespace
}  // namespace tumen::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const tumen::fuzz::Scratch scratch;
    const std::string path = scratch.holding(data, size);
    tumen::fuzz::read(path);
    tumen::fuzz::require(std::filesystem::file_size(path) == size);
    return 0;
}
