#pragma once

namespace tumen {

/// While it lives, the thread rounds to the nearest number and keeps the smallest ones, whatever
/// somebody else in the process had set: the same numbers come out of equal plays. Then it is as it
/// was.
class UsualRounding {
  public:
    UsualRounding();
    ~UsualRounding();
    UsualRounding(const UsualRounding&) = delete;
    UsualRounding& operator=(const UsualRounding&) = delete;

  private:
    int rounding_ = 0;
    [[maybe_unused]] unsigned vectors_ =
        0;  // the control word of the vector unit, where there is one
};

}  // namespace tumen
