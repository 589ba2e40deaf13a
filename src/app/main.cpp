#include "app/program.hpp"
#include "app/session/workers.hpp"

int main(int count, char** words) {
    tumen::app::OwnThreads threads;
    return tumen::app::program(count, words, threads);
}
