#pragma once
#include <vector>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "calibration/abc/abc.hpp"
#include "experiment/source.hpp"

namespace tumen {

/// Results that may be those of a calibration.
class CalibrationSource : public ResultSource {
  public:
    /// Without places (restore() in calibration/abc/abc.hpp puts them in); none where it is no
    /// calibration.
    virtual Expected<std::vector<Generation>, Diagnostic> generations() {
        return std::vector<Generation>{};
    }
};

}  // namespace tumen
