#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "model/lanes/person_draws.hpp"
#include "model/lanes/wide.hpp"
#include "model/steps/steps.hpp"
#include "rules/following.hpp"

/// Step 8: following.
namespace tumen {

namespace {

/// By what the ward's officers choose, for some of its people.
struct Scores {
    const Today& now;
    const Ward& ward;
    bool pressing;  // a hand-in drive is in force

    Officers officers() const { return pressing ? Officers::pressed : Officers::calm; }
    double operator()(PersonPlace i) const {
        const Persons& persons = ward.persons;
        const bool pressed = pressing && !persons.is(i, Flag::handed_in);
        return following_score(now.p.following, suspicion_of(now, ward, i),
                               persons.suspicion_base[i],
                               pressed ? Officers::pressed : Officers::calm);
    }
    /// A higher score comes first; among equals the lower id.
    bool before(const Candidate& one, const Candidate& other) const {
        if (one.score != other.score) return one.score > other.score;
        return id_before(ward.persons, one.person, other.person);
    }
};

/// The first so many of those who come up, in a heap: the last of them is at the front.
class Choice {
  public:
    Choice(const Scores& score, Ward& ward, std::size_t places)
        : score_(score), chosen_(ward.candidates), places_(places) {
        constexpr double endless = std::numeric_limits<double>::infinity();
        const double threshold = score.now.p.following.follow_threshold;
        lowest_ = places > 0 ? std::nextafter(threshold, endless) : endless;  // above it, that is
        chosen_.clear();
    }
    /// Nobody with a lower score is chosen, whoever else comes.
    double lowest() const { return lowest_; }

    void add(PersonPlace i) {
        const Candidate candidate{score_(i), i};
        if (!(candidate.score >= lowest_)) return;
        const auto before = [&](const Candidate& one, const Candidate& other) {
            return score_.before(one, other);
        };
        if (chosen_.size() == places_) {
            if (!before(candidate, chosen_.front())) return;
            std::pop_heap(chosen_.begin(), chosen_.end(), before);
            chosen_.pop_back();
        }
        chosen_.push_back(candidate);
        std::push_heap(chosen_.begin(), chosen_.end(), before);
        if (chosen_.size() == places_) lowest_ = chosen_.front().score;
    }

