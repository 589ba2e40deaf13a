#pragma once
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

/// The diary of one synthetic household: every decision that concerned it, with what went into it,
/// the probability, the number drawn and what came of it. Writing it draws nothing and changes
/// nothing: a run with a diary has the hashes of the run without.
namespace tumen {

enum class DiaryEvent : std::uint8_t {
    met,
    released,
    reviewed,
    bought,
    asked,
    served,
    served_a_family,
    called,
    noticed,
    witnessed,
    detected,
    caught_by_officer,
    falsely_reported,
    searched,
    followed,
    extorted,
    considered,
    refused_decoy,
    signed_oath,
    refused_oath,
    caught,
    settled,
    arrested,
    promise_broken,
    heard_of_arrest,
    became_broker,
    questioned,
    asked_by_officer,
    sought_dead_phone,
    ransomed,
    sentenced,
    named,
    heard_of_broken_promise
};
inline constexpr std::size_t diary_event_count = 33;

/// How an event is called, to which rule it belongs, and what can come of it.
struct DiaryEventRow {
    std::string_view name;
    std::string_view rule;
    std::span<const std::string_view> outcomes;
};
DiaryEventRow row_of(DiaryEvent event);

struct DiaryInput {
    std::string_view name;  // of a rule's quantity: "net_benefit"
    double value;
};

/// What is written where nothing was drawn.
inline constexpr double not_drawn = -1;

struct DiaryEntry {
    std::int32_t day;
    std::uint8_t member;  // 0 is the first adult
    DiaryEvent event;
    std::string_view outcome;  // "calling", "decoy", "warned"
    double probability = not_drawn;
    double drawn =
        not_drawn;  // the uniform number; the event happened if it lies below the probability
    std::vector<DiaryInput> inputs;
    std::uint32_t household = 0;  // ordinal in its city
};

/// Of one household, whole; or of everybody, to find a household by what happened to it: without
/// calls, without what a whole unit hears together, and without what went into a decision. The one
/// of everybody is written by one thread alone, so that what belongs together stands together.
class Diary {
  public:
    explicit Diary(std::uint32_t household) : household_(household), whose_(Whose::household) {}
    static Diary of_everybody() { return Diary(); }

    /// Whether this household has a diary here; what is written next is about it.
    bool turn_to(std::uint32_t household) {
        if (whose_ == Whose::household) return household == household_;
        household_ = household;
        return true;
    }
    bool is_of_everybody() const { return whose_ == Whose::everybody; }
    /// The ordinal of the household in its city.
    std::uint32_t household() const { return household_; }
    const std::vector<DiaryEntry>& entries() const { return entries_; }

    void write(std::int32_t day, std::uint8_t member, DiaryEvent event, std::string_view outcome,
               double probability, double drawn, std::initializer_list<DiaryInput> inputs) {
        if (is_of_everybody() && (event == DiaryEvent::called || outcome == "as before")) return;
        entries_.push_back({day, member, event, outcome, probability, drawn, {}, household_});
        if (!is_of_everybody()) entries_.back().inputs = inputs;
    }

  private:
    enum class Whose : std::uint8_t { household, everybody };
    Diary() : household_(0), whose_(Whose::everybody) {}

    std::uint32_t household_;
    Whose whose_;
    std::vector<DiaryEntry> entries_;
};

}  // namespace tumen
