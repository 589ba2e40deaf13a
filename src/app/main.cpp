#include "app/program.hpp"

int main(int count, char** words) {
    return tumen::app::program(count, words);
}
