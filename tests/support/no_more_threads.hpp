#pragma once
#include <pthread.h>

#include <cstddef>

namespace tumen::test {

/// While it lives the system starts no thread: each would want a stack larger than all addresses.
class NoMoreThreads {
  public:
    NoMoreThreads() {
        pthread_attr_t wanted;
        pthread_getattr_default_np(&usual_);
        pthread_attr_init(&wanted);
        pthread_attr_setstacksize(&wanted, std::size_t{1} << 48);
        pthread_setattr_default_np(&wanted);
        pthread_attr_destroy(&wanted);
    }
    ~NoMoreThreads() {
        pthread_setattr_default_np(&usual_);
        pthread_attr_destroy(&usual_);
    }
    NoMoreThreads(const NoMoreThreads&) = delete;
    NoMoreThreads& operator=(const NoMoreThreads&) = delete;

  private:
    pthread_attr_t usual_{};
};

}  // namespace tumen::test
