#include "experiment/memory.hpp"

#include <cstdlib>

#if defined(__GLIBC__)
#include <malloc.h>

#include <climits>
#endif

namespace tumen {

void keep_freed_memory() {
#if defined(__GLIBC__)
    constexpr int largest_kept = 32 * 1024 * 1024;  // the most that glibc accepts
    mallopt(M_MMAP_THRESHOLD, largest_kept);
    mallopt(M_TRIM_THRESHOLD, INT_MAX);
#endif
}

}  // namespace tumen
