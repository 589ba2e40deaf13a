#include <cstdio>
#include <cstdlib>

#include "app/program.hpp"
#include "experiment/failure.hpp"
#include "mpi/rank_workers.hpp"
#include "mpi/ranks.hpp"
#include "mpi/worker.hpp"

namespace {

/// A rank that cannot go on ends the job: mpirun sees its exit code and stops the others. What was
/// stored stays.
void work_or_end_the_job() {
    try {
        tumen::work();
    } catch (const tumen::Failure& failure) {
        std::fputs(tumen::describe(failure.diagnostic()).c_str(), stderr);
        std::_Exit(1);
    }
}

}  // namespace

/// The program under mpirun: rank 0 is the program as it always is and the only one that writes,
/// the others play what it hands out.
int main(int count, char** words) {
    const tumen::Ranks ranks(&count, &words);
    if (tumen::own_rank() != tumen::writer_rank) {
        work_or_end_the_job();
        return 0;
    }
    tumen::RankWorkers workers;
    const int code = tumen::app::program(count, words, workers);
    for (int rank = 1; rank < tumen::rank_count(); ++rank)
        tumen::send(rank, tumen::Tag::end, {});
    return code;
}