  private:
    const Scores& score_;
    std::vector<Candidate>& chosen_;
    std::size_t places_;
    double lowest_;
};

/// Chooses of some people of a block, one after the other; who of them is forgotten.
std::uint64_t choose_singly(const Scores& score, double least, std::uint64_t some, std::size_t b,
                            Choice& choice) {
    const Persons& persons = score.ward.persons;
    std::uint64_t forgotten = 0;
    for_each_bit(some, b, [&](PersonPlace i) {
        const bool little = suspicion_of(score.now, score.ward, i) <= least;
        if (little && persons.suspicion_base[i] <= least) forgotten |= Persons::bit(i);
        if (persons.is(i, Flag::free)) choice.add(i);
    });
    return forgotten;
}

/// ... by the scores of the whole block: only those are looked at who may be chosen.
std::uint64_t choose_together(const Scores& score, double least, std::uint64_t some, std::size_t b,
                              Choice& choice) {
    const Persons& persons = score.ward.persons;
    const FollowingDay day{score.officers(), score.now.day.suspicion_left, choice.lowest(), least};
    const std::size_t first = b * 64;
    const ScoredBlock found =
        scores_of(score.now.p.following, day, persons.suspicion_base.data() + first,
                  persons.suspicion_excess.data() + first, persons.size() - first);
    // (Whoever has handed in has a lower score, which is asked when it is added.)
    for_each_bit(some & found.chosen & persons.blocks[b][Flag::free], b,
                 [&](PersonPlace i) { choice.add(i); });
    return found.forgotten;
}

/// Free people with a score above the threshold, the first so many. Who has fallen below every
/// threshold of the calendar is forgotten until the next event: suspicion rises only by events.
/// While officers press, whoever has a reputation may come up as well.
void list_suspects(const Scores& score, Ward& ward, std::size_t places) {
    constexpr int few = 8;  // as dear as the scores of 64
    const double least = score.now.zone.tables.least_follow_threshold;
    Choice choice(score, ward, places);
    for (std::size_t b = 0; b < ward.persons.blocks.size(); ++b) {
        PersonBlock& block = ward.persons.blocks[b];
        const std::uint64_t reputed = score.pressing ? block[Flag::reputed] : 0;
        const std::uint64_t some = block[Flag::suspect] | reputed;
        if (some == 0) continue;
        const std::uint64_t forgotten = std::popcount(some) <= few
                                            ? choose_singly(score, least, some, b, choice)
                                            : choose_together(score, least, some, b, choice);
        block[Flag::suspect] &= ~forgotten;
    }
}

/// Residents whom officers suspect from the start have no place until the officers' choice comes
/// to them: the most suspected ones, one after the other, as long as they come before the last of
/// the chosen. Who got a place otherwise stands among these.
void add_suspected(const Scores& score, Ward& ward, std::size_t places) {
    const auto comes_before = [&](const Candidate& one, const Candidate& other) {
        return score.before(one, other);
    };
    auto& chosen = ward.candidates;
    std::sort(chosen.begin(), chosen.end(), comes_before);
    const FollowingParameters& p = score.now.p.following;
    while (!ward.suspected.empty()) {
        const Suspected first = ward.suspected.front();
        const double its_score =
            following_score(p, first.suspicion, first.suspicion, score.officers());
        if (!(its_score > p.follow_threshold)) break;
        if (chosen.size() == places && (places == 0 || its_score < chosen.back().score)) break;
        std::pop_heap(ward.suspected.begin(), ward.suspected.end(), suspected_less);
        ward.suspected.pop_back();
        const bool known = find_place(ward, first.adult) != nobody;
        if (known || is_exiled(ward, first.adult.household)) continue;
        const PersonPlace place = place_of(score.now.city, ward, score.now.day, first.adult);
        const Candidate candidate{score(place), place};
        chosen.insert(std::upper_bound(chosen.begin(), chosen.end(), candidate, comes_before),
                      candidate);
        if (chosen.size() > places) chosen.pop_back();
    }
}

void extort_from(const Today& now, Ward& ward, PersonPlace i, const RandomBlock& drawn) {
    if (!happens(drawn.word[0], now.p.following.extortion)) return;
    const HomePlace home = ward.persons.identity[i].home;
    const double paid = extorted(now.p.following, savings_of(now, ward, home),
                                 now.p.punishment.borrowing_limit, now.day.pressure);
    add_savings(now, ward, home, -paid);
    ward.today[Quantity::extorted] += paid;
    if (observed_person(ward, i)) {
        ward.diary->write(now.day.day, ward.persons.identity[i].member, DiaryEvent::extorted,
                          "pays", now.p.following.extortion, uniform(drawn.word[0]),
                          {{"money", paid}});
    }
}

}  // namespace

void choose_followed(const Today& now, Ward& ward) {
    Persons& persons = ward.persons;
    const FollowingParameters& p = now.p.following;
    const Scores score{now, ward, now.day.hand_in_drive};
    const std::size_t places = caseload(p, now.day.central_team ? 1 : 0);
    list_suspects(score, ward, places);
    if (!ward.suspected.empty()) add_suspected(score, ward, places);
    auto& chosen = ward.suspects;
    chosen.clear();
    for (const Candidate& candidate : ward.candidates)
        chosen.push_back(candidate.person);
    std::sort(chosen.begin(), chosen.end(),
              [&](PersonPlace one, PersonPlace other) { return id_before(persons, one, other); });
    for (PersonBlock& block : persons.blocks)
        block[Flag::followed] = 0;
    for (const PersonPlace i : chosen) {
        if (!persons.is(i, Flag::followed_at_dawn)) {
            persons.watched[i] = days_watched(now, ward, i);
            persons.watched_clock[i] = now.day.watched_clock;
        }
        persons.raise(i, Flag::followed);
        if (observed_person(ward, i)) {
            ward.diary->write(now.day.day, persons.identity[i].member, DiaryEvent::followed,
                              "followed", not_drawn, not_drawn,
                              {{"suspicion", suspicion_of(now, ward, i)},
                               {"score", score(i)},
                               {"days_watched", persons.watched[i]}});
        }
    }
}

void extort_from_followed(const Today& now, std::span<Ward> wards) {
    PersonDraws draws(now, purpose::extortion,
                      [&](Ward& ward, PersonPlace i, const RandomBlock& drawn) {
                          extort_from(now, ward, i, drawn);
                      });
    for (Ward& ward : wards) {
        for (const PersonPlace i : ward.suspects)
            draws.add(ward, i);
    }
    draws.finish();
}

}  // namespace tumen
