#pragma once
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "store/reader.hpp"
#include "store/store.hpp"
#include "support/made_up.hpp"
#include "unit/store/temporary.hpp"

/// Files of results, made, gone on with and read, each of which must succeed.
namespace tumen::test {

inline std::unique_ptr<ResultStore> created(const std::string& path, const Experiment& experiment,
                                            Overwrite overwrite = Overwrite::refuse) {
    auto store = ResultStore::create(path, experiment, some_build(), overwrite);
    EXPECT_TRUE(store) << (store ? "" : describe(store.error()));
    return store ? *std::move(store) : nullptr;
}

inline std::unique_ptr<ResultStore> resumed(const std::string& path, const Experiment& experiment,
                                            const Build& build = some_build()) {
    auto store = ResultStore::resume(path, experiment, build);
    EXPECT_TRUE(store) << (store ? "" : describe(store.error()));
    return store ? *std::move(store) : nullptr;
}

inline StoredResults read_back(const std::string& path) {
    auto results = read_results(path);
    EXPECT_TRUE(results) << (results ? "" : describe(results.error()));
    return results ? *std::move(results) : StoredResults{};
}

/// A file with the given replicates of an experiment.
inline void make_file(const std::string& path, const Experiment& experiment,
                      const std::vector<ReplicateKey>& keys) {
    auto store = created(path, experiment);
    for (const ReplicateKey key : keys)
        store->accept(made_up_result(experiment, key));
    EXPECT_FALSE(store->close());
}

}  // namespace tumen::test
