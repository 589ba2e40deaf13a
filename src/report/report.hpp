#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "calibration/source.hpp"
#include "report/parts/request.hpp"

/// From stored results to the one HTML file that anyone can read: the data of the page, and the
/// page.
namespace tumen {

class AnswerBook;
struct GatheredPlays;

/// What a report keeps of the replicates: quantiles over them, hashes, never all of their days.
/// Gathered one after another, while they are played or as they are read.
class ReportPlays {
  public:
    /// Of one point; `experiment` must live as long.
    explicit ReportPlays(const Experiment& experiment, std::uint32_t point = 0,
                         const OlderResults* older = nullptr);
    ~ReportPlays();
    ReportPlays(ReportPlays&& other) noexcept;

    /// Whether the report has to know of this replicate.
    bool wants(ReplicateKey key) const;
    /// In the order of their keys.
    void add(const ReplicateResult& result);

    /// What they come to, which whoever else tells of the same plays need not work out again.
    std::shared_ptr<const AnswerBook> answer() const;

    GatheredPlays take() &&;

  private:
    std::unique_ptr<GatheredPlays> gathered_;
};

/// The plays of the point that the request is about, read one after another; `hear` gets each too.
/// An error where one cannot be read.
Expected<ReportPlays, Diagnostic> read_plays(
    CalibrationSource& results, const ReportRequest& request,
    const std::function<void(const ReplicateResult&)>& hear = {});

/// The page's data as JSON. An error where no replicate is done.
Expected<std::string, Diagnostic> report_json(CalibrationSource& results,
                                              const ReportRequest& request, ReportPlays plays);
Expected<std::string, Diagnostic> report_json(CalibrationSource& results,
                                              const ReportRequest& request);

/// The same as a page (report/page.hpp).
Expected<std::string, Diagnostic> report_page(CalibrationSource& results,
                                              const ReportRequest& request, ReportPlays plays);
Expected<std::string, Diagnostic> report_page(CalibrationSource& results,
                                              const ReportRequest& request);

}  // namespace tumen
