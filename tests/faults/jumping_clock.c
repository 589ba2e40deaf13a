/* A wall clock that jumps, for programs started with LD_PRELOAD: each look at it tells another time between 1970
 * and 2100, forwards and backwards. The steady clock stays as it is. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdatomic.h>
#include <stdint.h>
#include <time.h>

static time_t another_time(void) {
    static _Atomic uint64_t looks;
    const uint64_t look = atomic_fetch_add(&looks, 1) + 1;
    return (time_t)(look * UINT64_C(2654435761) % UINT64_C(4102444800));
}

int clock_gettime(clockid_t clock, struct timespec* now) {
    static int (*real)(clockid_t, struct timespec*);
    if (!real) real = (int (*)(clockid_t, struct timespec*))dlsym(RTLD_NEXT, "clock_gettime");
    const int failed = real(clock, now);
    if (!failed && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) now->tv_sec = another_time();
    return failed;
}

time_t time(time_t* now) {
    const time_t told = another_time();
    if (now) *now = told;
    return told;
}
